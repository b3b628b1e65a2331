"""How long letters are kept. Called nightly through settings.RETENTION."""

from datetime import datetime, timedelta

from accounts.outbox.actions.emptying import BLANK
from accounts.outbox.models import Letter, LetterQuerySet
from accounts.outbox.states import LetterState

LETTERS_KEPT = timedelta(days=90)


def preview(at: datetime) -> dict[str, int]:
    """What `carry_out` would do at that moment."""
    return {"letters_emptied": finished(at).count(), "held_letters_given_up": held(at).count()}


def carry_out(at: datetime) -> dict[str, int]:
    """Empty finished letters; a letter that was held that long is given up. Rows stay: actions/emptying.py says why."""
    return {
        "letters_emptied": finished(at).update(**BLANK),
        "held_letters_given_up": held(at).update(state=LetterState.REFUSED, next_at=at, **BLANK),
    }


def finished(at: datetime) -> LetterQuerySet:
    return Letter.objects.finished_before(at - LETTERS_KEPT).readable()


def held(at: datetime) -> LetterQuerySet:
    return Letter.objects.held_since(at - LETTERS_KEPT)
