"""The event with its description, its programme, and the documents handed in for it."""

from events.programme.models.events import JOIN_BEFORE, Event, EventQuerySet, EventSection
from events.programme.models.notes import NoteVersion, NoteVersionQuerySet
from events.programme.models.sessions import Session, SessionQuerySet, Speaker

__all__ = [
    "JOIN_BEFORE",
    "Event",
    "EventQuerySet",
    "EventSection",
    "NoteVersion",
    "NoteVersionQuerySet",
    "Session",
    "SessionQuerySet",
    "Speaker",
]
