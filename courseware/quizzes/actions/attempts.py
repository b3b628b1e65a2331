from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.reviewing import reopen_changed
from courseware.quizzes.errors import AnswerShown, AttemptOver, NoAnswer, NoQuestions, NotOffered
from courseware.quizzes.grading import has_passed, is_right
from courseware.quizzes.models import Attempt, Question, Quiz, Response
from courseware.quizzes.states import Kind, Layout
from courseware.reading.models import Module


@transaction.atomic
def set_up_quiz(module: Module, *, layout: str, pass_percent: int, by: Person | None, at: datetime) -> Quiz:
    given = {"layout": layout, "pass_percent": pass_percent}
    quiz, _new = Quiz.objects.update_or_create(module=module, defaults=given)
    audit.record("quiz_set_up", about=module.about, by=by, at=at, **given)
    return quiz


@transaction.atomic
def start(quiz: Quiz, *, person: Person, at: datetime) -> Attempt:
    """The person's open try, or a new one that holds the questions approved at this moment. Raises NoQuestions.

    Questions whose passage the text has lost meanwhile go back to review first, so that none of them is asked.
    """
    if resumed := Attempt.objects.of(person).open().filter(quiz=quiz).first():
        return resumed
    reopen_changed(quiz.module, by=None, at=at)
    questions = list(Question.objects.approved().filter(module=quiz.module_id))
    if not questions:
        raise NoQuestions
    fresh = {"started_at": at, "question_count": len(questions)}
    attempt, is_new = Attempt.objects.get_or_create(quiz=quiz, person=person, submitted_at=None, defaults=fresh)
    if is_new:
        rows = [Response(attempt=attempt, question=question, position=n) for n, question in enumerate(questions, 1)]
        Response.objects.bulk_create(rows)
    return attempt


@transaction.atomic
def answer(attempt: Attempt, position: int, choices: Collection[int], *, at: datetime) -> Response:
    """Keep what was chosen (keys of choices) for the question at `position`; the same answer twice is as once.

    Raises AttemptOver, AnswerShown (one question per page: its feedback has been seen), NoAnswer, NotOffered.
    """
    if not _locked(attempt):
        raise AttemptOver
    response = attempt.responses.select_related("question").get(position=position)
    chosen, offered = set(choices), dict(response.question.choices.values_list("pk", "correct"))
    if not chosen:
        raise NoAnswer
    if not chosen <= offered.keys() or (len(chosen) > 1 and response.question.kind != Kind.MULTIPLE):
        raise NotOffered
    if response.answered_at and attempt.quiz.layout == Layout.ONE_BY_ONE:
        if chosen == set(response.chosen.values_list("pk", flat=True)):
            return response
        raise AnswerShown
    response.chosen.set(chosen)
    response.answered_at = at
    response.is_right = is_right(chosen, [pk for pk, correct in offered.items() if correct])
    response.save(update_fields=["answered_at", "is_right"])
    return response


@transaction.atomic
def submit(attempt: Attempt, *, at: datetime) -> Attempt:
    """Finish the try: what is unanswered counts as wrong. A second time changes nothing."""
    if _locked(attempt):
        right = attempt.responses.filter(is_right=True).count()
        passed = has_passed(right, attempt.question_count, attempt.quiz.pass_percent)
        attempt.responses.unanswered().update(is_right=False)
        Attempt.objects.open().filter(pk=attempt.pk).update(submitted_at=at, right_count=right, passed=passed)
        audit.record("quiz_submitted", about=attempt.about, by=attempt.person, at=at, right=right, passed=passed)
    attempt.refresh_from_db()
    return attempt


def _locked(attempt: Attempt) -> bool:
    """Hold the try until the end of the transaction; False where it is finished already."""
    return Attempt.objects.select_for_update().open().filter(pk=attempt.pk).first() is not None
