"""What happens to a registration afterwards: approved, declined, withdrawn, a seat offered, accepted or run out."""

from datetime import datetime

from django.db import transaction

from accounts.people.models import Person
from events.programme.models import Event
from events.registration import letters
from events.registration.actions.holds import given_back
from events.registration.actions.seats import S, confirmation, fill, locked, move
from events.registration.errors import NotAMove, NothingToWithdraw, OfferRanOut
from events.registration.models import Registration
from events.registration.states import MOVES


def held_row(registration: Registration) -> Registration:
    """The registration and its event as they stand now, both held until the transaction ends."""
    event = locked(registration.event_id)
    row = Registration.objects.select_for_update(of=("self",)).select_related("person").get(pk=registration.pk)
    row.event = event
    return row


@transaction.atomic
def approve(registration: Registration, *, by: Person, at: datetime) -> Registration:
    """Confirm somebody who waits for approval; where no seat is left they join the end of the waiting list.

    Raises NotAMove where somebody else has decided meanwhile.
    """
    row = held_row(registration)
    if row.purged_at or row.state != S.PENDING:
        raise NotAMove
    if row.holds_seat:
        move(row, S.CONFIRMED, event=row.event, by=by, at=at, why="approved", approved_at=at, **confirmation(row.event, at=at))  # fmt: skip  # noqa: E501
    else:
        move(row, S.WAITING, event=row.event, by=by, at=at, why="approved", approved_at=at, queued_at=at)
        event = row.event
        fill(event, at=at, why="approved", newcomer=row)
        row.refresh_from_db()
        row.event = event
    (letters.approved if row.state == S.CONFIRMED else letters.waiting)(row, at=at)
    return row


@transaction.atomic
def decline(registration: Registration, *, reason: str, by: Person, at: datetime) -> Registration:
    """Refuse, or take a seat back; the reason is for the person to read. Raises NotAMove."""
    row = leave(registration, S.DECLINED, by=by, at=at, why="declined", reason=reason.strip())
    letters.declined(row, at=at)
    return row


@transaction.atomic
def withdraw(registration: Registration, *, by: Person | None, at: datetime) -> Registration:
    """The person's own leaving, possible until the event is over. Raises NothingToWithdraw."""
    if registration.event.is_past(at):
        raise NothingToWithdraw
    try:
        row = leave(registration, S.WITHDRAWN, by=by, at=at, why="withdrawn", withdrawn_at=at)
    except NotAMove as ended:
        raise NothingToWithdraw from ended
    letters.withdrawn(row, at=at)
    return row


def leave(
    registration: Registration, to: str, *, by: Person | None, at: datetime, why: str, **values: object
) -> Registration:
    """End a registration; its seat goes to the first in line, or back to the delegation that nominated."""
    row = held_row(registration)
    if row.purged_at or to not in MOVES[row.state]:  # an emptied one is a figure, and figures do not change
        raise NotAMove
    move(row, to, event=row.event, by=by, at=at, why=why, held=given_back(row, at=at), **values)
    fill(row.event, at=at, why="seat_freed")
    return row


@transaction.atomic
def accept_offer(registration: Registration, *, by: Person | None, at: datetime) -> Registration:
    """Raises OfferRanOut; a second press of the same button changes nothing."""
    row = held_row(registration)
    if row.state == S.CONFIRMED:
        return row
    if row.state != S.OFFERED or row.offered_until <= at:
        raise OfferRanOut
    move(row, S.CONFIRMED, event=row.event, by=by, at=at, why="offer_accepted", **confirmation(row.event, at=at))
    letters.confirmed(row, at=at)
    return row


def expire_offers(*, at: datetime) -> int:
    """Seats offered and not accepted in time go to the next in line. Returns how many offers ran out."""
    ids = list(Registration.objects.offers_run_out(at).values_list("pk", flat=True))
    return sum(expire_offer(pk, at=at) for pk in ids)


@transaction.atomic
def expire_offer(pk: int, *, at: datetime) -> bool:
    row = held_row(Registration.objects.only("pk", "event_id").get(pk=pk))
    if row.state != S.OFFERED or row.offered_until > at:
        return False
    move(row, S.EXPIRED, event=row.event, by=None, at=at, why="offer_ran_out", held=given_back(row, at=at))
    letters.expired(row, at=at)
    fill(row.event, at=at, why="offer_ran_out")
    return True


def move_up(*, at: datetime) -> None:
    """Fill what stands free although people wait: after a date was moved, or a seat came back by a door of old."""
    crowded = Event.objects.filter(people_waiting__gt=0, ends_at__gt=at).values_list("pk", flat=True)
    for pk in list(crowded):
        with transaction.atomic():
            fill(locked(pk), at=at, why="swept")


def withdraw_all_of(person: Person, *, at: datetime) -> None:
    """Before a person is forgotten: what is still ahead is given up, so that nobody waits for an empty chair.

    An event whose date is open lies ahead. In the order of events, so that two who do this never wait for each other.
    """
    live = Registration.objects.of(person).live().exclude(event__ends_at__lte=at)
    for registration in live.order_by("event_id"):
        leave(registration, S.WITHDRAWN, by=person, at=at, why="erased", withdrawn_at=at)
