"""Sixteen processes register eight hundred people for three hundred seats."""

import pytest

from events.programme.models import Event
from events.registration.invariants import broken
from events.registration.models import Registration
from tests import factories
from tests.proofs.crowd import Outcome, registering, rush, shares
from tests.proofs.figures import record
from tests.proofs.people import people, sessions
from tests.proofs.rows import letters, states, told
from tests.proofs.site import serving

pytestmark = pytest.mark.django_db(transaction=True)
PROCESSES, EACH, SEATS = 16, 50, 300


def race(event: Event, *, each: int, without: str = "") -> Outcome:
    requests = [registering(event, session) for session in sessions(people(PROCESSES * each))]
    with serving(without=without) as site:
        return rush(site, shares(requests, PROCESSES))


def test_exactly_as_many_are_confirmed_as_there_are_seats_and_everybody_else_waits():
    event = factories.event(capacity=SEATS)
    outcome = race(event, each=EACH)
    waiting = PROCESSES * EACH - SEATS
    assert (outcome.statuses(), states(event)) == ({302: PROCESSES * EACH}, {"confirmed": SEATS, "waiting": waiting})
    assert letters() == {"registration_confirmed": SEATS, "registration_waiting": waiting}
    assert len({*told("registration_confirmed"), *told("registration_waiting")}) == PROCESSES * EACH
    assert list(broken()) == []
    record("race for seats", **outcome.figures(), seats=SEATS, **states(event))


@pytest.mark.control
def test_deciding_by_what_was_read_before_gives_away_more_seats_than_there_are():
    event = factories.event(capacity=SEATS // 10)
    race(event, each=EACH // 5, without="transactions,seat")
    seated = Registration.objects.seated().count()
    assert seated > SEATS // 10
    record("control: seats decided by reading", seats=SEATS // 10, confirmed=seated)
