from collections.abc import Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from random import SystemRandom

from django.db import IntegrityError, transaction
from django.db.models import Max

from accounts.people.models import Person
from courseware.quizzes.actions.picking import Asked, order_of, picked
from courseware.quizzes.actions.results import submit
from courseware.quizzes.actions.reviewing import reopen_changed
from courseware.quizzes.errors import NoAttemptsLeft, NoQuestions, QuizClosed, WaitFirst
from courseware.quizzes.models import Allowance, Attempt, Question, Quiz, Response
from courseware.quizzes.states import EndedBy

random = SystemRandom()


@transaction.atomic
def start(quiz: Quiz, *, person: Person, at: datetime) -> Attempt:
    """The person's open attempt, or a new one in which questions, versions and orders are frozen.

    Questions whose passage the text has lost meanwhile go back to review first, so that none of them is asked. Raises
    NoQuestions, BankTooSmall, QuizClosed, NoAttemptsLeft or WaitFirst.
    """
    if resumed := open_attempt(quiz, person, at=at):
        return resumed
    allowance = Allowance.objects.filter(quiz=quiz, person=person).first() or Allowance()
    try:
        number = check_may_start(quiz, person, allowance, at=at)
    except NoAttemptsLeft:
        if begun := open_attempt(quiz, person, at=at):  # by another tab, after the first look
            return begun
        raise
    if quiz.module_id:
        reopen_changed(quiz.module, by=None, at=at)
    asked = picked(quiz, person, random)
    if not asked:
        raise NoQuestions
    try:
        with transaction.atomic():
            return _begin(quiz, person, asked, number, at, due_at(quiz, at, allowance.extra_minutes))
    except IntegrityError:  # another tab was first: one open attempt, one of each number
        return Attempt.objects.of(person).open().get(quiz=quiz)


def open_attempt(quiz: Quiz, person: Person, *, at: datetime) -> Attempt | None:
    """The one to go on with. One whose time is up, grace included, is handed in as it stands."""
    attempt = Attempt.objects.of(person).open().filter(quiz=quiz).select_related("quiz__module").first()
    return None if attempt is None or hand_in_if_over(attempt, at=at) else attempt


def hand_in_if_over(attempt: Attempt, *, at: datetime) -> bool:
    """Whether the time of an open attempt is up, grace included; then it was handed in as it stands."""
    is_over = attempt.is_over(at)
    if is_over:
        submit(attempt, at=at, ended_by=EndedBy.CLOCK)
    return is_over


def check_may_start(quiz: Quiz, person: Person, allowance: Allowance, *, at: datetime) -> int:
    """The number of the next attempt, or QuizClosed, NoAttemptsLeft, WaitFirst."""
    if quiz.closes_at and at >= quiz.closes_at:
        raise QuizClosed
    past = Attempt.objects.of(person).filter(quiz=quiz).aggregate(n=Max("number"), last=Max("submitted_at"))
    if quiz.attempts_allowed and (past["n"] or 0) >= quiz.attempts_allowed + allowance.extra_attempts:
        raise NoAttemptsLeft
    again_at = past["last"] and past["last"] + timedelta(minutes=quiz.wait_minutes)
    if again_at and at < again_at:
        raise WaitFirst(again_at)
    return (past["n"] or 0) + 1


def due_at(quiz: Quiz, started_at: datetime, extra_minutes: int) -> datetime | None:
    """When the time of an attempt is up, without grace: its minutes have passed, or the quiz closes."""
    ends = [quiz.closes_at] if quiz.closes_at else []
    if quiz.time_limit_minutes:
        ends.append(started_at + timedelta(minutes=quiz.time_limit_minutes + extra_minutes))
    return min(ends, default=None)


def _begin(
    quiz: Quiz, person: Person, asked: Sequence[Asked], number: int, at: datetime, due: datetime | None
) -> Attempt:
    total = sum((each.points for each in asked), Fraction(0))
    attempt = Attempt.objects.create(
        quiz=quiz, person=person, number=number, started_at=at, due_at=due, question_count=len(asked), max_mark=total
    )
    questions = Question.objects.prefetch_related("choices").in_bulk([each.question for each in asked])
    Response.objects.bulk_create(
        Response(
            attempt=attempt,
            question=questions[each.question],
            position=n,
            order=order_of(questions[each.question].item, random, shuffle=quiz.shuffle_choices),
            max_mark=each.points,
            is_drawn=each.is_drawn,
        )
        for n, each in enumerate(asked, 1)
    )
    return attempt
