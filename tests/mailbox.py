"""Reading the outbox as a person reads a mailbox."""

import re

from accounts.outbox.models import Letter


def last_letter(to: str) -> Letter:
    return Letter.objects.filter(to=to).latest("created_at")


def last_code(to: str) -> str:
    """The code in the newest letter to this address, as allauth writes it: XXXX-XXXX or similar."""
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", last_letter(to).body, re.MULTILINE)
    assert found, "the letter holds no code"
    return found.group(1)
