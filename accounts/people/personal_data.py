"""What this room knows about a person, to hand out and to forget. The keys of sign-in rows go with the account."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from accounts.people.models import Person

MODELS = ["people.Person", "account.EmailAddress", "mfa.Authenticator", "admin.LogEntry"]
PROFILE = ("email", "name", "agency", "position", "language", "time_zone")


def collect(person: Person) -> dict[str, Any]:
    """Secrets of the second factor are not handed out: whoever has them can sign in."""
    addresses = EmailAddress.objects.filter(user=person).values("email", "verified", "primary")
    factors = Authenticator.objects.filter(user=person).values_list("type", "created_at")
    return {
        "profile": {name: getattr(person, name) for name in PROFILE} | {"country": str(person.country)},
        "account": {"since": person.joined_at.isoformat(), "last_signed_in": told(person.last_login)},
        "addresses": list(addresses),
        "second_factors": [{"kind": kind, "since": told(at)} for kind, at in factors],
    }


def told(moment: Any) -> str | None:
    return moment.isoformat() if moment else None


def forget(person: Person) -> None:
    """The account and all that hangs on it; other rooms have already kept or dropped what is theirs.

    The administration's own log names a person in words, so it is told to forget them too.
    """
    kind = ContentType.objects.get_for_model(Person)
    LogEntry.objects.filter(content_type=kind, object_id=str(person.pk)).update(object_repr="", change_message="")
    person.delete()
