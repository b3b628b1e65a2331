from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from events.live.models import Attendance
from events.live.states import Source
from events.programme.models import Event
from events.registration.models import Answer, Attachment, Delegation, Invitation, Registration
from events.registration.models import Question as FormQuestion
from events.registration.states import ALWAYS_SEATED, RegistrationState
from events.registration.tokens import hashed
from tests.factories.counting import numbers
from tests.factories.events import event
from tests.factories.people import person as some_person


def registration(of: Event | None = None, *, person: Person | None = None, **fields: Any) -> Registration:
    """A confirmed one; its seat, or its place in the line, is counted, as the action would."""
    of, someone, at = of or event(), person or some_person(), timezone.now()
    values = {
        "person": someone,
        "state": RegistrationState.CONFIRMED,
        "email": someone.email,
        "name": someone.name,
        "country": someone.country,
        "agency": someone.agency,
        "position": someone.position,
        "language": someone.language or "en",
        "consented_at": at,
        "consent_version": "1",
        "created_at": at,
        "confirmed_at": at,
        "queued_at": at,
        "offered_until": at + timedelta(days=1),
        "moved_at": at,
        "told_starts_at": of.starts_at,
        "told_ends_at": of.ends_at,
    } | fields
    values.setdefault("holds_seat", values["state"] in ALWAYS_SEATED)
    of.seats_taken += values["holds_seat"]
    of.people_waiting += values["state"] == RegistrationState.WAITING
    of.save(update_fields=["seats_taken", "people_waiting"])
    return Registration.objects.create(event=of, **values)


def invitation(to: Event | None = None, *, token: str = "", **fields: Any) -> Invitation:
    """One that nobody has answered, sent two days ago; a seat kept for it is counted, as the action would. `token` is
    what its link holds."""
    to, n, at = to or event(), next(numbers), timezone.now()
    values = {
        "email": f"guest{n}@example.org",
        "name": f"Guest {n}",
        "country": "KG",
        "agency": "Customs",
        "language": "en",
        "token_hash": hashed(token or f"token-{n}"),
        "created_at": at - timedelta(days=2),
        "expires_at": at + timedelta(days=5),
    } | fields
    to.seats_held += values.get("holds_seat", False)
    to.save(update_fields=["seats_held"])
    return Invitation.objects.create(event=to, **values)


def delegation(of: Event | None = None, **fields: Any) -> Delegation:
    """Three seats for a customs service, none of them kept free; `seats_held` are counted, as the action would."""
    of, n = of or event(), next(numbers)
    values = {
        "country": "KG",
        "agency": f"Customs {n}",
        "focal_name": "Focal Point",
        "focal_email": f"focal{n}@example.org",
        "language": "en",
        "seats": 3,
        "created_at": timezone.now(),
    } | fields
    of.seats_held += values.get("seats_held", 0)
    of.save(update_fields=["seats_held"])
    return Delegation.objects.create(event=of, **values)


def form_question(of: Event, **fields: Any) -> FormQuestion:
    """A question of an event's registration form, asked for a short text."""
    n = next(numbers)
    values = {"key": f"question-{n}", "kind": "short", "label": f"Question {n}", "purpose": "To prepare the event."}
    return FormQuestion.objects.create(event=of, **(values | {"created_at": timezone.now(), "position": n} | fields))


def answer(of: Registration, to: FormQuestion | None = None, *, value: Any = "Answer", **fields: Any) -> Answer:
    return Answer.objects.create(registration=of, question=to or form_question(of.event), value=value, **fields)


def attachment(data: bytes = b"%PDF-1.7 a file", **fields: Any) -> Attachment:
    n = next(numbers)
    values = {"name": f"file-{n}.pdf", "type": "application/pdf", "sha256": sha256(data).hexdigest()}
    return Attachment.objects.create(data=data, **(values | {"created_at": timezone.now()} | fields))


def attendance(at_event: Event | None = None, *, person: Person | None = None, minutes: int = 90) -> Attendance:
    """Of somebody whose registration is confirmed; made where there is none."""
    at_event, someone = at_event or event(), person or some_person()
    held = Registration.objects.filter(event=at_event, person=someone).first() or registration(at_event, person=someone)
    values = {"minutes": minutes, "source": Source.LIST, "at": timezone.now()}
    return Attendance.objects.create(registration=held, **values)
