from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.attempts import due_at
from courseware.quizzes.actions.grades import recount_grades
from courseware.quizzes.errors import AskedElsewhere, NotOfCourse
from courseware.quizzes.models import Allowance, Attempt, Question, Quiz, Slot, Tag
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course, Module

# What may be set about a quiz; `blueprint` follows from the purpose.
SETTINGS = (
    "title", "layout", "behaviour", "tries", "penalty", "pass_percent", "shuffle_questions", "shuffle_choices",
    "attempts_allowed", "wait_minutes", "time_limit_minutes", "grace_seconds", "grade_method", "closes_at",
    "review_after", "review_later", "review_closed",
)  # fmt: skip
TIMING = {"time_limit_minutes", "closes_at"}
GRADING = {"grade_method", "pass_percent"}


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
def set_up_quiz(
    course: Course,
    *,
    module: Module | None = None,
    purpose: str = Purpose.MODULE,
    by: Person | None,
    at: datetime,
    **settings: Any,
) -> Quiz:
    """The quiz of a module, or the test before or after the course, with what is given of SETTINGS.

    A test after the course asks what the one before it asks, which is set up if need be. Open attempts follow a new
    time limit or closing time; grades are counted again where another attempt counts now, or the limit has moved.
    """
    if unknown := settings.keys() - set(SETTINGS):
        raise TypeError(f"no settings of a quiz: {sorted(unknown)}")
    if purpose == Purpose.POST:
        pre, _new = Quiz.objects.get_or_create(course=course, purpose=Purpose.PRE)
        settings["blueprint"] = pre
    quiz, is_new = Quiz.objects.update_or_create(course=course, module=module, purpose=purpose, defaults=settings)
    if not is_new and TIMING & settings.keys():
        _follow_the_clock(quiz)
    if not is_new and GRADING & settings.keys():
        recount_grades(quiz, at=at)
    audit.record("quiz_set_up", about=quiz.about, by=by, at=at, settings=sorted(settings.keys() - {"blueprint"}))
    return quiz


def _follow_the_clock(quiz: Quiz) -> None:
    minutes = dict(quiz.allowances.values_list("person", "extra_minutes"))
    for attempt in quiz.attempts.open():
        due = due_at(quiz, attempt.started_at, minutes.get(attempt.person_id, 0))
        Attempt.objects.open().filter(pk=attempt.pk).update(due_at=due)


@transaction.atomic
def set_slots(quiz: Quiz, slots: Sequence[SlotText], *, by: Person | None, at: datetime) -> list[Slot]:
    """What the quiz asks from now on, in this order; none: all approved questions of its module.

    Raises AskedElsewhere for a test that asks what another says, and NotOfCourse for what belongs to another course.
    """
    if quiz.blueprint_id:
        raise AskedElsewhere
    named = [each for slot in slots for each in (slot.question, slot.module, slot.tag) if each is not None]
    if any(each.course_id != quiz.course_id for each in named):
        raise NotOfCourse
    quiz.slots.all().delete()
    names = ("question", "module", "tag", "difficulty", "count", "points")
    rows = [
        Slot(quiz=quiz, position=n, **{name: getattr(slot, name) for name in names}) for n, slot in enumerate(slots, 1)
    ]
    audit.record("quiz_slots_set", about=quiz.about, by=by, at=at, slots=len(rows))
    return Slot.objects.bulk_create(rows)


@transaction.atomic
def allow(
    quiz: Quiz,
    person: Person,
    *,
    extra_minutes: int = 0,
    extra_attempts: int = 0,
    reason: str,
    by: Person | None,
    at: datetime,
) -> Allowance:
    """More time, or more attempts, for one person; an attempt that is open gets its time at once."""
    given = {"extra_minutes": extra_minutes, "extra_attempts": extra_attempts, "reason": reason}
    allowance, _new = Allowance.objects.update_or_create(quiz=quiz, person=person, defaults=given)
    for attempt in Attempt.objects.of(person).open().filter(quiz=quiz):
        due = due_at(quiz, attempt.started_at, extra_minutes)
        Attempt.objects.open().filter(pk=attempt.pk, due_at__isnull=False).update(due_at=due)
    audit.record(
        "quiz_allowance_given", about=quiz.about, by=by, at=at, person=str(person.code),
        minutes=extra_minutes, attempts=extra_attempts,
    )  # fmt: skip
    return allowance
