"""Seats kept free for somebody who has not registered yet: for an invitation until a date, for a delegation's
allotment. A held seat is counted apart (Event.seats_held), so that figures never call it taken."""

from datetime import datetime

from django.db.models import F

from events.programme.models import Event
from events.registration.actions.seats import count
from events.registration.errors import InvitationUsed
from events.registration.models import Delegation, Invitation, Registration
from events.registration.states import InvitationState


def spend_hold(draft: Registration, *, event: Event, at: datetime) -> bool:
    """Use up the invitation of somebody who enters, and turn the seat kept for it, if there is one, into theirs.

    True when there was one. The event is locked. Raises InvitationUsed where another has accepted it, or it is over.
    """
    if draft.invitation_id is None:
        return False
    invitation = Invitation.objects.get(pk=draft.invitation_id)
    held = int(invitation.holds_seat)
    accept(invitation, at=at)
    if not held and draft.delegation_id:
        held = Delegation.objects.filter(pk=draft.delegation_id, seats_held__gt=0).update(
            seats_held=F("seats_held") - 1
        )
    if held:
        count(event, taken=1, held=-1)
    return bool(held)


def accept(invitation: Invitation, *, at: datetime) -> None:
    """Once, and in time: the conditional update lets one of many through."""
    waiting = Invitation.objects.unanswered().filter(pk=invitation.pk, expires_at__gt=at)
    if not waiting.update(state=InvitationState.ACCEPTED, answered_at=at, holds_seat=False):
        raise InvitationUsed


def given_back(registration: Registration, *, at: datetime) -> int:
    """1 where a nominee's seat goes back to the delegation, which may fill it again until its date; else 0.

    A delegation without a date holds no seats.
    """
    if not (registration.holds_seat and registration.delegation_id):
        return 0
    still_open = Delegation.objects.filter(pk=registration.delegation_id, closed_at=None, seats_held__lt=F("seats"))
    return still_open.filter(returns_at__gt=at).update(seats_held=F("seats_held") + 1)
