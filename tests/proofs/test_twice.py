"""Everybody's form is sent by two processes at once: a second press of the button, a second tab."""

import pytest

from events.programme.models import Event
from events.registration.invariants import broken
from events.registration.models import Registration
from tests import factories
from tests.proofs.crowd import Outcome, registering, rush, shares
from tests.proofs.figures import record
from tests.proofs.people import people, sessions
from tests.proofs.rows import letters, no_promise_of_one_row, states
from tests.proofs.site import serving

pytestmark = pytest.mark.django_db(transaction=True)
PAIRS, EACH, SEATS = 8, 50, 300


def race(event: Event, *, each: int, without: str = "") -> Outcome:
    requests = [registering(event, session) for session in sessions(people(PAIRS * each))]
    with serving(without=without) as site:
        return rush(site, 2 * shares(requests, PAIRS))


def test_everybody_has_one_registration_and_one_letter():
    event = factories.event(capacity=SEATS)
    outcome = race(event, each=EACH)
    waiting = PAIRS * EACH - SEATS
    assert (outcome.statuses(), states(event)) == ({302: 2 * PAIRS * EACH}, {"confirmed": SEATS, "waiting": waiting})
    assert letters() == {"registration_confirmed": SEATS, "registration_waiting": waiting}
    assert Registration.objects.live().values("person").distinct().count() == PAIRS * EACH
    assert list(broken()) == []
    record("everybody sent twice", **outcome.figures(), people=PAIRS * EACH, rows=PAIRS * EACH)


@pytest.mark.control
def test_looking_for_a_first_registration_before_writing_makes_two():
    event = factories.event(capacity=None)
    with no_promise_of_one_row():
        race(event, each=EACH // 10, without="speed")
        rows, expected = Registration.objects.live().count(), PAIRS * (EACH // 10)
    assert rows > expected
    record("control: one row kept by looking", people=expected, rows=rows)
