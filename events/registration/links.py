"""Links that letters carry. Whoever holds one may do what it says without signing in, so none is ever logged."""

import re

from django.urls import reverse

from accounts.outbox.links import SignedCodes, absolute
from events.registration.models import Registration

SIGNED = SignedCodes("registration")
code_in = SIGNED.code_in
PERSONAL = re.compile(r"(?<=/)(?P<door>r|invited)/[^/\s]+")


def by_letter(registration: Registration) -> str:
    """Where the person withdraws, or accepts an offered seat. It says nothing about the person, and stays the same."""
    return absolute(reverse("registration:by_letter", args=[token_of(registration)]))


def token_of(registration: Registration) -> str:
    return SIGNED.token(registration.code)


def masked(text: str) -> str:
    """A letter for the desk: what its links permit is its reader's to do."""
    return PERSONAL.sub(r"\g<door>/…", text)
