"""The shape of an event: its values, sections and sessions as plain JSON, fitted to their columns.

A draft and the rows of an event are brought into the same shape, so that two of them are compared by `==`. Moments are
ISO 8601 in UTC.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import available_timezones

from events.programme.drafting import draft_event
from events.programme.drafting.drafts import EventDraft, SectionDraft, SessionDraft, SpeakerDraft
from events.programme.models import Event, EventSection, Session
from intake.blocks import Remark
from intake.markup import as_markdown
from intake.models import SourceDocument

Shape = dict[str, Any]
BODIES = ("organisers", "partners")
OTHER_LISTS = ("audience", "objectives", "themes")
MOMENTS = ("starts_at", "ends_at", "registration_closes_at")
VALUES = ("title", "summary", "language", "languages", "format", "venue", "contact", "time_zone", "capacity",
          "announced", "abbreviations", *BODIES, "parts", *OTHER_LISTS, *MOMENTS)  # fmt: skip
# What the draft calls otherwise than the event does.
RENAMED = {"places": "capacity", "deadline": "registration_closes_at", "speakers": "announced"}
NOT_CITED = {"sessions", "sections", "abbreviations", "language"}  # the language is that of the whole text
WEAKEST_LAST = ("stated", "inferred", "proposed")
# Words that say no more than the title of the list does: "Organised by", "Partners", "Организаторы".
SAYS_NO_MORE = re.compile(
    r"(?:jointly )?(?:organi[sz]\w*|partners?|conven\w+|held|delivered|invit\w+|joint \w+ of|together with|"
    r"jointly with|in (?:partnership|cooperation|co-operation|collaboration) with|"
    r"организ\w+|провод\w+|пров[её]д[её]?т|приглаша\w+|"
    r"партн[её]р\w*|(?:совместно|в партн[её]рстве|в сотрудничестве) с)(?: by| with)?",
    re.IGNORECASE,
)
LONGEST_PART = 100
MOST_PLACES = 1_000_000  # a larger number is no number of seats


def shape_of_source(source: SourceDocument) -> Shape:
    """What drafting makes of a document; years are offered that lie near the day on which it came in."""
    return shape_of_draft(draft_event(source.as_document(), near=source.taken_in_at.date()))


def shape_of_draft(draft: EventDraft) -> Shape:
    values = values_of(draft)
    origins = getattr(draft, "origin", {})
    return {
        "values": {name: plain(values[name]) for name in VALUES},
        "sections": [section_shape(draft, position, one) for position, one in enumerate(draft.sections)],
        "sessions": [session_shape(draft, position, one) for position, one in enumerate(draft.sessions)],
        "evidence": evidence_by_value(draft.evidence),
        "origins": origin_by_value(origins),
        "open_points": as_rows((*draft.open_points, *points_of_deadline(draft))),
        "warnings": as_rows((*draft.warnings, *remarks_on_link(draft))),
    }


def shape_of_event(event: Event) -> Shape:
    """What the event says now."""
    return {
        "values": {name: plain(getattr(event, name)) for name in VALUES},
        "sections": [shape_of_section(section) for section in event.sections.all()],
        "sessions": [shape_of_session(session) for session in event.sessions.all()],
    }


def shape_of_section(section: EventSection) -> Shape:
    return {"code": str(section.code), "heading": section.heading, "body": section.body}


def shape_of_session(session: Session) -> Shape:
    return {
        "code": str(session.code),
        "title": session.title,
        "kind": session.kind,
        "starts_at": plain(session.starts_at),
        "ends_at": plain(session.ends_at),
        "stated_time": session.stated_time,
        "speakers": [{"name": s.name, "role": s.role, "affiliation": s.affiliation} for s in session.speakers.all()],
    }


def plain(value: object) -> object:
    """As JSON keeps it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value


def moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) and text else None


def values_of(draft: EventDraft) -> dict[str, object]:
    starts_at, ends_at = span(draft.starts_at, draft.ends_at)
    places = draft.places if draft.places and draft.places < MOST_PLACES else None
    return {
        "title": fitting(draft.title, 250),
        "summary": draft.summary or "",
        "language": draft.language or "",
        "languages": list(draft.languages),
        "format": draft.format or "",
        "venue": fitting(draft.venue, 300),
        "contact": fitting(draft.contact, 500),
        "time_zone": zone_of(draft.time_zone),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "capacity": places,
        "registration_closes_at": draft.deadline if is_usable(draft) else None,
        "announced": [speaker_shape(speaker) for speaker in draft.speakers],
        "abbreviations": [{"short": one.short, "long": one.long} for one in draft.abbreviations],
        "parts": parts_of(draft),
        **{name: list(getattr(draft, name)) for name in (*BODIES, *OTHER_LISTS)},
    }


