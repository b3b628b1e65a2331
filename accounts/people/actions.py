import uuid
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person

PROOF_WITHIN = timedelta(days=1)


def has_proven(person: Person, email: str) -> bool:
    return EmailAddress.objects.filter(user=person, email=email.lower(), verified=True).exists()


@transaction.atomic
def welcome(email: str, *, at: datetime, by: Person | None = None, **profile: object) -> Person:
    """A person whose address somebody vouches for: the demo cast, the first organizer. Found or made; blanks filled."""
    person, is_new = Person.objects.get_or_create(email=email.strip().lower(), defaults={"password": "!"})
    fill_blanks(person, **profile)
    EmailAddress.objects.update_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    if is_new:
        audit.record("person_welcomed", about=f"person:{person.code}", by=by, at=at)
    return person


def fill_blanks(person: Person, **profile: object) -> None:
    """What the person told us elsewhere completes the profile, and never overwrites it."""
    missing = {name: value for name, value in profile.items() if value and not getattr(person, name)}
    for name, value in missing.items():
        setattr(person, name, value)
    if missing:
        person.save(update_fields=list(missing))


@transaction.atomic
def sign_out_everywhere(person: Person, *, at: datetime) -> None:
    """Every session of the person ends with its next request, this one included."""
    Person.objects.filter(pk=person.pk).update(session_salt=uuid.uuid4())
    audit.record("signed_out_everywhere", about=f"person:{person.code}", by=person, at=at)


def drop_claim(email: str) -> None:
    """Forget the person made for an address that was typed at sign-in or registration and never proven."""
    proven = EmailAddress.objects.filter(verified=True).values("user")
    Person.objects.filter(email=email.lower(), is_staff=False, memberships=None).exclude(pk__in=proven).delete()


def forget_unproven(*, at: datetime) -> int:
    """Persons made for an address that nobody proved within a day. Returns how many were forgotten."""
    proven = EmailAddress.objects.filter(verified=True).values("user")
    nobody = Person.objects.filter(joined_at__lt=at - PROOF_WITHIN, is_staff=False, memberships=None)
    _total, by_model = nobody.exclude(pk__in=proven).delete()
    return by_model.get("people.Person", 0)
