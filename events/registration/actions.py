from datetime import datetime
from typing import TypedDict

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from accounts.audit import actions as audit
from accounts.people.actions import fill_blanks, has_proven
from accounts.people.models import Person
from events.programme.models import Event
from events.programme.states import OPEN
from events.registration import letters
from events.registration.errors import AlreadyRegistered, Closed, Full, NothingToWithdraw, NotProven
from events.registration.models import Registration
from events.registration.states import RegistrationState

CONSENT_VERSION = "2026-11"  # the text stands in templates/front/privacy.html; a new text gets a new version


class Answers(TypedDict):
    name: str
    country: str
    agency: str
    position: str
    language: str


def write_draft(
    event: Event, *, email: str, answers: Answers, draft: Registration | None, at: datetime
) -> Registration:
    """Keep answers that nobody has vouched for yet: no seat, no letter, nothing of a known person is touched.

    A `draft` of the same browser session is written over, so going back to correct an address leaves one row; one
    that was confirmed meanwhile is no draft any more and stays as it is. Raises Closed.
    """
    if not event.takes_registrations(at):
        raise Closed
    consent = {"consented_at": at, "consent_version": CONSENT_VERSION}
    values = {"email": email.strip().lower(), **answers, **consent}
    if draft and Registration.objects.drafts().filter(pk=draft.pk).update(**values):
        draft.refresh_from_db()
        return draft
    return Registration.objects.create(event=event, created_at=at, **values)


def confirm(draft: Registration, *, person: Person, at: datetime) -> Registration:
    """Turn a draft into a seat, once its person has proven the mailbox. Posting the same draft twice gives one seat.

    Raises Full, Closed, NotProven or AlreadyRegistered; then nothing has changed and the draft stays.
    """
    if not has_proven(person, draft.email):
        raise NotProven
    try:
        with transaction.atomic():
            take_seat(draft.event_id, at=at)
            claim(draft, person=person, at=at)
            fill_blanks(person, **answers_of(draft))
            audit.record("registered", about=f"event:{draft.event_id}", by=person, at=at, registration=str(draft.code))
            letters.confirmed(draft, at=at)
    except IntegrityError as twice:
        raise AlreadyRegistered from twice
    return draft


def take_seat(event_id: int, *, at: datetime) -> None:
    """One conditional update decides, under the row's lock; a count read before it would be stale."""
    window = Q(registration_closes_at=None) | Q(registration_closes_at__gt=at)
    takes = Event.objects.filter(window, pk=event_id, state__in=OPEN, ends_at__gt=at)
    if takes.filter(Q(capacity=None) | Q(seats_taken__lt=F("capacity"))).update(seats_taken=F("seats_taken") + 1):
        return
    raise Full if takes.exists() else Closed


def claim(draft: Registration, *, person: Person, at: datetime) -> None:
    """The draft becomes the person's. Whoever posts it second finds it claimed and gives the seat back by raising."""
    draft.state, draft.person, draft.confirmed_at = RegistrationState.CONFIRMED, person, at
    unclaimed = Registration.objects.drafts().filter(pk=draft.pk)
    if not unclaimed.update(state=draft.state, person=person, confirmed_at=at):
        raise AlreadyRegistered


def answers_of(registration: Registration) -> Answers:
    names = ("name", "country", "agency", "position", "language")
    return Answers(**{name: getattr(registration, name) for name in names})


@transaction.atomic
def withdraw(event: Event, *, person: Person, at: datetime) -> Registration:
    """Give the seat back, once. Raises NothingToWithdraw."""
    registration = Registration.objects.of(person).live().filter(event=event).first()
    if registration is None:
        raise NothingToWithdraw
    give_up(registration, at=at)
    audit.record("withdrawn", about=event.about, by=person, at=at, registration=str(registration.code))
    letters.withdrawn(registration, at=at)
    return registration


def give_up(registration: Registration, *, at: datetime) -> None:
    """Event before registration, as everywhere. Raises NothingToWithdraw where the seat is no longer held: the caller's
    transaction then takes the counter back, too.
    """
    Event.objects.filter(pk=registration.event_id).update(seats_taken=F("seats_taken") - 1)
    held = Registration.objects.live().filter(pk=registration.pk)
    if not held.update(state=RegistrationState.WITHDRAWN, withdrawn_at=at):
        raise NothingToWithdraw


def forget_drafts(*, at: datetime) -> int:
    """Answers whose mailbox nobody proved within a day. Returns how many were forgotten."""
    gone, _by_model = Registration.objects.never_proven(at).delete()
    return gone


def tell_of_cancelling(*, at: datetime, most: int = 200) -> int:
    """Write to those whose event was cancelled. The programme knows nothing of registrations, so this looks for them.

    A letter already written is not written again: its key and the query both say so.
    """
    concerned = Registration.objects.to_be_told_of_cancelling(at).select_related("event")[:most]
    for registration in concerned:
        letters.cancelled(registration, at=at)
    return len(concerned)
