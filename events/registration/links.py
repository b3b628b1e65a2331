"""Links that letters carry. Whoever holds one may do what it says without signing in, so none is ever logged."""

import re
import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.outbox.links import absolute
from events.registration.models import Registration

SALT = "registration"
PERSONAL = re.compile(r"(?<=/)(?P<door>r|invited)/[^/\s]+")


def by_letter(registration: Registration) -> str:
    """Where the person withdraws, or accepts an offered seat. It says nothing about the person, and stays the same."""
    return absolute(reverse("registration:by_letter", args=[token_of(registration)]))


def token_of(registration: Registration) -> str:
    return Signer(salt=SALT).sign(registration.code.hex)


def masked(text: str) -> str:
    """A letter for the desk: what its links permit is its reader's to do."""
    return PERSONAL.sub(r"\g<door>/…", text)


def code_in(token: str) -> uuid.UUID | None:
    """The registration's code; None where we did not sign this."""
    try:
        return uuid.UUID(Signer(salt=SALT).unsign(token))
    except (BadSignature, ValueError):
        return None
