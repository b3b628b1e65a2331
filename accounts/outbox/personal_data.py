"""Letters hold an address and what was told to it."""

from typing import Any, Protocol

from accounts.outbox.models import Letter

MODELS: list[str] = []


class Addressed(Protocol):
    """A person, as far as letters know one."""

    email: str


def collect(person: Addressed) -> dict[str, Any]:
    rows = Letter.objects.filter(to=person.email).values_list("subject", "body", "created_at")
    return {"letters": [{"subject": subject, "text": body, "at": at.isoformat()} for subject, body, at in rows]}


def forget(person: Addressed) -> None:
    Letter.objects.filter(to=person.email).delete()
