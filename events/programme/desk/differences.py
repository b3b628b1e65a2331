"""The differences between an event and a newer document, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from events.programme import actions
from events.programme.actions.differences import Change
from events.programme.forms import EventForm
from events.programme.forms.fields import spoken
from events.programme.models import NoteVersion
from events.programme.states import LANGUAGES, Format, SessionKind
from intake.markup import plain

OTHER_LABELS = {
    "when": gettext_lazy("Date and time"),
    "capacity": gettext_lazy("Seats"),
    "parts": gettext_lazy("What each organiser and partner does"),
    "registration_closes_at": gettext_lazy("Registration closes"),
    "kind": gettext_lazy("Kind"),
    "times": gettext_lazy("Time"),
    "speakers": gettext_lazy("Speakers"),
    "heading": gettext_lazy("Heading"),
    "body": gettext_lazy("Text"),
}
PARTS = {"session": gettext_lazy("Session “%(title)s”"), "section": gettext_lazy("Text “%(title)s”")}
WHOLE = {
    ("session", "add"): gettext_lazy("New session “%(title)s”"),
    ("session", "remove"): gettext_lazy("Remove the session “%(title)s”"),
    ("section", "add"): gettext_lazy("New text “%(title)s”"),
    ("section", "remove"): gettext_lazy("Remove the text “%(title)s”"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """`sides`: what each place says (in which document, or here), as lines of text; none where it says nothing."""

    key: str
    label: str
    ticked: bool
    sides: list[tuple[str, list[str]]]


def lines_of(version: NoteVersion) -> dict[str, list[Line]]:
    """Under who changed each: the document alone, both, people alone."""
    lines: dict[str, list[Line]] = {"document": [], "both": [], "people": []}
    zone = version.event.zone
    for change in actions.changes_in(version):
        lines[change.who].append(Line(change.key, label_of(change), change.ticked, sides_of(change, zone)))
    return lines


def label_of(change: Change) -> str:
    if whole := WHOLE.get((change.part, change.name)):
        return whole % {"title": change.title}
    own = EventForm.base_fields.get(change.name) if change.part == "event" else None
    label = str(own.label if own else OTHER_LABELS.get(change.name) or EventForm.base_fields[change.name].label)
    return f"{PARTS[change.part] % {'title': change.title}}: {label}" if change.part in PARTS else label


def sides_of(change: Change, zone: ZoneInfo) -> list[tuple[str, list[str]]]:
    """What was drafted before is told only where people have changed it since."""
    now = (_("Here now"), told(change.name, change.now, zone))
    before = [(_("Earlier document"), told(change.name, change.was, zone))] if change.who == "both" else []
    return [*before, now, (_("Newer document"), told(change.name, change.offered, zone))]


def told(name: str, value: Any, zone: ZoneInfo) -> list[str]:
    if not value:
        return []
    if name in TELL:
        return TELL[name](value, zone)
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def told_part(part: dict[str, Any], zone: ZoneInfo) -> list[str]:
    """A whole session or text."""
    names = ("title", "times", "speakers", "heading", "body")
    return [text for name in names if name in part for text in told(name, part[name], zone)]


def told_when(when: list[str | None], zone: ZoneInfo) -> list[str]:
    """The span of an event, on the clock of the zone that comes with it."""
    own = [spoken(when[2])] if when[2] else []
    return told_span(when[0], when[1], ZoneInfo(when[2]) if when[2] else zone) + own


def told_times(times: list[str | None], zone: ZoneInfo) -> list[str]:
    """The span of a session; until it has a day, the time as the document writes it."""
    return told_span(times[0], times[1], zone) or [text for text in times[2:] if text]


def told_span(starts_at: str | None, ends_at: str | None, zone: ZoneInfo) -> list[str]:
    if not starts_at:
        return []
    start, end = (datetime.fromisoformat(text).astimezone(zone) if text else None for text in (starts_at, ends_at))
    text = date_format(start, "l, j E Y, H:i")
    if end:
        text += "–" + date_format(end, "H:i" if end.date() == start.date() else "j E Y, H:i")
    return [text]


def told_moment(text: str, zone: ZoneInfo) -> list[str]:
    return [date_format(datetime.fromisoformat(text).astimezone(zone), "l, j E Y, H:i")]


def told_people(people: list[dict[str, str]], _zone: ZoneInfo) -> list[str]:
    return [", ".join(filter(None, person.values())) for person in people]


def told_parts(parts: dict[str, str], _zone: ZoneInfo) -> list[str]:
    return [f"{body} – {part}" for body, part in parts.items()]


def told_languages(codes: str | list[str], _zone: ZoneInfo) -> list[str]:
    each = [codes] if isinstance(codes, str) else codes
    return [gettext(LANGUAGES[code]) if code in LANGUAGES else code for code in each]


TELL: dict[str, Callable[[Any, ZoneInfo], list[str]]] = {
    "when": told_when,
    "times": told_times,
    "registration_closes_at": told_moment,
    "speakers": told_people,
    "announced": told_people,
    "parts": told_parts,
    "language": told_languages,
    "languages": told_languages,
    "format": lambda value, _zone: [str(Format(value).label)],
    "kind": lambda value, _zone: [str(SessionKind(value).label)],
    "body": lambda value, _zone: [plain(value)],
    "add": told_part,
    "remove": told_part,
}
