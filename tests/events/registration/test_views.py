import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.utils import timezone

from accounts.people.models import Person
from events.programme.models import Event
from events.registration.models import Registration
from tests import factories
from tests.mailbox import last_code, last_letter

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Aliya", "email": "aliya@example.org", "country": "KZ", "agency": "Customs", "position": "Inspector",
    "language": "en", "consent": "on",
}  # fmt: skip


@pytest.fixture
def event():
    return factories.event(slug="webinar", capacity=2)


def register(client, **changes):
    return client.post("/events/webinar/register/", FORM | changes)


def prove(client, email="aliya@example.org"):
    return client.post("/events/webinar/register/code/", {"code": last_code(email)})


def test_form_then_code_gives_a_seat_without_a_password(client, event):
    assert register(client).url == "/events/webinar/register/code/"
    assert prove(client).url == "/events/webinar/registered/"
    registration = Registration.objects.live().get()
    assert (registration.person.email, registration.agency) == ("aliya@example.org", "Customs")
    assert "You are registered" in client.get("/events/webinar/registered/").content.decode()


def test_before_the_code_there_is_no_seat_and_nothing_of_a_known_person_changes(client, event):
    known = factories.person(email="aliya@example.org", name="The real Aliya", agency="")
    register(client, name="Impostor")
    known.refresh_from_db()
    assert (known.name, known.agency) == ("The real Aliya", "")
    assert Event.objects.get().seats_taken == 0


def test_a_wrong_address_can_be_changed_and_the_answers_are_kept(client, event):
    register(client, email="aliya@exampel.org")
    assert "Inspector" in client.get("/events/webinar/register/").content.decode()
    register(client)
    prove(client)
    assert Registration.objects.get().email == "aliya@example.org"


def test_three_wrong_codes_lead_back_to_the_form_with_the_answers(client, event):
    register(client)
    for _ in range(3):
        answer = client.post("/events/webinar/register/code/", {"code": "wrong"}, follow=True)
    page = answer.content.decode()
    assert "wrong three times" in page
    assert 'value="Inspector"' in page


def test_a_new_code_can_be_sent_from_the_code_page(client, event):
    register(client)
    answer = client.post("/events/webinar/register/code/", {"action": "resend"})
    assert answer.url == "/events/webinar/register/code/"
    prove(client)
    assert Registration.objects.live().count() == 1


def test_the_code_page_without_a_code_awaited_leads_to_the_form(client, event):
    assert client.get("/events/webinar/register/code/").url == "/events/webinar/register/"


def test_full_meanwhile_leads_to_the_waiting_list_with_the_place_in_it(client, event):
    factories.registration(event, state="waiting")
    register(client)
    Event.objects.update(capacity=0)
    answer = client.post("/events/webinar/register/code/", {"code": last_code("aliya@example.org")}, follow=True)
    assert "You are number 2 on the waiting list" in answer.content.decode()
    assert Registration.objects.get(email="aliya@example.org").state == "waiting"


def test_a_signed_in_person_registers_with_the_proven_address_at_once(client, event):
    person = factories.person()
    client.force_login(person)
    answer = register(client, email="somebody.else@example.org")
    assert answer.url == "/events/webinar/registered/"
    assert Registration.objects.get().email == person.email


def test_registering_twice_leads_to_the_registration(client, event):
    client.force_login(factories.person())
    register(client)
    assert client.get("/events/webinar/register/").url == "/events/webinar/registered/"
    assert register(client).url == "/events/webinar/registered/"


@pytest.mark.parametrize("missing", ["name", "email", "country", "agency", "language", "consent"])
def test_what_is_missing_is_named_and_nothing_is_kept(client, event, missing):
    answer = register(client, **{missing: ""})
    assert answer.status_code == 422
    assert f'id="id_{missing}_error"' in answer.content.decode()
    assert not Registration.objects.exists()


def test_hostile_answers_are_shown_as_text(client, event):
    register(client, name="<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/events/webinar/register/").content.decode()


def test_a_line_break_in_a_name_starts_no_new_header_in_the_letter(client, event):
    register(client, name="Aliya\r\nBcc: all@example.org")
    prove(client)
    assert "\n" not in last_letter("aliya@example.org").subject


def test_a_closed_registration_says_so_and_takes_nothing(client, event):
    Event.objects.update(registration_closes_at=timezone.now() - timedelta(hours=1))
    assert "is closed" in client.get("/events/webinar/register/").content.decode()
    assert register(client).status_code == 422
    assert not Registration.objects.exists()


def test_opening_the_withdrawal_page_changes_nothing_posting_frees_the_seat(client, event):
    person = factories.person()
    factories.registration(event, person=person)
    client.force_login(person)
    client.get("/events/webinar/withdraw/")
    assert Event.objects.get().seats_taken == 1
    client.post("/events/webinar/withdraw/")
    assert Event.objects.get().seats_taken == 0
    assert last_letter(person.email).kind == "registration_withdrawn"


def test_withdrawing_twice_is_answered_kindly(client, event):
    client.force_login(factories.person())
    answer = client.post("/events/webinar/withdraw/", follow=True)
    assert "no registration for this event" in answer.content.decode()


