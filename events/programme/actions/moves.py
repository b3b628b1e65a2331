from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.rows import locked, touch
from events.programme.errors import NoDraftAnyMore, NotAMove, NotReady
from events.programme.models import Event, NoteVersion
from events.programme.standing import missing
from events.programme.states import MOVES, OPEN, EventState
from intake.models import SourceDocument


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


@transaction.atomic
def discard_draft(event: Event, *, by: Person | None, at: datetime) -> None:
    """Delete a draft that nobody outside the team has ever seen, with its documents. Raises NoDraftAnyMore."""
    row = locked(event)
    if row.state != EventState.DRAFT or row.published_at:
        raise NoDraftAnyMore
    documents = {row.source_id, *row.versions.values_list("source_id", flat=True)} - {None}
    audit.record("event_discarded", about=row.about, by=by, at=at, documents=len(documents))
    row.delete()
    left = SourceDocument.objects.filter(pk__in=documents, events=None)
    left.exclude(pk__in=NoteVersion.objects.values("source")).delete()
