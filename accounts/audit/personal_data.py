"""What the trail says of a person. It knows a code and no name, so once the account is gone the code leads nowhere:
there is nothing to forget."""

import uuid
from typing import Any, Protocol

from django.db.models import Q

from accounts.audit.models import AuditEntry

MODELS: list[str] = []


class Coded(Protocol):
    """A person, as far as the trail may know one."""

    code: uuid.UUID


def collect(person: Coded) -> dict[str, Any]:
    """What the person did, and what was done to the account."""
    own = AuditEntry.objects.filter(Q(actor=person.code) | Q(about=f"person:{person.code}")).order_by("at", "pk")
    return {"trail": [{"at": row.at.isoformat(), "action": row.action, "about": row.about} for row in own]}


def forget(person: Coded) -> None:
    return None
