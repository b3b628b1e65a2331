import re
import uuid
from datetime import datetime

from django.db import transaction

from accounts.outbox.actions.bell import ring
from accounts.outbox.actions.writing import write
from accounts.outbox.errors import NotFinished, TextGone
from accounts.outbox.models import Letter, LetterQuerySet
from accounts.outbox.states import DUE, FINISHED, LetterState

AGAIN = re.compile(r":again:\d+$")


def hold(letters: LetterQuerySet, *, at: datetime) -> int:
    """Keep unsent letters back until `release`; returns how many. What a worker is sending right now stays with it.

    Such as `hold(Letter.objects.concerning(event.about), at=…)`. Letters written later are not held.
    """
    return letters.in_nobodys_hands(at).update(state=LetterState.HELD, lease=None, leased_until=None)


def hold_everything() -> int:
    """After a backup was restored and before a worker starts: what stands there as unsent may have been sent since.

    Takes letters out of the hands of workers too, so no worker may run.
    """
    return Letter.objects.filter(state__in=DUE).update(state=LetterState.HELD, lease=None, leased_until=None)


@transaction.atomic
def release(letters: LetterQuerySet, *, at: datetime) -> int:
    """Let held letters go out, with all their tries before them; returns how many."""
    ids = list(letters.filter(state=LetterState.HELD).values_list("pk", flat=True))
    held = Letter.objects.filter(pk__in=ids, state=LetterState.HELD)
    released = held.update(state=LetterState.PENDING, attempts=0, next_at=at, error="")
    transaction.on_commit(lambda: ring_each(ids))
    return released


def ring_each(ids: list[uuid.UUID]) -> None:
    for letter_id in ids:
        ring(letter_id)


@transaction.atomic
def resend(letter: Letter, *, at: datetime, to: str = "") -> Letter | None:
    """Write a finished letter once more, as a new one with the key `<key>:again:<n>`; `to` where the address changed.

    A new row, since the old one's Message-ID would let mail systems drop the second copy as the same, and the first
    one's history stays as it was. Pressed twice at once it is written once: None. Raises NotFinished, TextGone.
    """
    if letter.state not in FINISHED:
        raise NotFinished
    if not letter.body:
        raise TextGone
    key = AGAIN.sub("", letter.key)
    times = Letter.objects.filter(key__startswith=f"{key}:again:").count()
    return write(
        letter.kind, key=f"{key}:again:{times + 1}", to=to or letter.to, language=letter.language,
        subject=letter.subject, body=letter.body, about=letter.about, at=at, urgent=letter.urgent,
        calendar=letter.calendar or "", method=letter.calendar_method,
    )  # fmt: skip
