"""Sessions whose clock times the document states, and whose day only the organizer could tell."""

from datetime import UTC, datetime, time, timedelta

from events.programme.drafting.clock import times
from events.programme.models import Event, Session

HALF_A_DAY = timedelta(hours=12)
Slot = tuple[Session, datetime, datetime | None]


def place_sessions(event: Event) -> None:
    """Give waiting sessions their stated times on the day of the event, told by its own clock.

    Of an event of several days nothing is done: which session is on which day, no time tells.
    """
    waiting = event.sessions.filter(starts_at=None).exclude(stated_time="").order_by("position", "pk")
    if event.is_several_days or not (slots := slots_of(event, waiting)):
        return
    followers = [start for _session, start, _end in slots[1:]] + [event.ends_at]
    for (session, start, end), following in zip(slots, followers, strict=True):
        inferred = end is None
        end = following if inferred else end
        session.starts_at, session.ends_at = start, end if end and end > start else None
        session.stated_time, session.origin = "", "inferred" if inferred else session.origin
    Session.objects.bulk_update([slot[0] for slot in slots], ["starts_at", "ends_at", "stated_time", "origin"])


def slots_of(event: Event, sessions: list[Session]) -> list[Slot]:
    """Times rise through a day: "1.30" after "12.30" is half past one in the afternoon."""
    slots: list[Slot] = []
    earliest = event.starts_at
    for session in sessions:
        found = times(session.stated_time, in_agenda=True)
        if not found:
            continue
        start = not_before(moment_of(event, found[0].start), earliest)
        end = not_before(moment_of(event, found[-1].end), start) if found[-1].end else None
        slots.append((session, start, end))
        earliest = start
    return slots


def not_before(moment: datetime, earliest: datetime) -> datetime:
    """The same figures on a clock of twelve hours, if that brings it behind `earliest`; else on the next day."""
    if moment >= earliest:
        return moment
    return next((later for later in (moment + HALF_A_DAY, moment + 2 * HALF_A_DAY) if later >= earliest), moment)


def moment_of(event: Event, clock: time) -> datetime:
    day = event.starts_at.astimezone(event.zone).date()
    return datetime.combine(day, clock, event.zone).astimezone(UTC)
