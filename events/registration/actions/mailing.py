"""What organizers do with the letters of their event: keep them back, let them go, send one again, word them anew."""

from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.outbox import actions as outbox
from accounts.outbox.errors import TextGone
from accounts.outbox.models import Letter
from accounts.people.models import Person
from events.programme.models import Event
from events.registration.letters import check_places
from events.registration.models import Wording


@transaction.atomic
def resend_letter(event: Event, letter: Letter, *, by: Person, at: datetime) -> None:
    """What held a personal link has no second copy. Raises NotFinished or TextGone (accounts.outbox.errors)."""
    if letter.secret:
        raise TextGone
    again = outbox.resend(letter, at=at)
    if again:
        audit.record("letter_resent", about=event.about, by=by, at=at, kind=letter.kind, letter=str(again.pk))


@transaction.atomic
def hold_letters(event: Event, *, by: Person, at: datetime) -> int:
    """Keep back what has not gone out yet; what is written later goes its way. Returns how many."""
    held = outbox.hold(Letter.objects.concerning(event.about), at=at)
    audit.record("letters_held", about=event.about, by=by, at=at, letters=held)
    return held


@transaction.atomic
def release_letters(event: Event, *, by: Person, at: datetime) -> int:
    released = outbox.release(Letter.objects.concerning(event.about), at=at)
    audit.record("letters_released", about=event.about, by=by, at=at, letters=released)
    return released


@transaction.atomic
def word(event: Event, kind: str, language: str, *, subject: str, body: str, by: Person, at: datetime) -> Wording:
    """Give a letter of the event its own subject and opening. Raises UnknownPlaces."""
    check_places(kind, subject, body)
    values = {"subject": " ".join(subject.split()), "body": body.strip(), "changed_at": at}
    wording, _is_new = Wording.objects.update_or_create(event=event, kind=kind, language=language, defaults=values)
    audit.record("letter_worded", about=event.about, by=by, at=at, kind=kind, language=language)
    return wording


@transaction.atomic
def unword(event: Event, kind: str, language: str, *, by: Person, at: datetime) -> None:
    """Back to the standard words."""
    gone, _by_model = Wording.objects.filter(event=event, kind=kind, language=language).delete()
    if gone:
        audit.record("letter_unworded", about=event.about, by=by, at=at, kind=kind, language=language)
