"""What this room knows about a person, to hand out and to forget. The keys of sign-in rows go with the account."""

from typing import Any

from accounts.people.models import Person

MODELS = ["people.Person", "account.EmailAddress", "mfa.Authenticator", "admin.LogEntry"]


def collect(person: Person) -> dict[str, Any]:
    fields = ("email", "name", "agency", "position", "language", "time_zone")
    return {"profile": {name: getattr(person, name) for name in fields} | {"country": str(person.country)}}


def forget(person: Person) -> None:
    """The account and all that hangs on it; other rooms have already kept or dropped what is theirs."""
    person.delete()
