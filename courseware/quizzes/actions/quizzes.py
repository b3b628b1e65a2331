from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.attempts import due_at
from courseware.quizzes.actions.grades import recount_grades
from courseware.quizzes.models import Allowance, Attempt, Quiz
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


@transaction.atomic
def take_back_allowance(allowance: Allowance, *, by: Person | None, at: datetime) -> None:
    """The person has what everybody has; an open attempt gets the usual end."""
    quiz, person = allowance.quiz, allowance.person
    if not Allowance.objects.filter(pk=allowance.pk).delete()[0]:
        return
    for attempt in Attempt.objects.of(person).open().filter(quiz=quiz, due_at__isnull=False):
        Attempt.objects.open().filter(pk=attempt.pk).update(due_at=due_at(quiz, attempt.started_at, 0))
    audit.record("quiz_allowance_taken_back", about=quiz.about, by=by, at=at, person=str(person.code))
