"""What a person answered in quizzes, with what result, and what was allowed to them."""

from typing import Any

from accounts.people.models import Person
from courseware.quizzes.items import Answer, Item
from courseware.quizzes.models import Allowance, Attempt, Grade, Response

MODELS = ["quizzes.Attempt", "quizzes.Grade", "quizzes.Allowance"]
QUIZ = ("quiz__course", "quiz__module")
ANSWERS = ("responses__question__choices",)


def collect(person: Person) -> dict[str, Any]:
    attempts = Attempt.objects.of(person).select_related(*QUIZ).order_by("started_at")
    grades = Grade.objects.filter(person=person).select_related(*QUIZ)
    allowances = Allowance.objects.filter(person=person).select_related(*QUIZ)
    return {
        "quiz_attempts": [_told(attempt) for attempt in attempts.prefetch_related(*ANSWERS)],
        "quiz_grades": [_of(row) | {"percent": row.percent, "passed": row.passed} for row in grades],
        "quiz_allowances": [
            _of(row) | {"minutes": row.extra_minutes, "attempts": row.extra_attempts, "reason": row.reason}
            for row in allowances
        ],
    }


def _of(row: Attempt | Grade | Allowance) -> dict[str, str]:
    return {"course": row.quiz.course.title, "quiz": str(row.quiz)}


def _told(attempt: Attempt) -> dict[str, Any]:
    return _of(attempt) | {
        "started_at": attempt.started_at.isoformat(),
        "submitted_at": attempt.submitted_at.isoformat() if attempt.submitted_at else None,
        "right": attempt.right_count,
        "questions": attempt.question_count,
        "mark": str(attempt.mark),
        "of": str(attempt.max_mark),
        "passed": attempt.passed,
        "answers": [_answer(row) for row in attempt.responses.all()],
    }


def _answer(row: Response) -> dict[str, Any]:
    told = {"question": row.question.stem, "chosen": in_words(row.question.item, row.answer)}
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
