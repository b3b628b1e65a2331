"""What the card on the page of an event says of registration."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.programme.states import Admission, EventState
from tests import factories

pytestmark = pytest.mark.django_db
FULL = {"capacity": 2, "seats_taken": 2}


def card(client, event) -> str:
    text = client.get(f"/events/{event.slug}/").content.decode()
    return " ".join(text[text.index("<aside") : text.index("</aside>")].split())


def has_button(text: str, event) -> bool:
    return f'href="/events/{event.slug}/register/"' in text


@pytest.mark.parametrize(
    ("admission", "words"),
    [
        (Admission.OPEN, "Register"),
        (Admission.APPROVAL, "Ask for a place"),
        (Admission.MIXED, "Ask for a place"),
    ],
)
def test_the_button_says_what_one_asks_for(client, admission, words):
    event = factories.event(admission=admission)
    text = card(client, event)
    assert has_button(text, event) and f">{words}</a>" in text
    assert ("An organizer looks at each request" in text) == (admission != Admission.OPEN)


@pytest.mark.parametrize(
    ("admission", "words"),
    [
        (Admission.INVITATION, "By invitation only."),
        (Admission.NOMINATION, "By nomination only."),
    ],
)
@pytest.mark.parametrize("fields", [{}, FULL])
def test_an_event_of_the_invited_or_nominated_has_no_button_and_says_who_comes(client, admission, words, fields):
    event = factories.event(admission=admission, **fields)
    text = card(client, event)
    assert words in text and not has_button(text, event)


def test_a_full_event_offers_the_waiting_list_and_says_how_long_it_is(client):
    event = factories.event(**FULL, people_waiting=3)
    text = card(client, event)
    assert "All seats are taken." in text and "3 people are waiting for one." in text
    assert has_button(text, event) and ">Join the waiting list</a>" in text


def test_one_waiting_person_is_one_and_nobody_is_not_counted(client):
    assert "1 person is waiting for one." in card(client, factories.event(**FULL, people_waiting=1))
    assert "waiting for one" not in card(client, factories.event(**FULL))


def test_held_seats_are_not_offered(client):
    assert ">Join the waiting list</a>" in card(client, factories.event(capacity=2, seats_taken=1, seats_held=1))


def test_registration_that_opens_later_says_when_in_the_zone_of_the_event(client):
    opens_at = factories.at_noon() + timedelta(days=1)
    event = factories.event(registration_opens_at=opens_at)
    text = card(client, event)
    assert "Registration opens on" in text and "17:00." in text  # Tashkent
    assert not has_button(text, event) and "Registration is closed." not in text


@pytest.mark.parametrize(
    "fields",
    [
        {"state": EventState.CANCELLED},
        {"starts_at": timezone.now() - timedelta(days=3)},
        {"published": False},
    ],
)
def test_an_event_that_opens_to_nobody_promises_no_opening(client, fields):
    organizer = factories.person()
    later = timezone.now() + timedelta(days=1)
    event = factories.event(team=factories.team(organizer=organizer), registration_opens_at=later, **fields)
    client.force_login(organizer)
    assert "Registration opens on" not in card(client, event)


def test_whoever_is_registered_finds_the_way_to_the_registration_also_when_all_is_full(client):
    event = factories.event(**FULL, admission=Admission.INVITATION)
    assert f'href="/events/{event.slug}/registered/"' in card(client, event)
