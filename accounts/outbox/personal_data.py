"""Letters hold an address and what was told to it."""

from typing import Any, Protocol

from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.models import Letter

MODELS: list[str] = []


class Addressed(Protocol):
    """A person, as far as letters know one."""

    email: str


def collect(person: Addressed) -> dict[str, Any]:
    """Each letter as a file of its own; those that held a code have lost their text."""
    rows = Letter.objects.readable().filter(to=person.email).order_by("created_at")
    return {"letters": [told(letter) for letter in rows]}


def told(letter: Letter) -> dict[str, Any]:
    moments = {"written_at": letter.created_at.isoformat(), "sent_at": letter.sent_at and letter.sent_at.isoformat()}
    text = f"{letter.subject}\n\n{letter.body}\n"
    name = f"{letter.created_at:%Y-%m-%d}-{letter.kind}.txt"
    return {"subject": letter.subject, **moments, "name": name, "data": text.encode(), **attached(letter)}


def attached(letter: Letter) -> dict[str, Any]:
    name = f"{letter.created_at:%Y-%m-%d}-{letter.kind}.ics"
    return {"calendar": {"name": name, "data": letter.calendar.encode()}} if letter.calendar else {}


def forget(person: Addressed) -> None:
    """The rows stay, empty: their keys hold codes only."""
    actions.empty(Letter.objects.filter(to=person.email), at=timezone.now())