def parts_of(draft: EventDraft) -> dict[str, str]:
    """What the document says that a body does ("with the financial support of"), by the name of the body."""
    paths = ((f"{name}[{index}]", body) for name in BODIES for index, body in enumerate(getattr(draft, name)))
    told = ((body, fitting(draft.part.get(path), LONGEST_PART)) for path, body in paths)
    return {body: part for body, part in told if part and not SAYS_NO_MORE.fullmatch(part.rstrip(":"))}


def is_usable(draft: EventDraft) -> bool:
    """The deadline is a moment that registration can close at; a day alone does not say when on that day."""
    if not isinstance(draft.deadline, datetime):
        return False
    return draft.ends_at is None or draft.deadline <= draft.ends_at


def points_of_deadline(draft: EventDraft) -> list[Remark]:
    told = {point.code for point in draft.open_points}
    if draft.deadline is None or is_usable(draft) or "deadline_after_event" in told:
        return []
    day: date = draft.deadline
    return [Remark("deadline_to_complete", {"day": day.isoformat()[:10]})]


def remarks_on_link(draft: EventDraft) -> list[Remark]:
    return [Remark("registration_link_stated", {"link": draft.link})] if draft.link else []


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
        if name := value_of_path(path):
            found.setdefault(name, set()).update(numbers)
    return {name: sorted(numbers) for name, numbers in found.items()}


def origin_by_value(origins: dict[str, str]) -> dict[str, str]:
    """Of several parts of a value the weakest counts: a list with one proposed item is a proposal to look at."""
    found: dict[str, list[str]] = {}
    for path, origin in origins.items():
        if name := value_of_path(path):
            found.setdefault(name, []).append(origin)
    return {name: weakest(each) for name, each in found.items()}


def value_of_path(path: str) -> str | None:
    name = re.split(r"[\[.]", path, maxsplit=1)[0]
    return None if name in NOT_CITED else RENAMED.get(name, name)


def weakest(origins: Iterable[str]) -> str:
    return max(origins, key=WEAKEST_LAST.index, default="")


def of_part(path: str, draft: EventDraft) -> Shape:
    """The blocks and the origin of a part of the draft ("sessions[0]") and of anything inside it.

    The kind of a session counts for nothing: no document states it, so it would make every session an inferred one.
    """
    blocks = blocks_under(path, draft.evidence)
    inside = [
        origin for key, origin in getattr(draft, "origin", {}).items() if is_under(path, key) and key != f"{path}.kind"
    ]
    return {"blocks": blocks, "origin": weakest(inside)}


def is_under(path: str, key: str) -> bool:
    return key == path or key.startswith(f"{path}.")


def blocks_under(path: str, evidence: dict[str, tuple[int, ...]]) -> list[int]:
    """Numbers given for a path or anything inside it ("sessions[0]" also has those of "sessions[0].title")."""
    inside = (numbers for key, numbers in evidence.items() if is_under(path, key))
    return sorted({number for numbers in inside for number in numbers})


def section_shape(draft: EventDraft, position: int, section: SectionDraft) -> Shape:
    texts = {"heading": fitting(section.heading, 200), "body": body_of(section)}
    return texts | of_part(f"sections[{position}]", draft)


def body_of(section: SectionDraft) -> str:
    """The drafted text as Markdown that shows it letter by letter; its list items stay a list."""
    return as_markdown(re.split(r"\n\n+|\n(?=- )", section.body))


def session_shape(draft: EventDraft, position: int, session: SessionDraft) -> Shape:
    starts_at, ends_at = span(session.starts_at, session.ends_at)
    return {
        "title": fitting(session.title, 400),
        "kind": session.kind,
        "starts_at": plain(starts_at),
        "ends_at": plain(ends_at),
        "speakers": [speaker_shape(speaker) for speaker in session.speakers],
        "proposed": session.proposed,
        "stated_time": session.stated_time[:60],
        **of_part(f"sessions[{position}]", draft),
    }


def speaker_shape(speaker: SpeakerDraft) -> dict[str, str]:
    """Where only a body is named ("Representative of …"), the role stands in for the name that is still to come."""
    name, role = (speaker.name, speaker.role) if speaker.name else (speaker.role or speaker.affiliation, "")
    affiliation = speaker.affiliation if speaker.affiliation != name else ""
    return {"name": fitting(name, 150), "role": fitting(role, 150), "affiliation": fitting(affiliation, 200)}


def fitting(text: str | None, limit: int) -> str:
    """One line, cut at a word where it is longer than its column."""
    line = " ".join((text or "").split())
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + "…"


def as_rows(remarks: Iterable[Remark]) -> list[list[object]]:
    return [[remark.code, remark.values] for remark in remarks]
