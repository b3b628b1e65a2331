from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.rows import locked, touch
from events.programme.errors import NotAMove, NotReady
from events.programme.models import Event
from events.programme.standing import missing
from events.programme.states import MOVES, OPEN, EventState


@transaction.atomic
def move(event: Event, to: str, *, by: Person | None, at: datetime) -> Event:
    """Publish, unlist, cancel, or take back to draft. Raises NotAMove, or NotReady with all that is missing."""
    row = locked(event)
    if to not in MOVES[row.state]:
        raise NotAMove
    if to in OPEN and (lacking := missing(row)):
        raise NotReady(lacking)
    came_from, row.state = row.state, to
    if to in OPEN:
        row.published_at = row.published_at or at
    row.cancelled_at = at if to == EventState.CANCELLED else None
    touch(row, "state", "published_at", "cancelled_at", at=at)
    audit.record("event_moved", about=row.about, by=by, at=at, came_from=str(came_from), to=str(to))
    return row