def test_with_a_second_factor_the_answers_wait_for_one_button(client, event):
    person = factories.person()
    client.force_login(person)
    draft = factories.registration(event, state="draft", person=None, email=person.email)
    session = client.session
    session[f"draft:{event.pk}"] = str(draft.code)
    session.save()
    client.get("/events/webinar/register/complete/")
    assert Registration.objects.live().count() == 0
    assert client.post("/events/webinar/register/complete/").url == "/events/webinar/registered/"
    assert Registration.objects.live().count() == 1


def test_a_person_with_a_second_factor_is_asked_for_it_before_the_seat(client, event):
    person, secret = factories.person(email="aliya@example.org"), generate_totp_secret()
    TOTP.activate(person, secret)
    register(client)
    assert prove(client).url.startswith("/accounts/2fa/authenticate/")
    assert Registration.objects.live().count() == 0
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    answer = client.post("/accounts/2fa/authenticate/", {"code": code})
    assert answer.url == "/events/webinar/register/complete/"
    client.post(answer.url)
    assert Registration.objects.live().get().person == person


def test_a_guest_who_signs_in_later_finds_the_registration(client, event):
    register(client)
    prove(client)
    later = type(client)()
    later.force_login(Person.objects.get(email="aliya@example.org"))
    assert event.title in later.get("/me/").content.decode()


def test_a_seat_at_an_event_taken_back_can_still_be_seen_and_given_up(client, event):
    person = factories.person()
    factories.registration(event, person=person)
    Event.objects.update(state="draft")
    client.force_login(person)
    assert "taken this event back" in client.get("/events/webinar/registered/").content.decode()
    assert client.get("/me/").status_code == 200
    client.post("/events/webinar/withdraw/")
    assert Registration.objects.live().count() == 0


def test_on_a_shared_machine_nobody_is_shown_what_another_wrote(client, event):
    register(client, agency="Secret service")
    client.force_login(factories.person())
    page = client.get("/events/webinar/register/").content.decode()
    assert "Secret service" not in page


def test_consent_is_never_ticked_beforehand(client, event):
    register(client)
    assert "checked" not in client.get("/events/webinar/register/").content.decode()


def test_an_expired_code_leads_back_to_the_form_with_the_answers(client, event, monkeypatch):
    register(client)
    later = time.time() + 16 * 60
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)
    answer = prove_late(client)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/events/webinar/register/"
    assert "has expired" in page
    assert 'value="Inspector"' in page


def prove_late(client):
    code = {"code": last_code("aliya@example.org")}
    return client.post("/events/webinar/register/code/", code, follow=True)


def test_a_claim_swept_meanwhile_is_answered_as_an_expired_code(client, event):
    register(client)
    Person.objects.filter(email="aliya@example.org").delete()
    assert "has expired" in prove_late(client).content.decode()


def test_a_draft_event_cannot_be_registered_for(client, event):
    Event.objects.update(state="draft")
    assert client.get("/events/webinar/register/").status_code == 404


def test_an_offered_seat_is_accepted_with_one_button(client, event):
    row = factories.registration(event, state="offered")
    client.force_login(row.person)
    page = client.get("/events/webinar/registered/").content.decode()
    assert "A seat is kept for you" in page
    assert "The seat is yours." in client.post("/events/webinar/offer/", follow=True).content.decode()
    assert Registration.objects.get().state == "confirmed"


def test_an_offer_that_ran_out_is_said_and_nothing_changes(client, event):
    row = factories.registration(event, state="offered", offered_until=timezone.now())
    client.force_login(row.person)
    page = client.post("/events/webinar/offer/", follow=True).content.decode()
    assert "the time to accept it has passed" in page
    assert Registration.objects.get().state == "offered"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"admission": "invitation"}, "not open to everybody"),
        ({"admission": "nomination"}, "not open to everybody"),
        ({"registration_closes_at": timezone.now()}, "is closed"),
        ({"registration_opens_at": timezone.now() + timedelta(days=1)}, "has not opened yet"),
    ],
)
def test_who_gets_no_form_is_told_why(client, event, change, sentence):
    Event.objects.update(**change)
    page = client.get("/events/webinar/register/").content.decode()
    assert sentence in page
    assert 'name="consent"' not in page


def test_somebody_on_the_waiting_list_has_no_button_to_join(client, event):
    row = factories.registration(event, state="waiting")
    Event.objects.update(starts_at=timezone.now(), capacity=0)
    client.force_login(row.person)
    assert "/join/" not in client.get("/events/webinar/registered/").content.decode()
    assert "/join/" not in client.get("/me/").content.decode()
    assert "Your seat is not confirmed" in client.post("/events/webinar/join/", follow=True).content.decode()


def test_a_person_waiting_for_approval_is_told_so_and_can_withdraw(client, event):
    row = factories.registration(event, state="pending")
    client.force_login(row.person)
    assert "Waiting for approval" in client.get("/events/webinar/registered/").content.decode()
    client.post("/events/webinar/withdraw/")
    assert Registration.objects.get().state == "withdrawn"
