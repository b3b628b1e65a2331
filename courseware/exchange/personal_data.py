"""What was told about a person to the learning record store: under an opaque name, and only while it waits here."""

from typing import Any

from accounts.people.models import Person
from courseware.exchange.models import LrsStatement

MODELS = ["exchange.LrsStatement"]


def collect(person: Person) -> dict[str, Any]:
    rows = LrsStatement.objects.filter(person=person).select_related("feed__course")
    return {
        "learning_record_statements": [
            {"course": row.feed.course.title, "state": row.state, "statement": row.body} for row in rows
        ]
    }


def forget(person: Person) -> None:
    """What still waits is not sent. What the store has got is told under a name that leads to nobody any more."""
    LrsStatement.objects.filter(person=person).delete()
