"""Each field of the form wears the mark of where its value comes from."""

from typing import TypedDict

from events.programme.forms import EventForm
from events.programme.models import Event

MOST_NUMBERS = 4
VALUE_OF = {"day": "starts_at", "start": "starts_at", "end": "ends_at"}
# What a concept note may say; seats, links and deadlines are the organizer's own business.
TRACED = {"title", "summary", "format", "organisers", "partners", "audience", "objectives", "themes", "time_zone", *VALUE_OF}  # fmt: skip  # noqa: E501
EXPECTED = TRACED - {"partners", "themes"}


class Mark(TypedDict):
    """`empty`: expected of every event, and nobody has said it yet. `proposed`: made by the reader, not stated."""

    blocks: list[int]
    empty: bool
    proposed: bool


def with_evidence(form: EventForm, event: Event) -> EventForm:
    """The same form; each of its fields has `evidence`, which elements/field.html shows, None where none is due."""
    for name, field in form.fields.items():
        field.evidence = mark_of(name, event)
    return form


def mark_of(name: str, event: Event) -> Mark | None:
    value = VALUE_OF.get(name, name)
    has_value = bool(getattr(event, value, None))
    if event.source_id is None or name not in TRACED or (not has_value and name not in EXPECTED):
        return None
    blocks = event.evidence.get(value, []) if has_value else []
    inferred = any(code == f"{value}_inferred" for code, _values in event.open_points)
    return Mark(blocks=blocks[:MOST_NUMBERS], empty=not has_value, proposed=inferred)
