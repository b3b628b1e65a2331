"""Taking in and reading, until intake's own verbs for the background are there."""

from datetime import datetime

from accounts.people.models import Person
from intake.actions import take_in
from intake.models import SourceDocument


def receive(name: str, data: bytes, *, by: Person | None, at: datetime, purpose: str) -> SourceDocument:
    return take_in(name, data, by=by, at=at)


def read_now(source: SourceDocument) -> None:
    """It is read already."""
