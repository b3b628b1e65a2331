"""What must be true of letters at any moment. Reads only; `manage.py fsck` prints what it says."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState

STUCK_AFTER = timedelta(hours=3)  # a lease lasts minutes, and the sweep takes up what was left
SENTENCES = {
    "stuck_letter": "{about}: a worker took it and never came back ({says}); no worker has taken it up since {is_}.",
    "code_kept": "{about}: the letter is {says}, yet the text that held a code is {is_}.",
}


class Broken(NamedTuple):
    """An invariant of any room that does not hold: `about` names the row, `says` what it says, `is_` what is so."""

    invariant: str
    about: str
    says: object
    is_: object


def broken() -> Iterator[Broken]:
    long_ago = timezone.now() - STUCK_AFTER
    for letter in Letter.objects.filter(state=LetterState.SENDING, leased_until__lt=long_ago):
        yield Broken("stuck_letter", f"letter:{letter.pk}", letter.state, f"{letter.leased_until:%Y-%m-%d %H:%M} UTC")
    if not settings.DEMO:
        for letter in Letter.objects.filter(secret=True, state=LetterState.SENT).exclude(body=""):
            yield Broken("code_kept", f"letter:{letter.pk}", letter.state, "still there")
