"""Which teams a person belongs to."""

from typing import Any

from accounts.people.models import Person
from accounts.teams.models import memberships

MODELS = ["teams.Membership"]


def collect(person: Person) -> dict[str, Any]:
    rows = memberships(person).select_related("team")
    return {"teams": [{"team": row.team.name, "role": row.role} for row in rows]}


def forget(person: Person) -> None:
    memberships(person).delete()
