"""How long registrations, their answers and files, invitations and letters are kept. Called nightly through
settings.RETENTION; the desk shows the same plan (desk/retention.py).

An event's plan has a step for each length of time that its questions name, and a last one after Rules.kept_days, when
all that still tells who somebody is goes. An event without an end, or one that is not over, has nothing due.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.audit import actions as audit
from accounts.outbox import actions as outbox
from accounts.outbox.models import Letter, LetterQuerySet
from events.programme.models import Event
from events.registration.actions import forgetting
from events.registration.actions.seats import locked
from events.registration.models import Answer, Attachment, Delegation, Invitation, Question, Registration
from events.registration.standing import rules_of

BATCH = 200
LETTERS = "letters_of_past_events_emptied"
EMPTIED = "personal_data_emptied"  # in the trail, about the event
UNUSED_FILES_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """What is emptied of one event `days` after its end: answers to `questions`, and in the last step all the rest."""

    event: Event
    days: int
    questions: tuple[Question, ...]
    is_last: bool

    @property
    def on(self) -> datetime:
        """In UTC. Only asked of an event that has an end."""
        return self.event.ends_at + timedelta(days=self.days)

    def answers(self) -> QuerySet[Answer]:
        return Answer.objects.filter(forgetting.given_something(), question__in=self.questions)

    def registrations(self) -> QuerySet[Registration]:
        rows = Registration.objects.filter(event=self.event, purged_at=None)
        return rows if self.is_last else rows.none()

    def invitations(self) -> QuerySet[Invitation]:
        rows = Invitation.objects.filter(event=self.event, purged_at=None)
        return rows if self.is_last else rows.none()

    def delegations(self) -> QuerySet[Delegation]:
        rows = Delegation.objects.filter(still_named(), event=self.event)
        return rows if self.is_last else rows.none()

    def letters(self) -> LetterQuerySet:
        rows = Letter.objects.readable().concerning(self.event.about)
        return rows if self.is_last else rows.none()

    def counts(self) -> Counter[str]:
        """What would go now, by the names that `carry_out` uses; nothing is in it that is nought."""
        notes = self.delegations().exclude(note=None).count()
        return +Counter(
            answers_emptied=self.answers().count(),
            files_deleted=self.answers().exclude(file=None).count() + notes,
            registrations_emptied=self.registrations().count(),
            invitations_emptied=self.invitations().count(),
            delegations_emptied=self.delegations().count(),
            **{LETTERS: self.letters().count()},
        )


def still_named() -> Q:
    return ~Q(focal_name="") | ~Q(focal_email="") | Q(note__isnull=False)


def plan(event: Event) -> list[Step]:
    """The steps of an event, first things first. No answer outlives the registration that it belongs to."""
    last = rules_of(event).kept_days
    by_days: dict[int, list[Question]] = {last: []}
    for question in Question.objects.filter(event=event):
        by_days.setdefault(min(question.kept_days, last), []).append(question)
    return [Step(event, days, tuple(by_days[days]), days == last) for days in sorted(by_days)]


def due(at: datetime) -> Iterator[Step]:
    """What should be gone by then, of all events that still hold something."""
    here = {"event": OuterRef("pk")}
    registered = Exists(Registration.objects.filter(purged_at=None, **here))
    invited = Exists(Invitation.objects.filter(purged_at=None, **here))
    delegated = Exists(Delegation.objects.filter(still_named(), **here))
    for event in Event.objects.past(at).filter(registered | invited | delegated).select_related("rules"):
        yield from (step for step in plan(event) if step.on <= at)


def preview(at: datetime) -> dict[str, int]:
    """What `carry_out` would do at that moment."""
    found = Counter(unused_files_deleted=unused_files(at).count())
    for step in due(at):
        found.update(step.counts())
    return dict(found)


def carry_out(at: datetime) -> dict[str, int]:
    """In batches, each a transaction of its own: stopped half way, the next run goes on where this one ended."""
    done = Counter(unused_files_deleted=forgetting.delete_files(unused_files(at)))
    for step in due(at):
        done.update(carry_out_step(step, at))
    return dict(done)


def unused_files(at: datetime) -> QuerySet[Attachment]:
    return forgetting.unused_files(at - UNUSED_FILES_KEPT)


def carry_out_step(step: Step, at: datetime) -> Counter[str]:
    done: Counter[str] = Counter()
    done += in_batches(step, step.answers(), forgetting.empty_answers)
    done += in_batches(step, step.registrations(), partial(forgetting.empty_registrations, at=at))
    done += in_batches(step, step.invitations(), partial(forgetting.empty_invitations, at=at))
    done += in_batches(step, step.delegations(), forgetting.empty_delegations)
    done += in_batches(step, step.letters(), lambda rows: {LETTERS: outbox.empty(rows, at=at)})
    if done:
        audit.record(EMPTIED, about=step.event.about, by=None, at=at, **done)
    return done


def in_batches(step: Step, rows: QuerySet, empty: Callable[[Any], dict[str, int]]) -> Counter[str]:
    """Under the lock of the event, and only while its end is still the one that made the step due."""
    done: Counter[str] = Counter()
    ids = list(rows.values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        with transaction.atomic():
            if locked(step.event.pk).ends_at != step.event.ends_at:
                break
            done.update(empty(rows.filter(pk__in=ids[start : start + BATCH])))
    return +done
