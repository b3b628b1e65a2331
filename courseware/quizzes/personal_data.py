"""What a person answered in quizzes, with what result so far as that may be seen, and what was allowed to them."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from courseware.quizzes.items import Answer, Item
from courseware.quizzes.models import Allowance, Attempt, Grade, Quiz, Response
from courseware.quizzes.standing import told_of, told_of_all
from courseware.quizzes.states import Reviewed

MODELS = ["quizzes.Attempt", "quizzes.Grade", "quizzes.Allowance"]
QUIZ = ("quiz__course", "quiz__module")
ANSWERS = ("responses__question__choices",)
NOT_TOLD = {"result": "not shown at present"}


def collect(person: Person) -> dict[str, Any]:
    at = timezone.now()
    attempts = Attempt.objects.of(person).select_related(*QUIZ).order_by("started_at")
    quizzes = Quiz.objects.with_standing(person).exclude(best=None).select_related("course", "module")
    allowances = Allowance.objects.filter(person=person).select_related(*QUIZ)
    return {
        "quiz_attempts": [_told(attempt, at) for attempt in attempts.prefetch_related(*ANSWERS)],
        "quiz_grades": [_grade(quiz, at) for quiz in quizzes.order_by("pk")],
        "quiz_allowances": [
            _of(row.quiz) | {"minutes": row.extra_minutes, "attempts": row.extra_attempts, "reason": row.reason}
            for row in allowances
        ],
    }


def _of(quiz: Quiz) -> dict[str, str]:
    return {"course": quiz.course.title, "quiz": str(quiz)}


def _grade(quiz: Quiz, at: datetime) -> dict[str, Any]:
    is_told = Reviewed.SCORE in told_of_all(quiz, at)
    return _of(quiz) | ({"percent": quiz.best, "passed": quiz.is_passed} if is_told else NOT_TOLD)


def _told(attempt: Attempt, at: datetime) -> dict[str, Any]:
    return (
        _of(attempt.quiz)
        | {
            "started_at": attempt.started_at.isoformat(),
            "submitted_at": attempt.submitted_at.isoformat() if attempt.submitted_at else None,
            "questions": attempt.question_count,
            "answers": [_answer(row) for row in attempt.responses.all()],
        }
        | (_result(attempt, at) if attempt.submitted_at else {})
    )


def _result(attempt: Attempt, at: datetime) -> dict[str, Any]:
    if Reviewed.SCORE not in told_of(attempt, at):
        return NOT_TOLD
    marks = {"mark": str(attempt.mark), "of": str(attempt.max_mark)}
    return {"right": attempt.right_count, "passed": attempt.passed} | marks


def _answer(row: Response) -> dict[str, Any]:
    told = {"question": str(row.question), "chosen": in_words(row.question.item, row.answer)}
    return told | ({"certainty": row.certainty} if row.certainty else {})


def in_words(item: Item, answer: Answer) -> list[str]:
    """An answer as its reader saw it: the words of choices, pairs, steps and gaps, or what was typed."""
    options = {each.key: each for each in item.options}
    if isinstance(answer, str):
        return [answer]
    if isinstance(answer, dict):
        pairs = [(options.get(int(place)), options.get(key), place) for place, key in answer.items()]
        if item.kind == "matching":
            return [f"{prompt.text}: {match.match}" for prompt, match, _ in pairs if prompt and match]
        return [f"{gap}: {filled.text}" for _, filled, gap in pairs if filled]
    return [options[key].text for key in answer or [] if key in options]


def forget(person: Person) -> None:
    Attempt.objects.of(person).delete()
    for model in (Grade, Allowance):
        model.objects.filter(person=person).delete()
