"""Writing letters and delivering them. A letter is a row; Celery, where there is one, only says "look at it"."""

import logging
import smtplib
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import translation

from accounts.outbox.models import Letter
from accounts.outbox.states import TRIES, LetterState

LEASE = timedelta(minutes=3)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
SILENCE_AFTER_FAILED_RING = 30  # seconds

log = logging.getLogger(__name__)
_ring_again_at = 0.0


def post(kind: str, *, key: str, to: str, language: str, at: datetime, about: str = "", **context: object) -> Letter:
    """Write one letter in the caller's transaction, in the recipient's language; the same `key` is written once.

    The text is `templates/mail/<kind>.txt`: its first line is the subject, the rest the body.
    """
    with translation.override(language or settings.LANGUAGE_CODE):
        text = render_to_string(f"mail/{kind}.txt", {**context, "site_name": settings.SITE_NAME})
    subject, _, body = text.strip().partition("\n")
    return write(kind, key=key, to=to, language=language, subject=subject, body=body, about=about, at=at)


def write(
    kind: str,
    *,
    key: str,
    to: str,
    language: str,
    subject: str,
    body: str,
    at: datetime,
    about: str = "",
    secret: bool = False,
    urgent: bool = False,
) -> Letter:
    """Keep a letter whose text is ready. `secret` letters hold a code; `urgent` ones are waited for at a screen."""
    values = {
        "kind": kind, "to": to, "language": language or settings.LANGUAGE_CODE, "about": about,
        "subject": " ".join(subject.split())[:250], "body": body.strip(), "secret": secret, "urgent": urgent,
        "created_at": at, "next_at": at,
    }  # fmt: skip
    letter, is_new = Letter.objects.get_or_create(key=key, defaults=values)
    if is_new:
        transaction.on_commit(lambda: ring(letter.pk))
    return letter


def ring(letter_id: uuid.UUID) -> None:
    """Tell a Celery worker to look at the row. A dead Redis costs one try; then the bell rests and the sweep serves."""
    global _ring_again_at
    if not settings.REDIS_URL or time.monotonic() < _ring_again_at:
        return
    try:
        current_app.send_task("accounts.outbox.tasks.deliver", [str(letter_id)], ignore_result=True)
    except Exception:
        # Whatever the broker's client raises, the letter is safe in its row; only its speed is lost.
        _ring_again_at = time.monotonic() + SILENCE_AFTER_FAILED_RING
        log.warning("Redis did not take a message; letters go out with the next sweep")


def deliver(letter_id: uuid.UUID, *, at: datetime) -> bool:
    """Send one letter if it is due and nobody else holds it. True when it was sent by this call."""
    letter = claim(letter_id, at=at)
    if letter is None:
        return False
    try:
        message(letter).send()
    except Exception as trouble:
        # Not only what a mail server does: one letter that cannot be written must not hold up the others.
        note_failure(letter, trouble, at=at)
        return False
    return note_sent(letter, at=at)


def claim(letter_id: uuid.UUID, *, at: datetime) -> Letter | None:
    """Take a due letter for LEASE. One conditional update decides, so two workers never hold the same row.

    The try is counted here, so that one which ends with the process counts too.
    """
    due = Letter.objects.due(at).filter(pk=letter_id)
    taken = due.update(
        state=LetterState.SENDING, lease=uuid.uuid4(), leased_until=at + LEASE, attempts=F("attempts") + 1
    )
    return Letter.objects.get(pk=letter_id) if taken else None


def message(letter: Letter) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        letter.subject,
        letter.body,
        to=[letter.to],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    )
    with translation.override(letter.language):
        mail.attach_alternative(render_to_string("mail/letter.html", {"letter": letter}), "text/html")
    return mail


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
    state = LetterState.REFUSED if is_final or tries == TRIES else LetterState.PENDING
    wait = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
    Letter.objects.filter(pk=letter.pk, lease=letter.lease).update(
        state=state,
        body=remaining_text(letter) if state == LetterState.REFUSED else letter.body,
        error=error[:300],
        next_at=at + wait,
        lease=None,
        leased_until=None,
    )
    is_our_fault = not isinstance(trouble, (smtplib.SMTPException, OSError))
    log.warning("letter %s (%s), try %s: %s", letter.pk, letter.kind, tries, state, exc_info=is_our_fault)


def judged(trouble: Exception) -> tuple[str, bool]:
    """The words to keep, and whether it is final: only when the recipient or the letter itself is refused for good.

    A refused password, sender or greeting is the operator's to mend; the letters wait for it.
    """
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(trouble.recipients.values()))
    elif isinstance(trouble, smtplib.SMTPResponseException):
        code, words = trouble.smtp_code, trouble.smtp_error
    else:
        return type(trouble).__name__, False
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    is_about_the_letter = isinstance(trouble, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError))
    return f"{code} {text}", is_about_the_letter and code >= 500


def deliver_due(*, clock: Callable[[], datetime], most: int = 50) -> int:
    """Send what is due, the urgent first; returns how many were sent.

    Takes a clock, not a moment: a slow mail server can make the round longer than LEASE, and a lease counted from the
    start of the round would have run out before its letter is sent.
    """
    begun_at = clock()
    for letter in Letter.objects.exhausted(begun_at):
        note_failure(letter, TimeoutError(), at=begun_at)
    ids = list(Letter.objects.due(begun_at).urgent_first().values_list("pk", flat=True)[:most])
    return sum(deliver(pk, at=clock()) for pk in ids)
