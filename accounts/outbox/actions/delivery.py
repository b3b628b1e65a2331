import logging
import smtplib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from accounts.outbox.actions.line import Line, judged
from accounts.outbox.letters import message
from accounts.outbox.models import Letter
from accounts.outbox.states import TRIES, LetterState

LEASE = timedelta(minutes=3)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
ROUND = timedelta(seconds=5)  # then other background work has its turn, and a signal to stop is noticed

log = logging.getLogger(__name__)


def deliver(letter_id: uuid.UUID, *, at: datetime) -> bool:
    """Send one letter, over a connection of its own, if it is due and nobody else holds it. True when this call did."""
    letter = claim(letter_id, at=at)
    if letter is None:
        return False
    line = Line()
    try:
        return note(hand_over(letter, line), at=at)
    finally:
        line.close()


class Outcome(NamedTuple):
    """What became of a letter, before it is noted."""

    letter: Letter
    trouble: Exception | None


def hand_over(letter: Letter, line: Line) -> Outcome:
    """Give a letter that was claimed to the mail server. No transaction is open meanwhile."""
    try:
        line.send(message(letter))
    except Exception as trouble:
        # Not only what a mail server does: one letter that cannot be written must not hold up the others.
        return Outcome(letter, trouble)
    return Outcome(letter, None)


def note(outcome: Outcome, *, at: datetime) -> bool:
    """True when the letter went out."""
    if outcome.trouble is None:
        return note_sent(outcome.letter, at=at)
    note_failure(outcome.letter, outcome.trouble, at=at)
    return False


def claim(letter_id: uuid.UUID, *, at: datetime) -> Letter | None:
    letter = Letter.objects.filter(pk=letter_id).first()
    return letter if letter and take(letter, at=at) else None


def take(letter: Letter, *, at: datetime) -> bool:
    """Take a due letter for LEASE; `letter` may have been read a while ago. One conditional update decides, so two
    workers never hold the same row, and none holds one that was taken since it was read.

    The try is counted here, so that one which ends with the process counts too.
    """
    due = Letter.objects.due(at).filter(pk=letter.pk, attempts=letter.attempts)
    held = {"state": LetterState.SENDING, "lease": uuid.uuid4(), "leased_until": at + LEASE}
    held["attempts"] = letter.attempts + 1
    if not due.update(**held):
        return False
    for name, value in held.items():
        setattr(letter, name, value)
    return True


def note_sent(letter: Letter, *, at: datetime) -> bool:
    held = Letter.objects.filter(pk=letter.pk, lease=letter.lease)
    body = remaining_text(letter)
    return bool(held.update(state=LetterState.SENT, sent_at=at, body=body, error="", lease=None, leased_until=None))


def remaining_text(letter: Letter) -> str:
    """What is kept when the letter is done with: one that held a code loses its text.

    Except in the demo, whose mailbox page is the one place to read it.
    """
    return "" if letter.secret and not settings.DEMO else letter.body


def note_failure(letter: Letter, trouble: Exception, *, at: datetime) -> None:
    """Keep the mail server's words, and try again later unless that is pointless or was done often enough."""
    error, is_final = judged(trouble)
    tries = min(letter.attempts, TRIES)
    given_up = is_final or tries == TRIES
    wait = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
    Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(
        state=LetterState.REFUSED if given_up else LetterState.PENDING,
        body=remaining_text(letter) if given_up else letter.body,
        error=error[:300],
        next_at=at if given_up else at + wait,
        lease=None,
        leased_until=None,
    )
    is_our_fault = not isinstance(trouble, (smtplib.SMTPException, OSError))
    outcome = "given up" if given_up else "tried again later"
    log.warning("letter %s (%s), try %s: %s", letter.pk, letter.kind, tries, outcome, exc_info=is_our_fault)


def deliver_due(*, clock: Callable[[], datetime], most: int = 500) -> int:
    """Send what is due over one connection, the urgent first, for ROUND at most; returns how many were sent.

    Takes a clock, not a moment: a lease counted from the start of the round could have run out before a slow mail
    server has taken its letter. A server that cannot be reached ends the round: the other letters keep their tries.
    """
    begun_at = clock()
    for letter in Letter.objects.exhausted(begun_at):
        note_failure(letter, TimeoutError(), at=begun_at)
    line, sent, before = Line(), 0, None
    for letter in list(Letter.objects.due(begun_at).urgent_first()[:most]):
        at = clock()
        if line.unreachable or at - begun_at > ROUND:
            break
        with transaction.atomic():  # the last one noted and the next one taken cost one commit, not two
            sent += bool(before) and note(before, at=at)
            taken = take(letter, at=at)
        before = hand_over(letter, line) if taken else None
    line.close()
    return sent + (bool(before) and note(before, at=clock()))
