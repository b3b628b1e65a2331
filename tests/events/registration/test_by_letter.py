"""The link in a letter: withdrawing and accepting without signing in, by a press and never by opening it."""

import logging
from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.test import Client
from django.utils import timezone

from accounts.outbox.models import Letter
from config.logs import Impersonal
from events.programme.models import Event
from events.registration import links
from events.registration.models import Registration
from events.registration.states import RegistrationState as S
from tests import factories

pytestmark = pytest.mark.django_db


def path(row):
    return f"/r/{links.token_of(row)}/"


def state():
    return Registration.objects.latest("pk").state


def test_opening_the_link_changes_nothing_and_pressing_the_button_withdraws(client):
    row = factories.registration()
    assert "Withdraw" in client.get(path(row)).content.decode()
    assert state() == S.CONFIRMED
    answer = client.post(path(row), {"answer": "withdraw"}, follow=True)
    assert state() == S.WITHDRAWN
    assert "Your registration is withdrawn" in answer.content.decode()


def test_the_seat_goes_to_the_first_in_line(client):
    event = factories.event(capacity=1)
    row = factories.registration(event)
    factories.registration(event, state=S.WAITING)
    client.post(path(row), {"answer": "withdraw"})
    assert state() == S.CONFIRMED


def test_a_post_that_says_nothing_does_nothing(client):
    row = factories.registration()
    client.post(path(row))
    assert state() == S.CONFIRMED


def test_an_offered_seat_is_accepted(client):
    row = factories.registration(state=S.OFFERED)
    assert "Accept the seat" in client.get(path(row)).content.decode()
    client.post(path(row), {"answer": "accept"})
    assert state() == S.CONFIRMED


def test_an_offer_that_ran_out_is_refused_in_words(client):
    row = factories.registration(state=S.OFFERED, offered_until=timezone.now() - timedelta(minutes=1))
    assert "Accept the seat" not in client.get(path(row)).content.decode()
    answer = client.post(path(row), {"answer": "accept"}, follow=True)
    assert state() == S.OFFERED
    assert "not kept for you any more" in answer.content.decode()


def test_pressing_twice_withdraws_once(client):
    row = factories.registration()
    for _ in range(2):
        client.post(path(row), {"answer": "withdraw"})
    assert Letter.objects.filter(kind="registration_withdrawn").count() == 1


@pytest.mark.parametrize("state", [S.PENDING, S.WAITING, S.OFFERED, S.CONFIRMED, S.DECLINED, S.WITHDRAWN, S.EXPIRED])
def test_the_page_names_the_event_and_nobody(client, state):
    person = factories.person(name="Aliya Nurlanova", agency="Secret service")
    event = factories.event(capacity=int(state in (S.OFFERED, S.CONFIRMED)))
    page = client.get(path(factories.registration(event, person=person, state=state))).content.decode()
    assert event.title in page
    assert not any(word in page for word in ("Aliya", "Secret service", person.email, "meet.example.org"))


def test_after_the_event_there_is_nothing_to_withdraw(client):
    over = timezone.now() - timedelta(days=2)
    row = factories.registration(factories.event(starts_at=over))
    page = client.get(path(row)).content.decode()
    assert "This event is over" in page and '<form method="post">' not in page


def test_long_after_the_event_the_link_is_dead(client):
    row = factories.registration(factories.event(starts_at=timezone.now() - timedelta(days=40)))
    assert client.get(path(row)).status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 32, f"{'0' * 32}:signature"])
def test_a_token_that_is_not_ours_opens_nothing(client, token):
    assert client.get(f"/r/{token}/").status_code == client.post(f"/r/{token}/").status_code == 404


def test_what_was_signed_for_something_else_opens_nothing(client):
    row = factories.registration()
    assert client.get(f"/r/{Signer(salt='other').sign(row.code.hex)}/").status_code == 404


def test_a_draft_has_no_link(client):
    assert client.get(path(factories.registration(state=S.DRAFT))).status_code == 404


def test_no_other_site_is_told_the_address_and_browsers_may_still_post(client):
    """`no-referrer` would make browsers send `Origin: null` with the form, which is refused."""
    answer = client.get(path(factories.registration()))
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]


def test_another_site_cannot_press_the_button():
    row = factories.registration()
    assert Client(enforce_csrf_checks=True).post(path(row), {"answer": "withdraw"}).status_code == 403
    assert state() == S.CONFIRMED


def test_a_cancelled_event_says_so(client):
    row = factories.registration()
    Event.objects.update(state="cancelled")
    assert "This event is cancelled." in client.get(path(row)).content.decode()


def test_the_token_is_never_logged(client):
    heard = []
    listener = logging.Handler()
    listener.emit = lambda record: heard.append(record.getMessage())
    listener.addFilter(Impersonal())
    logging.getLogger("django.request").addHandler(listener)
    try:
        client.get(f"/r/{'0' * 32}:{'s' * 43}/")
    finally:
        logging.getLogger("django.request").removeHandler(listener)
    assert heard and not any("0000" in line or "ssss" in line for line in heard)
