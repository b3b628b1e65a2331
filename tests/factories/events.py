from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.teams.models import Team
from events.programme.models import Event, EventSection, NoteVersion, Session, Speaker
from events.programme.states import EventState, Format, NoteState, SessionKind
from tests.factories.counting import at_noon, numbers
from tests.factories.documents import document
from tests.factories.people import team as some_team


def event(*, team: Team | None = None, published: bool = True, **fields: Any) -> Event:
    """A webinar of two hours, ten days ahead; `published=False` gives a draft. `state` outdoes both."""
    n = next(numbers)
    starts_at = fields.get("starts_at") or at_noon() + timedelta(days=10)
    values = {
        "team": team or some_team(),
        "slug": f"event-{n}",
        "title": f"Event {n}",
        "summary": "What the webinar is about.",
        "state": EventState.PUBLISHED if published else EventState.DRAFT,
        "language": "en",
        "format": Format.ONLINE,
        "time_zone": "Asia/Tashkent",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "meeting_url": f"https://meet.example.org/room-{n}",
        "capacity": 100,
        "created_at": timezone.now(),
    }
    return Event.objects.create(**(values | fields))


def event_section(of: Event, **fields: Any) -> EventSection:
    n = next(numbers)
    return EventSection.objects.create(
        event=of, **({"heading": f"Part {n}", "body": "Some words.", "position": n} | fields)
    )


def session(of: Event | None = None, *, speakers: tuple[str, ...] = (), **fields: Any) -> Session:
    """A talk of half an hour at the start of its event, held by `speakers` (names)."""
    n = next(numbers)
    of = of or event()
    starts_at = fields.get("starts_at", of.starts_at)
    values = {
        "title": f"Session {n}",
        "kind": SessionKind.TALK,
        "starts_at": starts_at,
        "ends_at": starts_at and starts_at + timedelta(minutes=30),
        "position": n,
    }
    talk = Session.objects.create(event=of, **(values | fields))
    for position, name in enumerate(speakers):
        Speaker.objects.create(session=talk, name=name, role="Speaker", affiliation="Academy", position=position)
    return talk


def note_version(of: Event, **fields: Any) -> NoteVersion:
    """A newer version of an event's note that waits for a decision and says nothing."""
    values = {"team": of.team, "state": NoteState.WAITING, "created_at": timezone.now()}
    values["drafted"] = {name: [] for name in ("sessions", "sections", "open_points", "warnings")}
    values["drafted"] |= {"values": {"abbreviations": []}, "evidence": {}, "origins": {}}
    source = fields.pop("source", None) or document()
    return NoteVersion.objects.create(event=of, source=source, **(values | fields))
