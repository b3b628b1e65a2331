"""Two hundred people withdraw, each twice at once, while eight sweepers move the waiting list up."""

import pytest

from accounts.audit.models import AuditEntry
from events.programme.models import Event
from events.registration.invariants import broken
from events.registration.models import Registration
from events.registration.states import RegistrationState
from tests import factories
from tests.proofs.crowd import Outcome, rush, shares, withdrawing
from tests.proofs.figures import record
from tests.proofs.people import people, sessions
from tests.proofs.rows import letters, states, told
from tests.proofs.site import serving, sweeping

pytestmark = pytest.mark.django_db(transaction=True)
SEATS, LEAVING, WAITING, SWEEPERS, PAIRS = 300, 200, 400, 8, 8


def full_event(seats: int, waiting: int) -> tuple[Event, list[str]]:
    """With a line before it; and the addresses in the line, first in line first."""
    event = factories.event(capacity=seats)
    for person in people(seats):
        factories.registration(event, person=person)
    line = people(waiting)
    for person in line:
        factories.registration(event, person=person, state=RegistrationState.WAITING)
    return event, [person.email for person in line]


def race(event: Event, leaving: int, *, without: str = "") -> Outcome:
    seated = Registration.objects.seated().filter(event=event).order_by("pk").select_related("person")[:leaving]
    requests = [withdrawing(event, session) for session in sessions([row.person for row in seated])]
    with serving(without=without) as site, sweeping(SWEEPERS, without=without):
        return rush(site, 2 * shares(requests, PAIRS))


def promotions() -> int:
    moves = AuditEntry.objects.filter(action="registration_moved", details__came_from="waiting")
    return moves.filter(details__to="confirmed").count()


def test_each_freed_seat_goes_once_to_the_first_in_line():
    event, line = full_event(SEATS, WAITING)
    outcome = race(event, LEAVING)
    left = {"confirmed": SEATS, "waiting": WAITING - LEAVING, "withdrawn": LEAVING}
    assert (outcome.statuses(), states(event), promotions()) == ({302: 2 * LEAVING}, left, LEAVING)
    assert letters() == {"registration_promoted": LEAVING, "registration_withdrawn": LEAVING}
    assert sorted(told("registration_promoted")) == sorted(line[:LEAVING])
    assert list(broken()) == []
    record("withdrawals against sweepers", **outcome.figures(), promoted=promotions(), **states(event))


@pytest.mark.control
def test_moving_up_by_what_was_read_before_promotes_twice_and_miscounts():
    event, _ = full_event(SEATS // 10, WAITING // 10)
    race(event, LEAVING // 10, without="transactions,line")
    assert promotions() != LEAVING // 10
    assert list(broken())
    record(
        "control: line moved by reading", freed=LEAVING // 10, promotions=promotions(), miscounts=len(list(broken()))
    )
