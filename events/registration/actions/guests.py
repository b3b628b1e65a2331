"""Making personal ways in: what inviting one person, inviting a list and nominating have in common."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import OPEN
from events.registration import letters
from events.registration.actions.seats import count, fill, locked
from events.registration.errors import (
    AlreadyInvited,
    Closed,
    Full,
    GuestIsRegistered,
    InvitationUsed,
    InvitesNobody,
    LimitReached,
    MomentPassed,
    NotEnoughSeats,
    NotPublished,
    TakesNoNominees,
)
from events.registration.models import Delegation, Invitation, Registration
from events.registration.standing import limits_of, traits_known_of
from events.registration.states import ADMITTED, Category, InvitationState, Route
from events.registration.tokens import hashed, new_token

GOOD_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to be written to. The address is in lower case; `country` and `language` are codes."""

    email: str
    language: str
    name: str = ""
    country: str = ""
    agency: str = ""
    position: str = ""
    category: str = Category.PARTICIPANT


@dataclass(frozen=True, slots=True)
class Terms:
    """Until when links work and until when seats are kept for them (None: none is), in UTC."""

    expires_at: datetime
    held_until: datetime | None = None


def terms(
    event: Event, *, at: datetime, expires_at: datetime | None = None, hold_until: datetime | None = None
) -> Terms:
    """Usually for 14 days, never longer than people can register, nor is a seat kept longer than its link works.

    Before registration opens the 14 days have not begun. Raises NotPublished, Closed or MomentPassed.
    """
    last = last_moment(event, at=at)
    begins = max(at, event.registration_opens_at or at)
    expires = min(expires_at or begins + GOOD_FOR, last)
    if expires <= at or (hold_until and hold_until <= at):
        raise MomentPassed
    return Terms(expires, min(hold_until, expires) if hold_until else None)


def refuse_unless_admitted(event: Event, route: str) -> None:
    """Nobody is written to who would then stand before a closed door. Raises InvitesNobody or TakesNoNominees."""
    if route not in ADMITTED[event.admission]:
        raise TakesNoNominees if route == Route.NOMINATED else InvitesNobody


def last_moment(event: Event, *, at: datetime) -> datetime:
    """When the last personal link stops working: as registration closes, or the event begins; once it has begun, ends.

    Raises NotPublished or Closed.
    """
    if event.state not in OPEN:
        raise NotPublished
    last = event.registration_closes_at or (event.starts_at if at < event.starts_at else event.ends_at)
    if last <= at:
        raise Closed
    return last


def write_to(
    event: Event, guests: Sequence[Guest], on: Terms, *, by: Person, at: datetime, delegation: Delegation | None = None
) -> list[Invitation]:
    """Rows and letters for people of whom none is invited or registered. The event is locked.

    Raises InvitesNobody, TakesNoNominees, AlreadyInvited, NotEnoughSeats or LimitReached; the caller's transaction then
    undoes it all.
    """
    refuse_unless_admitted(event, Route.NOMINATED if delegation else Route.INVITED)
    tokens = [new_token() for _guest in guests]
    rows = [
        Invitation(
            event=event, delegation=delegation, token_hash=hashed(token), created_at=at, expires_at=on.expires_at,
            held_until=on.held_until, holds_seat=on.held_until is not None, **asdict(guest),
        )
        for guest, token in zip(guests, tokens, strict=True)
    ]  # fmt: skip
    if on.held_until:
        keep_seats(event, rows)
    try:
        with transaction.atomic():
            Invitation.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise AlreadyInvited from twice
    for row, token in zip(rows, tokens, strict=True):
        audit.record("nominated" if delegation else "invited", about=row.about, by=by, at=at, event=event.pk)
        (letters.nominated if delegation else letters.invited)(row, token=token, at=at)
    return rows


def keep_seats(event: Event, rows: Sequence[Invitation]) -> None:
    """Raises NotEnoughSeats with the number of free seats, or LimitReached."""
    limits = limits_of(event)
    for row in rows:
        if limits.blocking(traits_known_of(row)):
            raise LimitReached
        limits.count(traits_known_of(row))
    hold(event, len(rows))


def hold(event: Event, seats: int) -> None:
    """Keep so many more seats of a locked event free. Raises NotEnoughSeats."""
    try:
        count(event, held=seats)
    except Full as full:
        raise NotEnoughSeats(max(event.seats_left, 0)) from full


def make_way(event: Event, emails: Iterable[str], *, at: datetime) -> None:
    """End what still stands for these addresses and is of no more use, so that they can be written to anew."""
    spent = Invitation.objects.standing().filter(event=event, email__in=list(emails)).spent(at)
    for row in spent:
        if row.state == InvitationState.SENT:
            end(row, InvitationState.EXPIRED, by=None, at=at)
        else:
            Invitation.objects.filter(pk=row.pk).update(state=InvitationState.REVOKED)
            audit.record("invitation_revoked", about=row.about, by=None, at=at, event=event.pk, why="made_anew")


def invited_among(event: Event, emails: Iterable[str], *, at: datetime) -> set[str]:
    """Those of the addresses whose invitation stands and is of use."""
    standing = Invitation.objects.standing().filter(event=event, email__in=list(emails))
    return set(standing.exclude(pk__in=standing.spent(at).values("pk")).values_list("email", flat=True))


def registered_among(event: Event, emails: Iterable[str]) -> set[str]:
    """Those of the addresses with which somebody is registered, by the form or by the person's own."""
    emails = list(emails)
    found = Registration.objects.live().filter(Q(email__in=emails) | Q(person__email__in=emails), event=event)
    return {address for pair in found.values_list("email", "person__email") for address in pair if address in emails}


def refuse_known(event: Event, email: str, *, at: datetime) -> None:
    """Raises GuestIsRegistered or AlreadyInvited."""
    if registered_among(event, [email]):
        raise GuestIsRegistered
    if invited_among(event, [email], at=at):
        raise AlreadyInvited


@transaction.atomic
def end(invitation: Invitation, to: str, *, by: Person | None, at: datetime) -> None:
    """Close an invitation that nobody has answered; a seat kept for it goes to the first in line.

    Raises InvitationUsed where it was answered or closed meanwhile.
    """
    event = locked(invitation.event_id)
    row = Invitation.objects.unanswered().filter(pk=invitation.pk).first()
    answered_at = at if to == InvitationState.DECLINED else None
    closing = Invitation.objects.unanswered().filter(pk=invitation.pk)
    if row is None or not closing.update(state=to, holds_seat=False, answered_at=answered_at):
        raise InvitationUsed
    audit.record(f"invitation_{to}", about=row.about, by=by, at=at, event=event.pk)
    if row.holds_seat:
        give_back(event, 1, at=at)


def give_back(event: Event, seats: int, *, at: datetime) -> None:
    """Kept seats of a locked event go to those who wait."""
    count(event, held=-seats)
    fill(event, at=at, why="seats_returned")
