from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.grades import count_grade
from courseware.quizzes.actions.results import totals_of
from courseware.quizzes.errors import RegradeDone, RegradeOutdated
from courseware.quizzes.grading import is_near_miss, mark, with_penalty
from courseware.quizzes.models import (
    Attempt,
    Question,
    Quiz,
    Regrade,
    RegradedAttempt,
    RegradedResponse,
    Response,
)
from courseware.quizzes.states import Purpose, Review
from courseware.reading.actions import note_quiz_result


@dataclass(frozen=True, slots=True)
class Remarked:
    """An answer under the version of its question that stands today."""

    response: Response
    question: Question
    mark: Fraction
    is_right: bool

    @property
    def differs(self) -> bool:
        return self.mark != self.response.mark


@transaction.atomic
def prepare_regrade(quiz: Quiz, *, reason: str = "", by: Person | None, at: datetime) -> Regrade:
    """Work out, for every finished attempt, what its answers are worth under today's versions; change nothing.

    Only attempts with an answer whose mark changes are listed, each with those answers. Dry runs not applied go.
    """
    Regrade.objects.filter(quiz=quiz, applied_at=None).delete()
    code = by.code if by else None
    regrade = Regrade.objects.create(quiz=quiz, by=code, reason=reason, prepared_at=at)
    standing = _standing(quiz)
    for attempt in quiz.attempts.submitted().prefetch_related("responses__question").order_by("pk"):
        again = [_again(row, standing[row.question.series], quiz) for row in attempt.responses.all()]
        if any(each.differs for each in again):
            _list(regrade, attempt, again)
    audit.record("regrade_prepared", about=quiz.about, by=by, at=at, attempts=regrade.attempts.count())
    return regrade


def _standing(quiz: Quiz) -> Mapping[UUID, Question]:
    """The latest version, by series, of every question that an attempt at the quiz holds; a retired one stands, too."""
    held = Response.objects.filter(attempt__quiz=quiz).values("question__series")
    latest = Question.objects.filter(series__in=held).exclude(review=Review.REPLACED).prefetch_related("choices")
    return {each.series: each for each in latest}


def _again(response: Response, question: Question, quiz: Quiz) -> Remarked:
    """Of several tries the first that is right under the new key counts, else the last, as when they were made."""
    answers = [each["answer"] for each in response.tries]
    if not answers or answers[-1] != response.answer:
        answers.append(response.answer)
    marks = [mark(question.item, answer) for answer in answers]
    tries = next((n for n, fraction in enumerate(marks) if fraction == 1), len(marks) - 1)
    worth = response.max_mark * with_penalty(marks[tries], tries, quiz.penalty)
    return Remarked(response, question, worth, marks[tries] == 1)


def _list(regrade: Regrade, attempt: Attempt, again: list[Remarked]) -> None:
    attempt.quiz = regrade.quiz
    row = RegradedAttempt.objects.create(
        regrade=regrade,
        attempt=attempt,
        mark_before=attempt.mark,
        mark_after=_totals(attempt, again)["mark"],
        passed_before=attempt.passed,
        passed_after=_totals(attempt, again)["passed"],
    )
    RegradedResponse.objects.bulk_create(
        RegradedResponse(
            regraded=row,
            response=each.response,
            question_before=each.response.question,
            question_after=each.question,
            mark_before=each.response.mark,
            mark_after=each.mark,
        )
        for each in again
        if each.differs
    )


def _totals(attempt: Attempt, again: Iterable[Remarked]) -> dict[str, object]:
    rows = [Response(mark=each.mark, is_right=each.is_right) for each in again]
    return totals_of(rows, attempt, attempt.quiz)


@transaction.atomic
def apply_regrade(regrade: Regrade, *, by: Person | None, at: datetime) -> int:
    """Carry out what the dry run lists; how many attempts it changed. The old marks and versions stay in its rows.

    Raises RegradeDone, or RegradeOutdated where marks or questions have changed since; then nothing is changed.
    """
    if not Regrade.objects.filter(pk=regrade.pk, applied_at=None).update(applied_at=at):
        raise RegradeDone
    regrade.applied_at = at
    rows = regrade.attempts.select_related("attempt__quiz__module", "attempt__person")
    rows = list(rows.prefetch_related("attempt__responses__question"))
    standing = _standing(regrade.quiz)
    for row in rows:
        _apply(row, standing, at)
    audit.record("regrade_applied", about=regrade.quiz.about, by=by, at=at, attempts=len(rows))
    return len(rows)


def _apply(row: RegradedAttempt, standing: Mapping[UUID, Question], at: datetime) -> None:
    attempt = row.attempt
    again = [_again(each, standing[each.question.series], attempt.quiz) for each in attempt.responses.all()]
    totals = _totals(attempt, again)
    planned = {each.response_id: (each.question_after_id, each.mark_after) for each in row.responses.all()}
    found = {each.response.pk: (each.question.pk, each.mark) for each in again if each.differs}
    held = Attempt.objects.filter(pk=attempt.pk, mark=row.mark_before)
    if found != planned or totals["mark"] != row.mark_after or not held.update(**totals):
        raise RegradeOutdated
    changed = [_changed(each) for each in again if each.differs]
    Response.objects.bulk_update(changed, ["question", "mark", "is_right", "is_near_miss"])
    _tell(attempt, at)


def _changed(again: Remarked) -> Response:
    response = again.response
    response.question, response.mark, response.is_right = again.question, again.mark, again.is_right
    response.is_near_miss = is_near_miss(again.question.item, response.answer)
    return response


def _tell(attempt: Attempt, at: datetime) -> None:
    """A pass is told to the module; nothing that was earned is taken away."""
    grade = count_grade(attempt, at=at)
    if grade.passed and attempt.quiz.purpose == Purpose.MODULE:
        note_quiz_result(attempt.quiz.module, person=attempt.person, passed=True, at=at)
