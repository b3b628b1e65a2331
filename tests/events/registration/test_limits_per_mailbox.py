"""Limits count per mailbox: a class behind one address of a ministry comes in, one mailbox is not flooded."""

import pytest
from django.test import Client

from tests import factories
from tests.mailbox import last_code

pytestmark = pytest.mark.django_db
MINISTRY = "203.0.113.7"
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "Inspector", "language": "en"}


def fill_in(client, event, email):
    return client.post(f"/events/{event.slug}/register/", ANSWERS | {"email": email, "consent": "on"})


def come_in(event, email):
    """Form and code, each with its status."""
    client = Client(REMOTE_ADDR=MINISTRY)
    form = fill_in(client, event, email)
    code = client.post(f"/events/{event.slug}/register/code/", {"code": last_code(email)})
    return form.status_code, code.status_code


def test_sixty_people_behind_one_address_all_register_within_a_minute():
    event = factories.event()
    statuses = {come_in(event, f"officer{n}@example.org") for n in range(60)}
    assert (statuses, event.registrations.confirmed().count()) == ({(302, 302)}, 60)


def test_one_mailbox_gets_three_codes_a_minute_from_one_place():
    event = factories.event()
    statuses = [fill_in(Client(REMOTE_ADDR=MINISTRY), event, "one@example.org").status_code for _ in range(4)]
    assert statuses == [302, 302, 302, 429]


def test_others_behind_the_same_address_are_still_let_in_then():
    event = factories.event()
    for _ in range(4):
        fill_in(Client(REMOTE_ADDR=MINISTRY), event, "one@example.org")
    assert come_in(event, "another@example.org") == (302, 302)


def test_a_mailbox_is_not_flooded_from_many_places_either():
    event = factories.event()
    places = [f"198.51.100.{n}" for n in range(1, 62)]
    statuses = [fill_in(Client(REMOTE_ADDR=place), event, "one@example.org").status_code for place in places]
    assert (statuses[:60], statuses[60]) == ([302] * 60, 429)
