"""Delegations: who may nominate how many, and whom they nominate."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.models import Event
from events.registration import letters
from events.registration.actions.guests import (
    Guest,
    give_back,
    hold,
    invited_among,
    last_moment,
    make_way,
    refuse_known,
    refuse_unless_admitted,
    registered_among,
    terms,
    write_to,
)
from events.registration.actions.invitations import revoke
from events.registration.actions.seats import locked
from events.registration.errors import (
    AllotmentTooSmall,
    AlreadyDelegated,
    DelegationClosed,
    LimitLeaves,
    MomentPassed,
    NotAllotted,
)
from events.registration.limits import Limits, normal
from events.registration.models import Attachment, Delegation, Invitation, Registration
from events.registration.standing import limits_of, traits_known_of
from events.registration.states import Category, Route


@transaction.atomic
def open_delegation(
    event: Event,
    *,
    country: str,
    agency: str,
    focal_name: str,
    focal_email: str,
    language: str,
    seats: int,
    hold: bool,
    returns_at: datetime | None = None,
    by: Person,
    at: datetime,
) -> Delegation:
    """Let a country or agency nominate, and tell its focal point. With `hold` its seats are kept free until
    `returns_at`, usually until registration closes.

    Raises TakesNoNominees, AlreadyDelegated, NotPublished, Closed, MomentPassed, NotEnoughSeats or LimitLeaves with
    the figure.
    """
    event = locked(event.pk)
    delegation = Delegation(
        event=event, country=country, agency=agency.strip(), focal_name=focal_name.strip(),
        focal_email=focal_email.strip().lower(), language=language, created_at=at, seats=0,
    )  # fmt: skip
    refuse_unless_admitted(event, Route.NOMINATED)
    refuse_second(delegation)
    until = returning(event, hold=hold, returns_at=returns_at, at=at)
    allot(delegation, event=event, seats=seats, returns_at=until, at=at)
    audit.record("delegation_opened", about=delegation.about, by=by, at=at, event=event.pk, seats=seats, held=hold)
    letters.delegation_opened(delegation, at=at)
    return delegation


def refuse_second(delegation: Delegation) -> None:
    """Raises AlreadyDelegated. The event is locked."""
    same_country = Delegation.objects.open().filter(event=delegation.event, country=delegation.country)
    if any(normal(other.agency) == normal(delegation.agency) for other in same_country):
        raise AlreadyDelegated


def returning(event: Event, *, hold: bool, returns_at: datetime | None, at: datetime) -> datetime | None:
    """Until when seats are kept; None where none are. Raises NotPublished, Closed or MomentPassed."""
    last = last_moment(event, at=at)
    if not hold:
        return None
    if returns_at and returns_at <= at:
        raise MomentPassed
    return min(returns_at, last) if returns_at else last


def allot(delegation: Delegation, *, event: Event, seats: int, returns_at: datetime | None, at: datetime) -> None:
    """Set allotment and date of a locked event's delegation; kept seats follow. Raises NotEnoughSeats, LimitLeaves."""
    seated = Registration.objects.seated().filter(delegation=delegation).count() if delegation.pk else 0
    kept = max(seats - seated, 0) if returns_at else 0
    more = kept - delegation.seats_held
    if more > 0:
        refuse_beyond_limits(delegation, limits_of(event), more)
        hold(event, more)
    delegation.seats, delegation.seats_held, delegation.returns_at = seats, kept, returns_at
    delegation.save()
    if more < 0:
        give_back(event, -more, at=at)


def refuse_beyond_limits(delegation: Delegation, limits: Limits, more: int) -> None:
    """Raises LimitLeaves."""
    left = limits.left(traits_known_of(delegation))
    if left is not None and more > left:
        raise LimitLeaves(left)


def still_open(delegation: Delegation) -> Delegation:
    """The row as it stands now, its event locked. Raises DelegationClosed."""
    event = locked(delegation.event_id)
    row = Delegation.objects.open().filter(pk=delegation.pk).first()
    if row is None:
        raise DelegationClosed
    row.event = event
    return row


@transaction.atomic
def change_allotment(
    delegation: Delegation, *, seats: int, hold: bool, returns_at: datetime | None = None, by: Person, at: datetime
) -> Delegation:
    """Raises DelegationClosed, AllotmentTooSmall, NotEnoughSeats or LimitLeaves with the figure, NotPublished, Closed
    or MomentPassed."""
    row = still_open(delegation)
    nominated = row.nominations.within_allotment().count()
    if seats < nominated:
        raise AllotmentTooSmall(nominated)
    until = returning(row.event, hold=hold, returns_at=returns_at, at=at)
    allot(row, event=row.event, seats=seats, returns_at=until, at=at)
    audit.record("delegation_changed", about=row.about, by=by, at=at, event=row.event_id, seats=seats, held=hold)
    return row


