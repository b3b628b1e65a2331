"""The test before a course and the one after it, from one blueprint: the slots of the first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.picking import supply
from courseware.quizzes.actions.quizzes import set_up_quiz
from courseware.quizzes.actions.slots import SlotText, set_slots
from courseware.quizzes.errors import DrawsTooMany, NoTest, NothingToAsk
from courseware.quizzes.models import Quiz, Tag
from courseware.quizzes.states import Behaviour, Layout, Purpose, Reviewed
from courseware.reading.models import Course

# Nothing of the key is told before the test after the course, which may ask the same; one try, which nobody can fail.
BEFORE: dict[str, Any] = {
    "behaviour": Behaviour.DEFERRED,
    "layout": Layout.ALL,
    "attempts_allowed": 1,
    "pass_percent": 0,
    "shuffle_questions": True,
    "review_after": [str(Reviewed.SCORE)],
    "review_later": [str(Reviewed.SCORE)],
    "review_closed": [str(Reviewed.SCORE)],
}
AFTER: dict[str, Any] = {"behaviour": Behaviour.DEFERRED, "shuffle_questions": True}


@transaction.atomic
def make_pre_test(course: Course, draws: Mapping[Tag, int], *, by: Person | None, at: datetime) -> Quiz:
    """The test before the course, which draws so many questions of each tag. One that there is already stays as it is.

    Trainees see it once it is opened.
    """
    Course.objects.select_for_update().get(pk=course.pk)
    if held := course.quizzes.filter(purpose=Purpose.PRE).first():
        return held
    quiz = set_up_quiz(course, purpose=Purpose.PRE, by=by, at=at, **BEFORE)
    set_slots(quiz, [SlotText(tag=tag, count=count) for tag, count in draws.items() if count], by=by, at=at)
    return quiz


@transaction.atomic
def make_post_test(course: Course, *, by: Person | None, at: datetime) -> Quiz:
    """The test after the course, of the same blueprint. Raises NoTest without a test before it; twice is as once."""
    Course.objects.select_for_update().get(pk=course.pk)
    if not course.quizzes.filter(purpose=Purpose.PRE).exists():
        raise NoTest
    held = course.quizzes.filter(purpose=Purpose.POST).first()
    return held or set_up_quiz(course, purpose=Purpose.POST, by=by, at=at, **AFTER)


@transaction.atomic
def open_test(quiz: Quiz, *, by: Person | None, at: datetime) -> None:
    """Trainees of the course may take it from now on. Raises NothingToAsk, or DrawsTooMany; twice is as once."""
    if not Quiz.objects.with_size().get(pk=quiz.pk).size:
        raise NothingToAsk
    if not supply(quiz).is_enough:
        raise DrawsTooMany
    if Quiz.objects.filter(pk=quiz.pk, opened_at=None).update(opened_at=at):
        audit.record("test_opened", about=quiz.about, by=by, at=at)


@transaction.atomic
def withdraw_test(quiz: Quiz, *, by: Person | None, at: datetime) -> None:
    """Trainees no longer see it; what they have handed in stays with them."""
    if Quiz.objects.filter(pk=quiz.pk).exclude(opened_at=None).update(opened_at=None):
        audit.record("test_withdrawn", about=quiz.about, by=by, at=at)
