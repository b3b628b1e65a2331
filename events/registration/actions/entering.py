"""Coming in: answers are kept first, and become a registration once the mailbox is proven."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypedDict

from django.db import IntegrityError, transaction

from accounts.people.actions import fill_blanks, has_proven
from accounts.people.models import Person
from events.programme.models import Event
from events.registration import letters
from events.registration.actions.holds import spend_hold
from events.registration.actions.seats import (
    S,
    confirmation,
    count,
    fill,
    locked,
    needs_approval,
    note_move,
    rules_of,
    take_open_seat,
    told,
)
from events.registration.errors import AlreadyRegistered, Closed, NotAdmitted, NotProven, OpensLater
from events.registration.models import Answer, Attachment, Invitation, Question, Registration
from events.registration.states import ADMITTED, Route

CONSENT_VERSION = "2026-11-22-2"  # its text: templates/front/privacy/<version>.html; how to change it: front/states.py


class Answers(TypedDict, total=False):
    """What everybody is asked."""

    name: str
    country: str
    agency: str
    position: str
    language: str
    category: str


class Given(NamedTuple):
    """An answer to a question of the event's own form."""

    question: Question
    value: Any
    file: Attachment | None = None


def write_draft(
    event: Event,
    *,
    email: str,
    answers: Answers,
    draft: Registration | None,
    at: datetime,
    given: Sequence[Given] = (),
    invitation: Invitation | None = None,
) -> Registration:
    """Keep answers that nobody has vouched for yet: no seat, no letter, nothing of a known person is touched.

    A `draft` of the same browser session is written over, so going back to correct an address leaves one row; one
    that was confirmed meanwhile is no draft any more and stays as it is. An `invitation` is bound to its own address,
    whatever `email` says. Raises Closed, OpensLater or NotAdmitted.
    """
    values = values_of(event, email=email, answers=answers, invitation=invitation, at=at)
    with transaction.atomic():
        if draft and Registration.objects.drafts().filter(pk=draft.pk).update(**values):
            draft.refresh_from_db()
            draft.answers.all().delete()
        else:
            draft = Registration.objects.create(event=event, created_at=at, **values)
        keep_answers(draft, given)
    return draft


def values_of(
    event: Event, *, email: str, answers: Answers, invitation: Invitation | None, at: datetime
) -> dict[str, Any]:
    """What a new row says. Raises Closed, OpensLater or NotAdmitted."""
    came = came_by(invitation)
    refuse_unless_taken(event, came["route"], at=at)
    address = invitation.email if invitation else email.strip().lower()
    return {"email": address, **answers, **came, "consented_at": at, "consent_version": CONSENT_VERSION}


def came_by(invitation: Invitation | None) -> dict[str, Any]:
    """How somebody came to register. A category is chosen by whoever invites, never by who is invited."""
    came = {"route": route_of(invitation), "invitation": invitation, "delegation": None}
    if invitation:
        came |= {"category": invitation.category, "delegation": invitation.delegation}
    return came


def route_of(invitation: Invitation | None) -> str:
    if invitation is None:
        return Route.DIRECT
    return Route.NOMINATED if invitation.is_nomination else Route.INVITED


def refuse_unless_taken(event: Event, route: str, *, at: datetime) -> None:
    if event.opens_later(at):
        raise OpensLater
    if not event.takes_registrations(at):
        raise Closed
    if route not in ADMITTED[event.admission]:
        raise NotAdmitted


def keep_answers(registration: Registration, given: Sequence[Given]) -> None:
    Answer.objects.bulk_create(
        Answer(registration=registration, question=question, value=value, file=file) for question, value, file in given
    )


def register(
    event: Event,
    *,
    person: Person,
    answers: Answers,
    at: datetime,
    given: Sequence[Given] = (),
    invitation: Invitation | None = None,
) -> Registration:
    """`write_draft` and `confirm` in one, for somebody who is signed in: one row, written once, or none at all.

    Raises what they raise.
    """
    values = values_of(event, email=person.email, answers=answers, invitation=invitation, at=at)
    return confirm(Registration(event=event, created_at=at, **values), person=person, at=at, given=given)


def confirm(draft: Registration, *, person: Person, at: datetime, given: Sequence[Given] = ()) -> Registration:
    """Turn a draft into a registration, once its person has proven the mailbox: confirmed, on the waiting list or
    waiting for approval (`draft.state` then says which). Posting the same draft twice gives one.

    Raises Closed, OpensLater, NotAdmitted, InvitationUsed, NotProven or AlreadyRegistered; then nothing has changed
    and the draft stays.
    """
    if not has_proven(person, draft.email):
        raise NotProven
    try:
        with transaction.atomic():
            enter(draft, person=person, at=at)
            keep_answers(draft, given)
            fill_blanks(person, **profile_of(draft))
            tell_of_entering(draft, at=at)
    except IntegrityError as twice:
        raise AlreadyRegistered from twice
    return draft


def enter(draft: Registration, *, person: Person, at: datetime) -> None:
    if draft.route == Route.DIRECT and take_open_seat(draft.event_id, at=at):
        claim(draft, S.CONFIRMED, person=person, at=at, holds_seat=True, **confirmation(draft.event, at=at))
        return
    event = draft.event = locked(draft.event_id)
    refuse_unless_taken(event, draft.route, at=at)
    approved_at = None if needs_approval(draft, event) else at
    if spend_hold(draft, event=event, at=at):
        state = S.CONFIRMED if approved_at else S.PENDING
        times = confirmation(event, at=at) if approved_at else {}
        claim(draft, state, person=person, at=at, holds_seat=True, approved_at=approved_at, **times)
    elif approved_at or rules_of(event).pending_holds_seat:
        count(event, waiting=1)
        claim(draft, S.WAITING, person=person, at=at, queued_at=at, approved_at=approved_at)
        fill(event, at=at, why="seat_was_free", newcomer=draft)
        draft.refresh_from_db()
        draft.event = event
    else:
        claim(draft, S.PENDING, person=person, at=at)


def claim(draft: Registration, state: str, *, person: Person, at: datetime, **values: object) -> None:
    """The draft becomes the person's. Whoever posts it second finds it claimed, and raising gives the seat back.

    A draft that was never kept (`register`) is written here, as what it has become.
    """
    values |= {"state": state, "person": person, "moved_at": at, **told(draft.event)}
    is_kept = draft.pk is not None
    if is_kept and not Registration.objects.drafts().filter(pk=draft.pk).update(**values):
        raise AlreadyRegistered
    for name, value in values.items():
        setattr(draft, name, value)
    if not is_kept:
        draft.save(force_insert=True)
    note_move(draft, S.DRAFT, by=person, at=at, why="registered")


TOLD = {S.CONFIRMED: letters.confirmed, S.WAITING: letters.waiting, S.PENDING: letters.received}


def tell_of_entering(registration: Registration, *, at: datetime) -> None:
    TOLD[registration.state](registration, at=at)


def answers_of(registration: Registration) -> Answers:
    names = ("name", "country", "agency", "position", "language", "category")
    return Answers(**{name: getattr(registration, name) for name in names})


def profile_of(registration: Registration) -> dict[str, object]:
    return {name: value for name, value in answers_of(registration).items() if name != "category"}


def forget_drafts(*, at: datetime) -> int:
    """Answers whose mailbox nobody proved within a day. Returns how many were forgotten."""
    gone, _by_model = Registration.objects.never_proven(at).delete()
    return gone
