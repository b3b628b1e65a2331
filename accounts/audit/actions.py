import uuid
from datetime import datetime
from typing import Protocol

from accounts.audit.models import AuditEntry


class Coded(Protocol):
    """A person, as far as the trail may know one."""

    code: uuid.UUID


def record(
    action: str, *, about: str, by: Coded | None, at: datetime, **details: str | int | bool | None
) -> AuditEntry:
    """Write one line of the trail in the caller's transaction. `details` hold figures and states, never names."""
    return AuditEntry.objects.create(action=action, about=about, actor=by.code if by else None, at=at, details=details)
