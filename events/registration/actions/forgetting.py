"""Emptying what tells who somebody is, and keeping what figures count: country, category, state, seat and dates."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.people.models import Person
from events.registration.actions.guests import end
from events.registration.errors import InvitationUsed
from events.registration.models import Answer, Attachment, Delegation, Invitation, Registration
from events.registration.states import LIVE, InvitationState

WITHOUT_A_PERSON = {"person": None, "name": "", "email": "", "agency": "", "position": "", "reason": ""}
TO_NOBODY = {"name": "", "email": "", "agency": "", "position": ""}


@transaction.atomic
def empty_registrations(rows: QuerySet[Registration], *, at: datetime) -> dict[str, int]:
    """Also their answers and files. Whoever is live at an event that is not over is left alone: withdraw them first."""
    ahead = Q(state__in=LIVE) & (Q(event__ends_at=None) | Q(event__ends_at__gt=at))
    ids = list(rows.exclude(ahead).values_list("pk", flat=True))
    done = empty_answers(Answer.objects.filter(registration__in=ids))
    emptied = Registration.objects.filter(pk__in=ids).update(purged_at=at, **WITHOUT_A_PERSON)
    return done | {"registrations_emptied": emptied}


@transaction.atomic
def empty_answers(rows: QuerySet[Answer]) -> dict[str, int]:
    """The rows stay, so that it can be told how many answered; what they answered, and their files, are gone."""
    given = rows.filter(given_something())
    files = list(given.exclude(file=None).values_list("file", flat=True))
    emptied = Answer.objects.filter(pk__in=list(given.values_list("pk", flat=True))).update(value=None, file=None)
    return {"answers_emptied": emptied, "files_deleted": delete_files(Attachment.objects.filter(pk__in=files))}


def given_something() -> Q:
    return Q(value__isnull=False) | Q(file__isnull=False)


def delete_files(files: QuerySet[Attachment]) -> int:
    """How many files, not how many rows: what pointed at them is set free by the database."""
    return files.delete()[1].get(Attachment._meta.label, 0)


def unused_files(before: datetime) -> QuerySet[Attachment]:
    """Handed in with a form that was never sent, or replaced by another, and nobody's since that moment."""
    answered, noted = Answer.objects.filter(file=OuterRef("pk")), Delegation.objects.filter(note=OuterRef("pk"))
    return Attachment.objects.filter(~Exists(answered), ~Exists(noted), created_at__lt=before)


def empty_invitations(rows: QuerySet[Invitation], *, at: datetime) -> dict[str, int]:
    return {"invitations_emptied": rows.update(purged_at=at, **TO_NOBODY)}


@transaction.atomic
def empty_delegations(rows: QuerySet[Delegation]) -> dict[str, int]:
    """Who spoke for it, and the note verbale; country, agency and seats stay."""
    files = list(rows.exclude(note=None).values_list("note", flat=True))
    emptied = rows.update(focal_name="", focal_email="", note=None)
    return {"delegations_emptied": emptied, "files_deleted": delete_files(Attachment.objects.filter(pk__in=files))}


@transaction.atomic
def take_back_invitations(emails: set[str], *, by: Person | None, at: datetime) -> None:
    """Before a person is forgotten: what is still open to their addresses is closed, and seats kept for it go on."""
    for invitation in Invitation.objects.unanswered().filter(email__in=emails).order_by("event_id", "pk"):
        with suppress(InvitationUsed):  # answered, or closed, since the list was read: it is open no more
            end(invitation, InvitationState.REVOKED, by=by, at=at)


def addresses_of(person: Person) -> set[str]:
    """The person's address, and those that the person's registrations were made under before it changed.

    An address that has passed to somebody else's account since is not counted: what went there may be theirs.
    """
    former = set(Registration.objects.of(person).exclude(email="").values_list("email", flat=True))
    return {person.email} | former - set(Person.objects.filter(email__in=former).values_list("email", flat=True))
