"""Seats that were kept are given back, and the last ones given out, by several at one moment: each exactly once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import Refused
from events.registration.models import Invitation, Registration
from tests import factories
from tests.events.registration.test_sweeps_at_once import WORKERS, told_by_all

pytestmark = pytest.mark.django_db(transaction=True)
KEPT = 6


@pytest.fixture
def event():
    """Every seat is kept, and as many people wait."""
    event = factories.event(capacity=KEPT)
    for _ in range(KEPT):
        factories.registration(event, state="waiting")
    return event


def or_zero(verb):
    """1 for whoever was let through, 0 for whoever was refused."""

    def tried():
        try:
            verb()
        except Refused:
            return 0
        return 1

    return tried


def each_promoted_once(event):
    seated = Registration.objects.confirmed().filter(event=event).count()
    letters = Letter.objects.filter(kind="registration_promoted")
    counters = Event.objects.values_list("seats_taken", "seats_held", "people_waiting").get(pk=event.pk)
    return counters == (KEPT, 0, 0) and seated == letters.count() == letters.values("to").distinct().count() == KEPT


def test_seats_kept_for_invitations_return_once(event):
    at = timezone.now()
    for _ in range(KEPT):
        factories.invitation(event, holds_seat=True, held_until=at)
    assert sum(told_by_all(lambda: actions.return_held_seats(at=at))) == KEPT
    assert each_promoted_once(event)


def test_invitations_that_ran_out_give_their_seats_back_once(event):
    at = timezone.now()
    for _ in range(KEPT):
        factories.invitation(event, holds_seat=True, held_until=at + timedelta(days=1), expires_at=at)
    assert sum(told_by_all(lambda: actions.expire_invitations(at=at))) == KEPT
    assert each_promoted_once(event)


def test_seats_of_delegations_return_once(event):
    at = timezone.now()
    for _ in range(2):
        factories.delegation(event, seats=3, seats_held=3, returns_at=at)
    assert sum(told_by_all(lambda: actions.return_unused(at=at))) == KEPT
    assert each_promoted_once(event)


def test_the_last_seat_of_an_allotment_goes_to_one_nominee():
    at, focal = timezone.now(), factories.person()
    delegation = factories.delegation(seats=1)
    names = iter(range(WORKERS))
    nominate = or_zero(
        lambda: actions.nominate(delegation, email=f"{next(names)}@example.org", name="A", by=focal, at=at)
    )
    assert sum(told_by_all(nominate)) == 1 == Invitation.objects.count()


def test_one_address_is_invited_once():
    event, at, by = factories.event(), timezone.now(), factories.person()
    invite = or_zero(lambda: actions.invite(event, email="a@example.org", language="en", by=by, at=at))
    assert sum(told_by_all(invite)) == 1 == Letter.objects.count()


def test_one_invitation_is_reminded_once():
    invitation, at, by = factories.invitation(), timezone.now(), factories.person()
    assert sum(told_by_all(lambda: actions.remind(invitation.event, by=by, at=at))) == 1 == Letter.objects.count()
