"""Hundreds of people who have proven their mailboxes and are signed in, as rows."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import get_random_string

from accounts.people.models import Person

numbers = count(1)


def people(n: int) -> list[Person]:
    """So many, each with a profile and a proven address."""
    profile = {"country": "KZ", "agency": "Border service", "position": "Officer", "language": "en", "password": "!"}
    mailboxes = [f"racer{next(numbers)}@example.org" for _ in range(n)]
    made = Person.objects.bulk_create(Person(email=box, name=box.split("@")[0], **profile) for box in mailboxes)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=person, email=person.email, verified=True, primary=True) for person in made
    )
    return made


def sessions(whose: Sequence[Person], **kept: Any) -> list[str]:
    """The cookie of one browser for each, signed in; `kept` stands in the session beside that."""
    ends = timezone.now() + timedelta(days=1)
    store = SessionStore()
    rows = [
        Session(session_key=get_random_string(32), session_data=store.encode(signed_in(who) | kept), expire_date=ends)
        for who in whose
    ]
    return [row.session_key for row in Session.objects.bulk_create(rows)]


def signed_in(person: Person) -> dict[str, str]:
    backend = settings.AUTHENTICATION_BACKENDS[0]
    return {
        SESSION_KEY: str(person.pk),
        BACKEND_SESSION_KEY: backend,
        HASH_SESSION_KEY: person.get_session_auth_hash(),
    }
