"""What a person told us to register. Forgetting gives held seats back and drops the rows."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.people.models import Person
from events.registration import actions
from events.registration.models import Registration

MODELS = ["registration.Registration"]
FIELDS = ("name", "email", "agency", "position", "language", "state")


def collect(person: Person) -> dict[str, Any]:
    rows = Registration.objects.of(person).select_related("event")
    return {
        "registrations": [
            {"event": row.event.title, "country": str(row.country)} | {name: getattr(row, name) for name in FIELDS}
            for row in rows
        ]
    }


@transaction.atomic
def forget(person: Person) -> None:
    actions.withdraw_all_of(person, at=timezone.now())
    Registration.objects.of(person).delete()
