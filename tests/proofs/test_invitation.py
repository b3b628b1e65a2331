"""One invitation, its link opened and its form sent by sixteen browsers at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.programme.models import Event
from events.programme.states import Admission
from events.registration.invariants import broken
from events.registration.models import Invitation, Registration
from events.registration.states import InvitationState
from events.registration.tokens import hashed, new_token
from tests import factories
from tests.proofs.crowd import Outcome, post, registering, rush
from tests.proofs.figures import record
from tests.proofs.people import people, sessions
from tests.proofs.rows import letters, no_promise_of_one_row, states
from tests.proofs.site import serving

pytestmark = pytest.mark.django_db(transaction=True)
BROWSERS = 16


def event_by_invitation(**fields: object) -> Event:
    return factories.event(admission=Admission.INVITATION, **fields)


def race(event: Event, *, without: str = "", **fields: object) -> Outcome:
    token, at, [invited] = new_token(), timezone.now(), people(1)
    times = {"created_at": at, "expires_at": at + timedelta(days=1)}
    Invitation.objects.create(
        event=event, email=invited.email, token_hash=hashed(token), language="en", **times, **fields
    )
    link = reverse("registration:invited", args=[token])
    browsers = sessions([invited] * BROWSERS)
    with serving(without=without) as site:
        return rush(site, [[post(link, session), registering(event, session)] for session in browsers])


def test_an_invitation_lets_one_in_and_its_seat_is_spent_once():
    event = event_by_invitation(capacity=1, seats_held=1)
    outcome = race(event, holds_seat=True)
    assert (states(event), letters()) == ({"confirmed": 1}, {"registration_confirmed": 1})
    assert Invitation.objects.get().state == InvitationState.ACCEPTED
    assert list(broken()) == []
    record("one invitation, sixteen browsers", **outcome.figures(), registrations=1)


def test_an_invitation_lets_one_in_even_where_a_person_could_register_twice():
    event = event_by_invitation()
    with no_promise_of_one_row():
        race(event, without="speed")
        assert states(event) == {"confirmed": 1}


@pytest.mark.control
def test_an_invitation_judged_by_what_was_read_before_lets_several_in():
    event = event_by_invitation()
    with no_promise_of_one_row():
        race(event, without="transactions,invitation,speed")
        let_in = Registration.objects.live().count()
    assert let_in > 1
    record("control: invitation judged by reading", browsers=BROWSERS, registrations=let_in)
