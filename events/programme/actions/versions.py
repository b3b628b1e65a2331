"""A newer version of an event's note: what it would change, and taking over what a person chose of it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Manager, Max

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.corrections import correct
from events.programme.actions.differences import WHEN, Change, codes_of, differences
from events.programme.actions.drafts import add_sections, add_sessions, columns
from events.programme.actions.placing import place_sessions
from events.programme.actions.rows import locked, touch
from events.programme.actions.shapes import Shape, moment, shape_of_event, shape_of_source
from events.programme.errors import ComparedBefore, Decided
from events.programme.models import Event, NoteVersion, Session, Speaker
from events.programme.states import NoteState

CALLED = {"sessions": "title", "sections": "heading"}


def changes_in(version: NoteVersion) -> list[Change]:
    """What the version would change in its event as it stands now."""
    return differences(base_of(version.event), shape_of_event(version.event), version.drafted)


def base_of(event: Event) -> Shape:
    """What the event's document gave when it was taken up.

    Of a document from before that was kept, what drafting makes of it today; its parts are found by their titles.
    """
    used = event.versions.filter(source_id=event.source_id, state=NoteState.USED).last()
    if used and used.drafted:
        return used.drafted
    shape = shape_of_source(event.source) if event.source else {"values": {}}
    now = shape_of_event(event)
    for part, called in CALLED.items():
        codes = {row[called]: row["code"] for row in now[part]}
        for one in shape.get(part, []):
            one["code"] = codes.get(one[called], "")
    return shape


@transaction.atomic
def apply_version(version: NoteVersion, keys: Collection[str], *, seen: int, by: Person | None, at: datetime) -> Event:
    """Take those changes over whose keys are given (Change.key), and no other. The event then cites the new document.

    `seen` is the sequence that the person was shown. Raises ComparedBefore, Decided, or what `correct` raises; then
    nothing has changed.
    """
    event, version = locked(version.event), waiting(version)
    if event.sequence != seen:
        raise ComparedBefore
    was, now, new = base_of(event), shape_of_event(event), version.drafted
    chosen = [one for one in differences(was, now, new) if one.key in keys and one.who != "people"]
    for part, called in CALLED.items():
        codes = codes_of(was.get(part, []), now[part], new[part], called)
        for index, shape in enumerate(new[part]):
            shape["code"] = codes.get(index, "")
    event = correct(event, by=by, at=at, **event_values(chosen))
    put_back_sessions(event, was, now, new)
    change_sessions(event, new, [one for one in chosen if one.part == "session"])
    if event.starts_at:
        place_sessions(event)
    change_sections(event, new, [one for one in chosen if one.part == "section"])
    cite(event, version, at=at)
    audit.record(
        "version_applied", about=event.about, by=by, at=at, changes=len(chosen), source=str(version.source.code)
    )
    return event


def waiting(version: NoteVersion) -> NoteVersion:
    """The row as it stands; the event is locked, so nobody decides meanwhile."""
    row = NoteVersion.objects.select_related("source").get(pk=version.pk)
    if row.state != NoteState.WAITING:
        raise Decided
    return row


def event_values(chosen: list[Change]) -> dict[str, object]:
    """What `correct` takes."""
    values: dict[str, object] = {}
    for change in chosen:
        if change.part == "event":
            values |= (
                dict(zip(WHEN, change.offered, strict=True)) if change.name == "when" else {change.name: change.offered}
            )
    return columns(values)


def put_back_sessions(event: Event, was: Shape, now: Shape, new: Shape) -> None:
    """Sessions move with the start of the event; those whose stated times are the same in both notes stay put."""
    times = {one.get("code"): (one["starts_at"], one["ends_at"]) for one in was.get("sessions", []) if one["starts_at"]}
    steady = {one["code"] for one in new["sessions"] if times.get(one["code"]) == (one["starts_at"], one["ends_at"])}
    for shape in now["sessions"]:
        if shape["code"] in steady:
            moments = {name: moment(shape[name]) for name in ("starts_at", "ends_at")}
            event.sessions.filter(code=shape["code"]).update(**moments)


def change_sessions(event: Event, new: Shape, chosen: list[Change]) -> None:
    rows = {str(row.code): row for row in event.sessions.all()}
    for change in chosen:
        if change.name == "remove":
            rows[change.code].delete()
        elif change.name != "add":
            change_session_row(rows[change.code], change)
    add_sessions(event, added(new["sessions"], chosen), first=next_position(event.sessions))


def change_session_row(row: Session, change: Change) -> None:
    """One value. The draft's moments fit each other, but may have a start alone, which no form would take."""
    if change.name == "speakers":
        row.speakers.all().delete()
        put_speakers(row, change.offered)
    elif change.name == "times":
        row.starts_at, row.ends_at, row.stated_time = (*map(moment, change.offered[:2]), change.offered[2])
    else:
        setattr(row, change.name, change.offered)
    row.save()


def put_speakers(row: Session, speakers: list[Shape]) -> None:
    Speaker.objects.bulk_create(
        Speaker(session=row, position=position, **speaker) for position, speaker in enumerate(speakers)
    )


def change_sections(event: Event, new: Shape, chosen: list[Change]) -> None:
    for change in chosen:
        rows = event.sections.filter(code=change.code or None)
        if change.name == "remove":
            rows.delete()
        elif change.name != "add":
            rows.update(**{change.name: change.offered})
    add_sections(event, added(new["sections"], chosen), first=next_position(event.sections))


def added(shapes: list[Shape], chosen: list[Change]) -> list[Shape]:
    return [shapes[change.index] for change in chosen if change.name == "add" and change.index is not None]


def next_position(rows: Manager) -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def cite(event: Event, version: NoteVersion, *, at: datetime) -> None:
    """From now on the event stands beside the new document: what agrees with it cites it, the rest cites nothing."""
    row, new = locked(event), version.drafted
    said = shape_of_event(row)["values"]
    agreed = {name for name, value in new["values"].items() if said[name] == value}
    row.abbreviations = new["values"]["abbreviations"]
    row.evidence = {name: blocks for name, blocks in new["evidence"].items() if name in agreed}
    row.origins = {name: origin for name, origin in new["origins"].items() if name in agreed}
    row.open_points, row.warnings, row.source = new["open_points"], new["warnings"], version.source
    for part, called in CALLED.items():
        cite_parts(getattr(row, part), new[part], called)
    touch(row, "abbreviations", "evidence", "origins", "warnings", "source", at=at)
    version.state = NoteState.USED
    version.save(update_fields=["state", "drafted"])


def cite_parts(rows: Manager, shapes: list[Shape], called: str) -> None:
    drafted = {shape["code"]: shape for shape in shapes}
    for row in rows.all():
        shape = drafted.get(str(row.code))
        agrees = shape is not None and getattr(row, called) == shape[called]
        row.blocks, row.origin = (shape["blocks"], shape["origin"]) if agrees else ([], "")
        row.save(update_fields=["blocks", "origin"])


@transaction.atomic
def set_aside(version: NoteVersion, *, by: Person | None, at: datetime) -> None:
    """Leave the event as it is. The document stays in the list. Raises Decided."""
    event, version = locked(version.event), waiting(version)
    version.state = NoteState.SET_ASIDE
    version.save(update_fields=["state"])
    audit.record("version_set_aside", about=event.about, by=by, at=at, source=str(version.source.code))
