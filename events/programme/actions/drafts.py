from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from accounts.teams.slugs import slugs
from events.programme.actions.shapes import MOMENTS, Shape, moment, shape_of_source
from events.programme.models import Event, EventSection, NoteVersion, Session, Speaker
from events.programme.states import NoteState
from intake.actions import take_in
from intake.models import SourceDocument

RESERVED = {"new"}  # /desk/events/new/ is the upload page


def draft_from_file(name: str, data: bytes, *, team: Team, by: Person | None, at: datetime) -> Event:
    """Take in a file and draft an event from it; both or neither. Raises intake.errors.Refused.

    The file is read before the transaction: that may take seconds, and SQLite has one writer.
    """
    source = take_in(name, data, by=by, at=at)
    try:
        return draft_from(source, team=team, by=by, at=at)
    except Exception:
        source.delete()
        raise


@transaction.atomic
def draft_from(source: SourceDocument, *, team: Team, by: Person | None, at: datetime) -> Event:
    """Draft an event from a document and save it as a draft that only the team sees."""
    version = NoteVersion(team=team, source=source, created_at=at)
    return first_draft(version, by=by, at=at)


def first_draft(version: NoteVersion, *, by: Person | None, at: datetime) -> Event:
    """The event that a document describes, as its draft; the version keeps what was drafted, to compare with later."""
    shape = shape_of_source(version.source)
    event = create(shape, version, at)
    add_sections(event, shape["sections"])
    add_sessions(event, shape["sessions"])
    version.event, version.state, version.drafted = event, NoteState.USED, shape
    version.save()
    figures = {"sessions": len(shape["sessions"]), "open_points": len(event.open_points)}
    audit.record("event_drafted", about=event.about, by=by, at=at, source=str(version.source.code), **figures)
    return event


def create(shape: Shape, version: NoteVersion, at: datetime) -> Event:
    """The row, at the first free address: the database decides which one is free."""
    told = {name: shape[name] for name in ("evidence", "origins", "open_points", "warnings")}
    fixed = {"team": version.team, "source": version.source, "created_at": at, "changed_at": at}
    values = columns(shape["values"]) | told | fixed
    wishes = slugs(shape["values"]["title"], fallback="event", reserved=RESERVED)
    tries = (Event.objects.get_or_create(slug=slug, defaults=values) for slug in wishes)
    return next(event for event, is_new in tries if is_new)


def columns(values: Shape) -> dict[str, object]:
    """Values of a shape as the columns of an event take them."""
    return {name: moment(value) if name in MOMENTS else value for name, value in values.items()}


def add_sections(event: Event, shapes: list[Shape], *, first: int = 0) -> None:
    """Write the sections, numbered from `first`; each shape then knows the code of its row."""
    rows = [
        EventSection(
            event=event,
            heading=shape["heading"],
            body=shape["body"],
            position=position,
            blocks=shape["blocks"],
            origin=shape["origin"],
        )
        for position, shape in enumerate(shapes, start=first)
    ]
    EventSection.objects.bulk_create(rows)
    name_rows(shapes, rows)


def add_sessions(event: Event, shapes: list[Shape], *, first: int = 0) -> None:
    """As add_sections, with the speakers of each session."""
    rows = [session_row(event, position, shape) for position, shape in enumerate(shapes, start=first)]
    Session.objects.bulk_create(rows)
    Speaker.objects.bulk_create(
        Speaker(session=row, position=position, **speaker)
        for row, shape in zip(rows, shapes, strict=True)
        for position, speaker in enumerate(shape["speakers"])
    )
    name_rows(shapes, rows)


def name_rows(shapes: list[Shape], rows: list[EventSection] | list[Session]) -> None:
    for shape, row in zip(shapes, rows, strict=True):
        shape["code"] = str(row.code)


def session_row(event: Event, position: int, shape: Shape) -> Session:
    taken = ("title", "kind", "proposed", "stated_time", "blocks", "origin")
    moments = {name: moment(shape[name]) for name in ("starts_at", "ends_at")}
    return Session(event=event, position=position, **moments, **{name: shape[name] for name in taken})
