"""Each field of the form wears the mark of where its value comes from."""

from typing import TypedDict

from events.programme.forms import EventForm
from events.programme.models import Event

MOST_NUMBERS = 4
VALUE_OF = {"day": "starts_at", "start": "starts_at", "end": "ends_at"}
# What a concept note may say; the meeting link is the organizer's own business.
TRACED = {"title", "summary", "format", "venue", "languages", "organisers", "partners", "audience", "objectives",
          "themes", "announced", "contact", "time_zone", *VALUE_OF}  # fmt: skip
EXPECTED = TRACED - {"venue", "languages", "partners", "themes", "announced", "contact"}


class Mark(TypedDict):
    """`id` and `value` tie the mark to its field and to its words in the source.

    `empty`: expected of every event, and nobody has said it yet; `none`: not said, and nobody misses it. `origin`:
    stated, inferred or proposed.
    """

    id: str
    value: str
    blocks: list[int]
    empty: bool
    none: bool
    origin: str


def with_evidence(form: EventForm, event: Event) -> EventForm:
    """The same form; each of its fields has `evidence`, which elements/field.html shows, None where none is due."""
    for name, field in form.fields.items():
        field.evidence = mark_of(name, event)
    return form


def mark_of(name: str, event: Event) -> Mark | None:
    if event.source_id is None or name not in TRACED:
        return None
    value = VALUE_OF.get(name, name)
    has_value = bool(getattr(event, value, None))
    blocks = event.evidence.get(value, []) if has_value else []
    return Mark(
        id=f"mark-{name}",
        value=value,
        blocks=blocks[:MOST_NUMBERS],
        empty=not has_value and name in EXPECTED,
        none=not has_value and name not in EXPECTED,
        origin=origin_of(value, event),
    )


def origin_of(value: str, event: Event) -> str:
    """As drafting gave it. Drafts from before it did tell by an open point that a value was inferred."""
    inferred = any(code == f"{value}_inferred" for code, _values in event.open_points)
    return event.origins.get(value) or ("inferred" if inferred else "stated")
