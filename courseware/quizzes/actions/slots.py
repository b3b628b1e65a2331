"""What a quiz asks, slot by slot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.db.models import Max

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.errors import AskedElsewhere, NotOfCourse
from courseware.quizzes.models import Question, Quiz, Slot, Tag
from courseware.reading.models import Module

NAMES = ("question", "module", "tag", "difficulty", "count", "points")


@dataclass(frozen=True, slots=True)
class SlotText:
    """A fixed question, or a draw of `count` approved ones with all that is named. `points` is for each question."""

    question: Question | None = None
    module: Module | None = None
    tag: Tag | None = None
    difficulty: int | None = None
    count: int = 1
    points: Fraction = Fraction(1)


@transaction.atomic
def set_slots(quiz: Quiz, slots: Sequence[SlotText], *, by: Person | None, at: datetime) -> list[Slot]:
    """What the quiz asks from now on, in this order; none: all approved questions of its module.

    Raises AskedElsewhere for a test that asks what another says, and NotOfCourse for what belongs to another course.
    """
    _hold(quiz)
    quiz.slots.all().delete()
    return _append(quiz, slots, by=by, at=at)


@transaction.atomic
def add_slots(quiz: Quiz, slots: Sequence[SlotText], *, by: Person | None, at: datetime) -> list[Slot]:
    """More to ask, at the end. Raises what set_slots raises."""
    _hold(quiz)
    return _append(quiz, slots, by=by, at=at)


def _hold(quiz: Quiz) -> None:
    """Slots move under the lock of their quiz: two who change it at once neither lose a slot nor double a place."""
    if quiz.blueprint_id:
        raise AskedElsewhere
    Quiz.objects.select_for_update().get(pk=quiz.pk)


def _append(quiz: Quiz, slots: Sequence[SlotText], *, by: Person | None, at: datetime) -> list[Slot]:
    named = [each for slot in slots for each in (slot.question, slot.module, slot.tag) if each is not None]
    if any(each.course_id != quiz.course_id for each in named):
        raise NotOfCourse
    last = quiz.slots.aggregate(last=Max("position"))["last"] or 0
    rows = [
        Slot(quiz=quiz, position=n, **{name: getattr(slot, name) for name in NAMES})
        for n, slot in enumerate(slots, last + 1)
    ]
    audit.record("quiz_slots_set", about=quiz.about, by=by, at=at, slots=len(rows))
    return Slot.objects.bulk_create(rows)


@transaction.atomic
def change_slot(slot: Slot, *, count: int, points: Fraction, by: Person | None, at: datetime) -> None:
    """How many a draw takes, and what each question is worth. A fixed question is one."""
    _hold(slot.quiz)
    given = {"count": 1 if slot.question_id else count, "points": points}
    if Slot.objects.filter(pk=slot.pk).exclude(**given).update(**given):
        audit.record("quiz_slot_changed", about=slot.quiz.about, by=by, at=at, slot=slot.pk)


@transaction.atomic
def move_slot(slot: Slot, step: int, *, by: Person | None, at: datetime) -> int:
    """One place up (-1) or down (1) in its quiz; its place then, counted from 1. At an end it stays."""
    _hold(slot.quiz)
    keys = list(slot.quiz.slots.values_list("pk", flat=True))
    place = keys.index(slot.pk)
    wanted = min(max(place + step, 0), len(keys) - 1)
    keys.insert(wanted, keys.pop(place))
    for n, key in enumerate(keys, 1):
        Slot.objects.filter(pk=key).exclude(position=n).update(position=n)
    if wanted != place:
        audit.record("quiz_slot_moved", about=slot.quiz.about, by=by, at=at, slot=slot.pk)
    return wanted + 1


@transaction.atomic
def remove_slot(slot: Slot, *, by: Person | None, at: datetime) -> None:
    _hold(slot.quiz)
    if Slot.objects.filter(pk=slot.pk).delete()[0]:
        audit.record("quiz_slot_removed", about=slot.quiz.about, by=by, at=at, slot=slot.pk)
