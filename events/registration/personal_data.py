"""What a person told us to register, was invited to and speaks for. Forgetting withdraws what is ahead and empties
the rest; the rows stay without the person, so that figures stay true."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.outbox import actions as outbox
from accounts.outbox.models import Letter
from accounts.people.models import Person
from events.registration import actions
from events.registration.actions import forgetting
from events.registration.models import Answer, Attachment, Delegation, Invitation, Registration

MODELS = ["registration.Registration"]
TOLD = ("name", "email", "agency", "position", "language", "category", "route", "state", "reason", "consent_version")
MOMENTS = ("consented_at", "created_at", "confirmed_at", "withdrawn_at", "edited_at")
INVITED = ("name", "email", "agency", "position", "language", "category", "state")


def collect(person: Person) -> dict[str, Any]:
    rows = Registration.objects.of(person).select_related("event").order_by("created_at")
    addresses = forgetting.addresses_of(person)
    invitations = Invitation.objects.filter(email__in=addresses).select_related("event", "delegation")
    delegations = Delegation.objects.filter(focal_email__in=addresses).select_related("event", "note")
    return {
        "registrations": [
            registration_told(row) for row in rows.prefetch_related("answers__question", "answers__file")
        ],
        "invitations": [invitation_told(row) for row in invitations],
        "delegations": [delegation_told(row) for row in delegations],
    }


def registration_told(row: Registration) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in TOLD} | {name: moment(getattr(row, name)) for name in MOMENTS}
    answers = [answer_told(answer) for answer in row.answers.all()]
    return {"event": row.event.title, "country": str(row.country), **values, "answers": answers}


def answer_told(answer: Answer) -> dict[str, Any]:
    """The choices that stood there are told too: an answer to one of them is a key."""
    question = answer.question
    told = {"question": question.label, "asked_for": question.purpose, "answer": answer.value}
    return told | ({"choices": question.choices} if question.choices else {}) | file_told(answer.file)


def file_told(file: Attachment | None) -> dict[str, Any]:
    return {"file": {"name": file.name, "data": bytes(file.data)}} if file else {}


def invitation_told(row: Invitation) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in INVITED} | {"country": str(row.country)}
    nominated_by = str(row.delegation) if row.delegation else None
    return {"event": row.event.title, "sent_at": moment(row.created_at), "nominated_by": nominated_by, **values}


def delegation_told(row: Delegation) -> dict[str, Any]:
    known = {"name": row.focal_name, "email": row.focal_email, "seats": row.seats}
    return {"event": row.event.title, "delegation": str(row), **known, **file_told(row.note)}


def moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


@transaction.atomic
def forget(person: Person) -> None:
    at, addresses = timezone.now(), forgetting.addresses_of(person)
    actions.withdraw_all_of(person, at=at)
    forgetting.take_back_invitations(addresses, by=person, at=at)
    forgetting.empty_registrations(Registration.objects.of(person), at=at)
    drafts = Registration.objects.drafts().filter(email__in=addresses)
    forgetting.empty_answers(Answer.objects.filter(registration__in=drafts))
    drafts.delete()
    forgetting.empty_invitations(Invitation.objects.filter(email__in=addresses), at=at)
    Delegation.objects.filter(focal_email__in=addresses).update(focal_name="", focal_email="")
    outbox.empty(Letter.objects.filter(to__in=addresses), at=at)
