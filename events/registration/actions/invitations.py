"""Inviting, reminding, taking back, saying no. What happens when somebody accepts: entering.py and holds.py."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.models import Event
from events.registration import letters
from events.registration.actions.guests import (
    Guest,
    end,
    give_back,
    invited_among,
    make_way,
    refuse_known,
    registered_among,
    terms,
    write_to,
)
from events.registration.actions.seats import locked
from events.registration.errors import InvitationUsed
from events.registration.models import Invitation
from events.registration.states import InvitationState
from events.registration.tokens import hashed, new_token


@transaction.atomic
def invite(
    event: Event,
    *,
    email: str,
    language: str,
    by: Person,
    at: datetime,
    expires_at: datetime | None = None,
    hold_until: datetime | None = None,
    **guest: str,
) -> Invitation:
    """Write to one person. `guest` may name name, country, agency, position and category.

    `hold_until` keeps a seat free until then. Raises NotPublished, Closed, InvitesNobody, MomentPassed, AlreadyInvited,
    GuestIsRegistered, NotEnoughSeats or LimitReached.
    """
    event, email = locked(event.pk), email.strip().lower()
    on = terms(event, at=at, expires_at=expires_at, hold_until=hold_until)
    make_way(event, [email], at=at)
    refuse_known(event, email, at=at)
    return write_to(event, [Guest(email=email, language=language, **guest)], on, by=by, at=at)[0]


@transaction.atomic
def invite_many(
    event: Event, guests: Sequence[Guest], *, by: Person, at: datetime, hold_until: datetime | None = None
) -> list[Invitation]:
    """Write to all of a list who are neither invited nor registered, or to nobody; returns the invitations.

    Raises NotPublished, Closed, InvitesNobody, MomentPassed, NotEnoughSeats or LimitReached.
    """
    event = locked(event.pk)
    on = terms(event, at=at, hold_until=hold_until)
    emails = [guest.email for guest in guests]
    make_way(event, emails, at=at)
    known = invited_among(event, emails, at=at) | registered_among(event, emails)
    fresh = {guest.email: guest for guest in guests if guest.email not in known}
    return write_to(event, list(fresh.values()), on, by=by, at=at)


def revoke(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """The link stops working. Raises InvitationUsed where it was answered meanwhile."""
    end(invitation, InvitationState.REVOKED, by=by, at=at)


def refuse_invitation(invitation: Invitation, *, at: datetime) -> None:
    """The invited person says no, which whoever holds the link may do. Raises InvitationUsed."""
    end(invitation, InvitationState.DECLINED, by=None, at=at)


def remind(event: Event, *, by: Person, at: datetime, codes: Iterable[str] | None = None) -> int:
    """Write again to those who have not answered, or to those of them whom `codes` name. Returns to how many.

    The hash kept here cannot give the first link back, so each gets a new one and the old one stops working. Nobody
    whom we wrote to within 24 hours is written to.
    """
    quiet = Invitation.objects.to_be_reminded(at).filter(event=event)
    if codes is not None:
        quiet = quiet.filter(code__in=list(codes))
    return sum(remind_one(invitation, by=by, at=at) for invitation in quiet.select_related("event", "delegation"))


@transaction.atomic
def remind_one(invitation: Invitation, *, by: Person, at: datetime) -> bool:
    """Once in 24 hours, whoever presses the button: the update decides."""
    token = new_token()
    quiet = Invitation.objects.quiet(at).filter(pk=invitation.pk)
    if not quiet.update(token_hash=hashed(token), reminders=F("reminders") + 1, reminded_at=at):
        return False
    audit.record("invitation_reminded", about=invitation.about, by=by, at=at, event=invitation.event_id)
    letters.invitation_reminder(invitation, token=token, at=at)
    return True


def expire_invitations(*, at: datetime) -> int:
    """Links that nobody followed in time stop working for good. Returns how many."""
    return sum(expire(invitation, at=at) for invitation in list(Invitation.objects.run_out(at)))


def expire(invitation: Invitation, *, at: datetime) -> bool:
    try:
        end(invitation, InvitationState.EXPIRED, by=None, at=at)
    except InvitationUsed:  # answered, or taken back, since the list was read
        return False
    return True


def return_held_seats(*, at: datetime) -> int:
    """Seats kept for an invitation until a date that has passed go to those who wait; the link goes on working."""
    return sum(return_held_seat(row, at=at) for row in list(Invitation.objects.with_seat_to_return(at)))


@transaction.atomic
def return_held_seat(invitation: Invitation, *, at: datetime) -> bool:
    """Exactly once, however many sweepers run: the update decides."""
    event = locked(invitation.event_id)
    if not Invitation.objects.with_seat_to_return(at).filter(pk=invitation.pk).update(holds_seat=False):
        return False
    audit.record("held_seat_returned", about=invitation.about, by=None, at=at, event=event.pk)
    give_back(event, 1, at=at)
    return True
