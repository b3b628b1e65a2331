"""For how long a person took part in events. The minutes belong to the registration, which forgets whose it was."""

from typing import Any

from accounts.people.models import Person
from events.live.models import Attendance

MODELS: list[str] = []


def collect(person: Person) -> dict[str, Any]:
    rows = Attendance.objects.of(person).select_related("registration__event").order_by("at")
    return {
        "attendance": [
            {"event": row.registration.event.title, "minutes": row.minutes, "recorded_at": row.at.isoformat()}
            for row in rows
        ]
    }


def forget(person: Person) -> None:
    return None
