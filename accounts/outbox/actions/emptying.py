from datetime import datetime

from accounts.outbox.models import LetterQuerySet
from accounts.outbox.states import FINISHED, LetterState

# A server's words often repeat the address. The key stays: it holds codes only, and keeps news from being told twice.
BLANK = {"to": "", "subject": "", "body": "", "calendar": None, "error": ""}


def empty(letters: LetterQuerySet, *, at: datetime) -> int:
    """Take address and text out of letters for good; returns out of how many.

    What was not sent yet never will be. A worker that holds one right now sends it, and then finds its lease gone, so
    it writes nothing back.
    """
    readable = letters.readable()
    given_up = readable.exclude(state__in=FINISHED)
    ended = {"state": LetterState.REFUSED, "next_at": at, "lease": None, "leased_until": None}
    return given_up.update(**ended, **BLANK) + readable.update(**BLANK)
