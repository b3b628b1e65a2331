"""How an event stands: what it lacks before people can open it, and which open points of its draft are answered."""

from collections.abc import Callable

from events.programme.models import Event, EventSection, Session
from intake.markup import plain

Point = list  # [code, values], as a remark of the draft is kept


def missing_values(event: Event) -> tuple[str, ...]:
    """Codes (errors.NEEDED) of what every event needs that people can open."""
    found = {
        "title": bool(event.title),
        "date": bool(event.starts_at and event.ends_at),
        "time_zone": bool(event.time_zone),
    }
    return tuple(code for code, is_there in found.items() if not is_there)


def missing(event: Event) -> tuple[str, ...]:
    """All that stands between a draft and its publication: missing values, and proposed sessions nobody accepted."""
    undecided = ("proposed",) if event.sessions.filter(proposed=True).exists() else ()
    return missing_values(event) + undecided


def sections_beside_summary(event: Event) -> list[EventSection]:
    """The sections of the description without one that says what stands at the top of the page already."""
    return [section for section in event.sections.all() if plain(section.body) != event.summary]


def lists_not_in_sections(event: Event) -> dict[str, list[str]]:
    """Audience, objectives and organisers, without those that a section of the description tells in full anyway."""
    lists = {name: getattr(event, name) for name in ("audience", "objectives", "organisers", "partners")}
    told = [set(section.blocks) for section in event.sections.all()]
    return {name: items for name, items in lists.items() if not is_told(event.evidence.get(name), told)}


def with_parts(event: Event, bodies: list[str]) -> list[tuple[str, str]]:
    """Each body with what it does in this event, in the words of the note or of whoever edited it; empty if unsaid."""
    return [(body, event.parts.get(body, "")) for body in bodies]


def is_told(blocks: list[int] | None, sections: list[set[int]]) -> bool:
    return bool(blocks) and any(set(blocks) <= section for section in sections)


def still_open(event: Event) -> list[Point]:
    """The open points that neither a value nor a session has answered yet; figures in them are brought up to date."""
    if not event.open_points:
        return []
    sessions = list(event.sessions.prefetch_related("speakers"))
    waiting = [point for point in event.open_points if not is_answered(point, event, sessions)]
    proposed = sum(session.proposed for session in sessions)
    return [
        [code, {**values, "count": proposed}] if code == "sessions_proposed" else [code, values]
        for code, values in waiting
    ]


def is_answered(point: Point, event: Event, sessions: list[Session]) -> bool:
    code, values = point
    if code in BY_VALUE:
        return BY_VALUE[code](event)
    if code == "speaker_undecided":
        same = [session for session in sessions if session.title.casefold() == str(values["session"]).casefold()]
        return not same or any(session.speakers.all() for session in same)
    if code in BY_SESSIONS:
        return BY_SESSIONS[code](sessions)
    return False


def has(name: str) -> Callable[[Event], bool]:
    return lambda event: bool(getattr(event, name))


def decided(name: str) -> Callable[[Event], bool]:
    """A value that no longer cites the document was set by a person."""
    return lambda event: bool(getattr(event, name)) and name not in event.evidence


def is_dated(event: Event) -> bool:
    return bool(event.starts_at and event.ends_at)


def have_speakers(sessions: list[Session]) -> bool:
    return any(session.speakers.all() for session in sessions)


def are_timed(sessions: list[Session]) -> bool:
    return all(session.starts_at for session in sessions)


OF_THE_ZONE = ("no_time_zone", "time_zone_open", "zones_differ", "zone_not_in_force")
OF_THE_DATE = ("no_date", "no_time", "date_without_year", "date_year_open", "dates_differ", "event_time_waiting")
OF_THE_DEADLINE = ("deadline_to_complete", "deadline_without_year", "deadline_after_event")  # set among the rules
# Answered only by what `missing` asks for too: nobody can leave them as they are.
BLOCKING = {"no_title", "sessions_proposed", *OF_THE_ZONE, *OF_THE_DATE}
BY_VALUE: dict[str, Callable[[Event], bool]] = {
    **{f"no_{name}": has(name) for name in ("title", "summary", "organisers", "audience", "objectives", "format")},
    **dict.fromkeys(OF_THE_ZONE, has("time_zone")),
    **dict.fromkeys(OF_THE_DATE, is_dated),
    **{f"{name}_inferred": decided(name) for name in ("title", "summary", "organisers")},
    "weekday_differs": decided("starts_at"),
    **dict.fromkeys(OF_THE_DEADLINE, has("registration_closes_at")),
}
BY_SESSIONS: dict[str, Callable[[list[Session]], bool]] = {
    "no_sessions": bool,
    "no_speakers": have_speakers,
    "sessions_proposed": lambda sessions: not any(session.proposed for session in sessions),
    "session_times_waiting": are_timed,
    "sessions_without_time": are_timed,
}
# Where on the form, or on the event's desk page (None), a person answers each point.
ANSWERED_AT: dict[str, str | None] = {
    **{f"no_{name}": name for name in ("title", "summary", "organisers", "audience", "objectives", "format")},
    **dict.fromkeys(OF_THE_ZONE, "time_zone"),
    **dict.fromkeys(("no_date", "date_without_year", "date_year_open", "dates_differ", "weekday_differs"), "day"),
    **dict.fromkeys(("no_time", "event_time_waiting"), "start"),
    **{f"{name}_inferred": name for name in ("title", "summary", "organisers")},
}
