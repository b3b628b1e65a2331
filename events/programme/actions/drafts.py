import re
from datetime import datetime
from zoneinfo import available_timezones

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from accounts.teams.slugs import slugs
from events.programme.drafting import draft_event
from events.programme.drafting.drafts import EventDraft, SectionDraft, SessionDraft, SpeakerDraft
from events.programme.models import Event, EventSection, Session, Speaker
from intake.actions import take_in
from intake.blocks import Remark
from intake.markup import as_markdown
from intake.models import SourceDocument

LISTS = ("organisers", "partners", "audience", "objectives", "themes")
RESERVED = {"new"}  # /desk/events/new/ is the upload page
NOT_CITED = {"sessions", "sections", "abbreviations", "language"}  # the language is that of the whole text


@transaction.atomic
def draft_from_file(name: str, data: bytes, *, team: Team, by: Person | None, at: datetime) -> Event:
    """Take in an uploaded file and draft an event from it; both or neither. Raises intake.errors.Refused."""
    return draft_from(take_in(name, data, by=by, at=at), team=team, by=by, at=at)


@transaction.atomic
def draft_from(source: SourceDocument, *, team: Team, by: Person | None, at: datetime) -> Event:
    """Draft an event from a document and save it as a draft that only the team sees."""
    draft = draft_event(source.as_document())
    event = create(draft, source, team, at)
    write_sections(event, draft)
    write_sessions(event, draft)
    figures = {"sessions": len(draft.sessions), "open_points": len(event.open_points)}
    audit.record("event_drafted", about=event.about, by=by, at=at, source=str(source.code), **figures)
    return event


def create(draft: EventDraft, source: SourceDocument, team: Team, at: datetime) -> Event:
    """The row, at the first free address: the database decides which one is free."""
    values = {**values_of(draft), "team": team, "source": source, "created_at": at, "changed_at": at}
    wishes = slugs(draft.title or "", fallback="event", reserved=RESERVED)
    tries = (Event.objects.get_or_create(slug=slug, defaults=values) for slug in wishes)
    return next(event for event, is_new in tries if is_new)


def values_of(draft: EventDraft) -> dict[str, object]:
    starts_at, ends_at = span(draft.starts_at, draft.ends_at)
    return {
        "title": fitting(draft.title, 250),
        "summary": draft.summary or "",
        "language": draft.language or "",
        "format": draft.format or "",
        "time_zone": zone_of(draft.time_zone),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "abbreviations": [{"short": one.short, "long": one.long} for one in draft.abbreviations],
        "evidence": evidence_by_value(draft.evidence),
        "open_points": as_rows(draft.open_points),
        "warnings": as_rows(draft.warnings),
        **{name: list(getattr(draft, name)) for name in LISTS},
    }


def span(starts_at: datetime | None, ends_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """An end that does not lie after the start is worth nothing: the organizer is asked for it."""
    return starts_at, ends_at if starts_at and ends_at and ends_at > starts_at else None


def zone_of(stated: str | None) -> str:
    """A bare offset becomes the zone that has it all year ("UTC+05:00" → "Etc/GMT-5", whose sign is reversed).

    One with half an hour has no such zone; its moments are then told in UTC until the organizer names the zone.
    """
    if not stated or stated in available_timezones():
        return stated or ""
    hours, _, minutes = stated.removeprefix("UTC").replace("−", "-").partition(":")
    name = f"Etc/GMT{-int(hours):+d}" if hours.lstrip("+-").isdigit() and minutes in ("", "00") else "UTC"
    return name if name in available_timezones() else "UTC"


def evidence_by_value(evidence: dict[str, tuple[int, ...]]) -> dict[str, list[int]]:
    """Block numbers by the name of the event's value: "themes[0]" and "themes[1]" both tell about "themes".

    What belongs to a session or a section is kept in its own row, which may move.
    """
    found: dict[str, set[int]] = {}
    for path, numbers in evidence.items():
        name = path.split("[", 1)[0]
        if name not in NOT_CITED:
            found.setdefault(name, set()).update(numbers)
    return {name: sorted(numbers) for name, numbers in found.items()}


def blocks_under(path: str, evidence: dict[str, tuple[int, ...]]) -> list[int]:
    """Numbers given for a path or anything inside it ("sessions[0]" also has those of "sessions[0].title")."""
    inside = (numbers for key, numbers in evidence.items() if key == path or key.startswith(f"{path}."))
    return sorted({number for numbers in inside for number in numbers})


def write_sections(event: Event, draft: EventDraft) -> None:
    EventSection.objects.bulk_create(
        EventSection(
            event=event,
            heading=fitting(section.heading, 200),
            body=body_of(section),
            position=position,
            blocks=blocks_under(f"sections[{position}]", draft.evidence),
        )
        for position, section in enumerate(draft.sections)
    )


def body_of(section: SectionDraft) -> str:
    """The drafted text as Markdown that shows it letter by letter; its list items stay a list."""
    return as_markdown(re.split(r"\n\n+|\n(?=- )", section.body))


def write_sessions(event: Event, draft: EventDraft) -> None:
    rows = [session_row(event, position, session, draft) for position, session in enumerate(draft.sessions)]
    Session.objects.bulk_create(rows)
    Speaker.objects.bulk_create(
        speaker_row(row, position, speaker)
        for row, session in zip(rows, draft.sessions, strict=True)
        for position, speaker in enumerate(session.speakers)
    )


def session_row(event: Event, position: int, session: SessionDraft, draft: EventDraft) -> Session:
    starts_at, ends_at = span(session.starts_at, session.ends_at)
    return Session(
        event=event,
        title=fitting(session.title, 400),
        kind=session.kind,
        starts_at=starts_at,
        ends_at=ends_at,
        proposed=session.proposed,
        stated_time=session.stated_time[:60],
        position=position,
        blocks=blocks_under(f"sessions[{position}]", draft.evidence),
    )


def speaker_row(session: Session, position: int, speaker: SpeakerDraft) -> Speaker:
    """Where only a body is named ("Representative of …"), the role stands in for the name that is still to come."""
    name, role = (speaker.name, speaker.role) if speaker.name else (speaker.role or speaker.affiliation, "")
    affiliation = speaker.affiliation if speaker.affiliation != name else ""
    return Speaker(
        session=session,
        name=fitting(name, 150),
        role=fitting(role, 150),
        affiliation=fitting(affiliation, 200),
        position=position,
    )


def fitting(text: str | None, limit: int) -> str:
    """One line, cut at a word where it is longer than its column."""
    line = " ".join((text or "").split())
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def as_rows(remarks: tuple[Remark, ...]) -> list[list[object]]:
    return [[remark.code, remark.values] for remark in remarks]
