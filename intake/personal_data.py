"""Who handed in a document: only the link is personal, the document belongs to the team's event or course."""

from typing import Any

from accounts.people.models import Person
from intake.models import SourceDocument

MODELS = ["intake.SourceDocument"]


def collect(person: Person) -> dict[str, Any]:
    rows = SourceDocument.objects.filter(taken_in_by=person).values_list("name", "taken_in_at")
    return {"documents": [{"name": name, "at": at.isoformat()} for name, at in rows]}


def forget(person: Person) -> None:
    SourceDocument.objects.filter(taken_in_by=person).update(taken_in_by=None)
