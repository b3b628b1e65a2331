from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.placing import place_sessions
from events.programme.actions.rows import assign, locked, touch
from events.programme.errors import (
    ChangedMeanwhile,
    ClosesAfterTheEnd,
    EndsBeforeStart,
    HalfATime,
    NoSuchZone,
    NotReady,
    OpensTooLate,
    SeatsTaken,
)
from events.programme.models import Event
from events.programme.standing import missing_values
from events.programme.states import OPEN

TEXTS = {"title", "summary", "language", "format", "venue", "contact"}
LISTS = {"organisers", "partners", "audience", "objectives", "themes", "languages", "announced"}
MOMENTS = {"time_zone", "starts_at", "ends_at", "registration_opens_at", "registration_closes_at"}
CORRECTABLE = frozenset({*TEXTS, *LISTS, *MOMENTS, "parts", "meeting_url", "capacity", "admission"})


@transaction.atomic
def correct(event: Event, *, by: Person | None, at: datetime, seen: int | None = None, **values: object) -> Event:
    """Set values of an event (CORRECTABLE). Sessions move with the start; a value set by hand loses its evidence.

    Seats and the time of registering come here by way of registration's `set_rules`, which gives a freed seat on.
    `seen` is the sequence that the person was shown. Raises ChangedMeanwhile, NotReady, EndsBeforeStart, HalfATime,
    NoSuchZone, ClosesAfterTheEnd, OpensTooLate or SeatsTaken; then nothing has changed.
    """
    row = locked(event)
    if seen is not None and seen != row.sequence:
        raise ChangedMeanwhile
    began, zone = row.starts_at, row.zone
    changed = assign(row, values, CORRECTABLE)
    if not changed:
        return row
    forget_parts(row)
    check(row)
    if began and row.starts_at:
        move_sessions(row, began, zone)
    elif row.starts_at:
        place_sessions(row)
    for known in (row.evidence, row.origins):
        for name in changed:
            known.pop(name, None)
    touch(row, *changed, "parts", "evidence", "origins", at=at)
    audit.record("event_corrected", about=row.about, by=by, at=at, values=" ".join(sorted(changed)))
    return row


@transaction.atomic
def settle(event: Event, point: list, *, by: Person | None, at: datetime) -> Event:
    """Close an open point that only a person can judge, or a warning that was read."""
    row = locked(event)
    row.open_points = [other for other in row.open_points if other != point]
    row.warnings = [other for other in row.warnings if other != point]
    touch(row, "warnings", at=at)
    audit.record("open_point_settled", about=row.about, by=by, at=at, point=point[0])
    return row


def forget_parts(row: Event) -> None:
    """What a body does goes with the body."""
    bodies = {*row.organisers, *row.partners}
    row.parts = {body: part for body, part in row.parts.items() if body in bodies}


def check(row: Event) -> None:
    """Raise the first refusal that the row's values deserve."""
    if row.time_zone and row.time_zone not in available_timezones():
        raise NoSuchZone
    if row.state in OPEN and (missing := missing_values(row)):
        raise NotReady(missing)
    if row.ends_at and not row.starts_at:
        raise HalfATime
    if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
        raise EndsBeforeStart
    if row.registration_closes_at and row.ends_at and row.registration_closes_at > row.ends_at:
        raise ClosesAfterTheEnd
    closes_at = row.registration_closes_at or row.ends_at
    if row.registration_opens_at and closes_at and row.registration_opens_at >= closes_at:
        raise OpensTooLate
    if row.capacity is not None and row.capacity < (needed := row.seats_taken + row.seats_held):
        raise SeatsTaken(needed)


def move_sessions(row: Event, began: datetime, zone: ZoneInfo) -> None:
    """Keep each session at its distance from the start, counted on the wall clock: summer time then shifts nothing.

    A session stays as long as it was.
    """
    shift = wall(row.starts_at, row.zone) - wall(began, zone)
    if not shift and zone == row.zone:
        return
    sessions = [session for session in row.sessions.all() if session.starts_at]
    for session in sessions:
        begins = (wall(session.starts_at, zone) + shift).replace(tzinfo=row.zone).astimezone(UTC)
        if session.ends_at:
            session.ends_at = begins + (session.ends_at - session.starts_at)
        session.starts_at = begins
    row.sessions.bulk_update(sessions, ["starts_at", "ends_at"])


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What a clock in the zone shows, as a naive datetime."""
    return moment.astimezone(zone).replace(tzinfo=None)
