"""Who holds a seat. All counters of an event move here, under the lock of its row, together with what they count.

Everybody who cannot be seated by `take_open_seat` goes through the waiting list, if only for a moment: `fill` seats the
line from the front, so nobody is overtaken, whatever freed the seat. Lock order: event → registration → letter.
"""

from datetime import datetime

from django.db import connection
from django.db.models import F, Q

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import OPEN, Admission
from events.registration import letters
from events.registration.errors import Full, NotAMove
from events.registration.models import Registration
from events.registration.standing import limits_of, rules_of, traits_of
from events.registration.states import (
    ADMITTED_AT_ONCE,
    ALWAYS_SEATED,
    LIVE,
    MOVES,
    NEVER_SEATED,
    RegistrationState,
)

S = RegistrationState


def take_open_seat(event_id: int, *, at: datetime) -> bool:
    """The whole rule of an ordinary event in one conditional update: open to all, no limits, nobody waiting, a seat
    left. It decides under the row's lock; a count read before it would be stale.

    Written out: every registration runs it, and to build it from expressions cost a tenth of the whole request.
    """
    now = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(TAKE_OPEN_SEAT, [event_id, *OPEN, Admission.OPEN, False, now, now, now])
        return bool(cursor.rowcount)


TAKE_OPEN_SEAT = f"""
    UPDATE {Event._meta.db_table} SET seats_taken = seats_taken + 1, version = version + 1
    WHERE id = %s AND state IN (%s, %s) AND admission = %s AND has_limits = %s AND people_waiting = 0
        AND (capacity IS NULL OR capacity > seats_taken + seats_held) AND ends_at > %s
        AND (registration_opens_at IS NULL OR registration_opens_at <= %s)
        AND (registration_closes_at IS NULL OR registration_closes_at > %s)
"""


def locked(event_id: int) -> Event:
    """The event with its rules, held until the transaction ends: what is read after this stays true until then.

    Without the key, so that rows which only point at the event can be inserted meanwhile.
    """
    held = Event.objects.select_for_update(of=("self",), no_key=True).select_related("rules")
    return held.get(pk=event_id)


def count(event: Event, *, taken: int = 0, held: int = 0, waiting: int = 0) -> None:
    """Move the counters of a locked event. Raises Full where that would need a seat that is not there."""
    row = Event.objects.filter(pk=event.pk)
    if taken + held > 0:
        row = row.filter(Q(capacity=None) | Q(capacity__gte=F("seats_taken") + F("seats_held") + taken + held))
    counters = {"seats_taken": taken, "seats_held": held, "people_waiting": waiting, "version": 1}
    if not row.update(**{name: F(name) + step for name, step in counters.items() if step}):
        raise Full
    for name, step in counters.items():
        setattr(event, name, getattr(event, name) + step)


def move(
    registration: Registration,
    to: str,
    *,
    event: Event,
    by: Person | None,
    at: datetime,
    why: str,
    held: int = 0,
    **values: object,
) -> None:
    """One permitted move of one row of a locked event, with the counters. `why` is a code for the trail.

    A pending registration keeps the seat it has, or gets one by `holds_seat=True`; all others have theirs by state.
    `held` moves the counter of held seats along. Raises NotAMove, or Full; the caller's transaction then undoes it all.
    """
    came_from, had = registration.state, registration.holds_seat
    if to not in MOVES[came_from]:
        raise NotAMove
    values |= {"state": to, "moved_at": at, "holds_seat": seated_after(to, bool(values.get("holds_seat", had)))}
    values |= told(event) if to in LIVE else {}
    count(event, taken=values["holds_seat"] - had, held=held, waiting=(to == S.WAITING) - (came_from == S.WAITING))
    if not Registration.objects.filter(pk=registration.pk, state=came_from, holds_seat=had).update(**values):
        raise NotAMove
    for name, value in values.items():
        setattr(registration, name, value)
    note_move(registration, came_from, by=by, at=at, why=why)


def seated_after(to: str, wanted: bool) -> bool:
    return to in ALWAYS_SEATED or (wanted and to not in NEVER_SEATED)


def note_move(registration: Registration, came_from: str, *, by: Person | None, at: datetime, why: str) -> None:
    states = {"came_from": str(came_from), "to": str(registration.state), "why": why}
    audit.record("registration_moved", about=registration.about, by=by, at=at, event=registration.event_id, **states)


def fill(event: Event, *, at: datetime, why: str, newcomer: Registration | None = None) -> None:
    """Seat the waiting list of a locked event from the front, as far as seats and limits reach.

    Somebody whose category, country or agency is full is passed over without losing the place. Once the list no longer
    moves up (Rules.promotes) only a `newcomer` with nobody in front is seated.
    """
    if not event.people_waiting or event.state not in OPEN:
        return
    line = Registration.objects.waiting().filter(event=event).select_related("person")
    if event.seats_left is not None and not event.has_limits:
        line = line[: max(event.seats_left, 0)]
    limits, moves_up = limits_of(event), rules_of(event).promotes(at)
    for registration in line:
        if event.seats_left == 0 or not (moves_up or registration == newcomer):
            return
        traits = traits_of(registration)
        if limits.blocking(traits):
            continue
        registration.event = event
        seat(registration, event=event, at=at, why=why, is_new=registration == newcomer)
        limits.count(traits)


def seat(registration: Registration, *, event: Event, at: datetime, why: str, is_new: bool) -> None:
    """Give a seat to somebody who waits: at once, as an offer with a deadline, or kept until it is approved.

    A newcomer who is seated straight away is told by the verb that let them in, not here.
    """
    offered_until = None if is_new else rules_of(event).offer_ends_at(at)
    if needs_approval(registration, event):
        move(registration, S.PENDING, event=event, by=None, at=at, why=why, holds_seat=True)
        tell = letters.received
    elif offered_until:
        move(registration, S.OFFERED, event=event, by=None, at=at, why=why, offered_until=offered_until)
        tell = letters.offered
    else:
        move(registration, S.CONFIRMED, event=event, by=None, at=at, why=why, **confirmation(event, at=at))
        tell = letters.promoted
    if not is_new:
        tell(registration, at=at)


def confirmation(event: Event, *, at: datetime) -> dict[str, object]:
    """What a confirmed registration remembers."""
    return {"confirmed_at": at, **told(event)}


def told(event: Event) -> dict[str, object]:
    """Every move into a live state is told by a letter, with the time that the event has now."""
    return {"told_starts_at": event.starts_at, "told_ends_at": event.ends_at}


def needs_approval(registration: Registration, event: Event) -> bool:
    return registration.approved_at is None and registration.route not in ADMITTED_AT_ONCE[event.admission]