@transaction.atomic
def close_delegation(delegation: Delegation, *, by: Person, at: datetime) -> None:
    """No more nominations; kept seats go to those who wait. Whoever is nominated already stays so.

    Raises DelegationClosed.
    """
    row = still_open(delegation)
    Delegation.objects.filter(pk=row.pk).update(closed_at=at, seats_held=0)
    audit.record("delegation_closed", about=row.about, by=by, at=at, event=row.event_id, returned=row.seats_held)
    if row.seats_held:
        give_back(row.event, row.seats_held, at=at)


def return_unused(*, at: datetime) -> int:
    """Seats kept for delegations until a date that has passed go to those who wait. Returns how many seats."""
    return sum(return_seats_of(row, at=at) for row in list(Delegation.objects.with_seats_to_return(at)))


@transaction.atomic
def return_seats_of(delegation: Delegation, *, at: datetime) -> int:
    """Exactly once, however many sweepers run: read and written under the event's lock."""
    event = locked(delegation.event_id)
    row = Delegation.objects.with_seats_to_return(at).filter(pk=delegation.pk).first()
    if row is None or not Delegation.objects.filter(pk=row.pk, seats_held=row.seats_held).update(seats_held=0):
        return 0
    audit.record("delegation_seats_returned", about=row.about, by=None, at=at, event=event.pk, returned=row.seats_held)
    give_back(event, row.seats_held, at=at)
    return row.seats_held


@transaction.atomic
def nominate(
    delegation: Delegation,
    *,
    email: str,
    name: str,
    position: str = "",
    category: str = Category.PARTICIPANT,
    by: Person,
    at: datetime,
) -> Invitation:
    """Raises DelegationClosed, NotAllotted, AlreadyInvited, GuestIsRegistered, NotPublished or Closed."""
    row, email = still_open(delegation), email.strip().lower()
    make_way(row.event, [email], at=at)
    refuse_known(row.event, email, at=at)
    return write_to_nominees(row, [nominee(row, email, name, position, category)], by=by, at=at)[0]


@transaction.atomic
def nominate_many(
    delegation: Delegation, people: Sequence[tuple[str, str, str]], *, by: Person, at: datetime
) -> list[Invitation]:
    """All of a list of (address, name, position) who are neither invited nor registered, or nobody.

    Raises DelegationClosed, NotAllotted with the figure, NotPublished or Closed.
    """
    row = still_open(delegation)
    emails = [email for email, _name, _position in people]
    make_way(row.event, emails, at=at)
    known = invited_among(row.event, emails, at=at) | registered_among(row.event, emails)
    fresh = {email: nominee(row, email, name, position) for email, name, position in people if email not in known}
    return write_to_nominees(row, list(fresh.values()), by=by, at=at)


def nominee(
    delegation: Delegation, email: str, name: str, position: str, category: str = Category.PARTICIPANT
) -> Guest:
    country, agency = str(delegation.country), delegation.agency
    return Guest(email, delegation.language, name.strip(), country, agency, position.strip(), category)


def write_to_nominees(delegation: Delegation, guests: list[Guest], *, by: Person, at: datetime) -> list[Invitation]:
    """The allotment is counted under the event's lock, so that two windows cannot both use its last seat."""
    left = seats_to_fill(delegation)
    if len(guests) > left:
        raise NotAllotted(left)
    return write_to(delegation.event, guests, terms(delegation.event, at=at), by=by, at=at, delegation=delegation)


def seats_to_fill(delegation: Delegation) -> int:
    """For how many of its seats a delegation has nobody yet; somebody who said no or was declined uses none."""
    return max(delegation.seats - delegation.nominations.within_allotment().count(), 0)


def withdraw_nomination(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """Before the nominee has answered; afterwards the registration is the nominee's own. Raises InvitationUsed."""
    revoke(invitation, by=by, at=at)


@transaction.atomic
def attach_note(delegation: Delegation, attachment: Attachment, *, by: Person, at: datetime) -> None:
    """Keep the note verbale; an earlier one is forgotten. Raises DelegationClosed."""
    row = still_open(delegation)
    former = row.note
    Delegation.objects.filter(pk=row.pk).update(note=attachment)
    if former:
        former.delete()
    audit.record("note_attached", about=row.about, by=by, at=at, event=row.event_id, replaced=bool(former))
