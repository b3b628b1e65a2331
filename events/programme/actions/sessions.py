from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypedDict

from django.db import transaction
from django.db.models import Max

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.rows import assign, locked, touch
from events.programme.errors import EndsBeforeStart, HalfATime, NothingToLayOut
from events.programme.models import Event, Session, Speaker

SESSION_VALUES = frozenset({"title", "summary", "kind", "starts_at", "ends_at", "meeting_url"})


class SpeakerValues(TypedDict):
    name: str
    role: str
    affiliation: str


@transaction.atomic
def add_session(
    event: Event, *, by: Person | None, at: datetime, speakers: Sequence[SpeakerValues] = (), **values: object
) -> Session:
    """Raises EndsBeforeStart or HalfATime."""
    row = locked(event)
    last = row.sessions.aggregate(last=Max("position"))["last"]
    session = Session(event=row, position=0 if last is None else last + 1)
    write(session, values, speakers)
    touch(row, at=at)
    audit.record("session_added", about=row.about, by=by, at=at, session=str(session.code))
    return session


@transaction.atomic
def change_session(
    session: Session,
    *,
    by: Person | None,
    at: datetime,
    speakers: Sequence[SpeakerValues] | None = None,
    **values: object,
) -> Session:
    """Set values (SESSION_VALUES) and, where given, all the speakers. A session that a person has changed is not
    proposed any more. Raises EndsBeforeStart or HalfATime."""
    row = locked(session.event)
    accept(session)
    write(session, values, speakers)
    touch(row, at=at)
    audit.record("session_changed", about=row.about, by=by, at=at, session=str(session.code))
    return session


@transaction.atomic
def remove_session(session: Session, *, by: Person | None, at: datetime) -> None:
    row = locked(session.event)
    code = str(session.code)
    session.delete()
    touch(row, at=at)
    audit.record("session_removed", about=row.about, by=by, at=at, session=code)


@transaction.atomic
def keep_proposed(event: Event, *, by: Person | None, at: datetime, only: Session | None = None) -> int:
    """Accept the proposed sessions, or `only` one of them, as they stand. Returns how many."""
    row = locked(event)
    proposed = row.sessions.filter(proposed=True)
    kept = (proposed.filter(pk=only.pk) if only else proposed).update(proposed=False, blocks=[], origin="")
    if kept:
        touch(row, at=at)
        audit.record("sessions_kept", about=row.about, by=by, at=at, sessions=kept)
    return kept


@transaction.atomic
def lay_out(
    event: Event, plan: Sequence[tuple[Session, int]], *, starts_at: datetime, by: Person | None, at: datetime
) -> Event:
    """Put sessions one after another from `starts_at` (aware), each for its minutes, in the order of the plan.

    Whoever lays out a proposed session has accepted it. The event itself becomes longer where the sessions would
    stick out; it never becomes shorter. Raises NothingToLayOut.
    """
    if not plan or any(minutes < 1 for _, minutes in plan):
        raise NothingToLayOut
    row, begins = locked(event), starts_at.astimezone(UTC)  # on a wall clock, minutes would not be minutes
    for position, (session, minutes) in enumerate(plan):
        session.starts_at, session.ends_at = begins, begins + timedelta(minutes=minutes)
        session.position, session.stated_time = position, ""
        accept(session)
        begins = session.ends_at
    row.sessions.bulk_update(
        [session for session, _ in plan],
        ["starts_at", "ends_at", "position", "proposed", "blocks", "origin", "stated_time"],
    )
    row.starts_at = min(starts_at, row.starts_at or starts_at)
    row.ends_at = max(begins, row.ends_at or begins)
    touch(row, "starts_at", "ends_at", at=at)
    audit.record("programme_laid_out", about=row.about, by=by, at=at, sessions=len(plan))
    return row


def accept(session: Session) -> None:
    """A suggestion that a person takes up is the person's own: the document never stated that session."""
    if session.proposed:
        session.proposed, session.blocks, session.origin = False, [], ""


def write(session: Session, values: dict[str, object], speakers: Sequence[SpeakerValues] | None) -> None:
    changed = assign(session, values, SESSION_VALUES)
    if bool(session.starts_at) != bool(session.ends_at):
        raise HalfATime
    if session.starts_at and session.ends_at <= session.starts_at:
        raise EndsBeforeStart
    if session.starts_at and {"starts_at", "ends_at"} & changed:
        session.stated_time = ""
    if "title" in changed:
        session.blocks, session.origin = [], ""
    session.save()
    if speakers is not None:
        session.speakers.all().delete()
        Speaker.objects.bulk_create(
            Speaker(session=session, position=position, **speaker) for position, speaker in enumerate(speakers)
        )
