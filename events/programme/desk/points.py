"""What is still open about a draft, in words, with the place where it is answered."""

from dataclasses import dataclass

from django.urls import reverse

from events.programme.models import Event
from events.programme.standing import ANSWERED_AT, BLOCKING, OF_THE_DEADLINE
from events.programme.wording import sentence
from intake.blocks import Remark


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """`index` is its place in the event's list; `url` leads to where it is answered.

    `may_stay`: a person may leave it so; the others must be answered before the event can be published.
    """

    index: int
    code: str
    text: str
    url: str
    may_stay: bool


def open_points(event: Event) -> list[OpenPoint]:
    return [
        OpenPoint(index, code, sentence(Remark(code, values)), place_of(code, event), code not in BLOCKING)
        for index, (code, values) in enumerate(event.open_points)
    ]


def warnings(event: Event) -> list[str]:
    return [sentence(Remark(code, values)) for code, values in event.warnings]


def place_of(code: str, event: Event) -> str:
    """A field of the form, the rules of registration, or the programme on the event's desk page."""
    if code in OF_THE_DEADLINE:
        return reverse("registration:rules", args=[event.slug])
    field = ANSWERED_AT.get(code)
    if field:
        return f"{reverse('programme:edit', args=[event.slug])}#id_{field}"
    return f"{reverse('programme:desk', args=[event.slug])}#programme"
