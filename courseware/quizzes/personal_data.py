"""What a person answered in quizzes, and with what result."""

from typing import Any

from accounts.people.models import Person
from courseware.quizzes.models import Attempt

MODELS = ["quizzes.Attempt"]


def collect(person: Person) -> dict[str, Any]:
    attempts = Attempt.objects.of(person).select_related("quiz__module__course").order_by("started_at")
    return {"quiz_attempts": [_told(attempt) for attempt in attempts.prefetch_related(*ANSWERS)]}


ANSWERS = ("responses__question", "responses__chosen")


def _told(attempt: Attempt) -> dict[str, Any]:
    module = attempt.quiz.module
    return {
        "course": module.course.title,
        "module": module.title,
        "started_at": attempt.started_at.isoformat(),
        "submitted_at": attempt.submitted_at.isoformat() if attempt.submitted_at else None,
        "right": attempt.right_count,
        "questions": attempt.question_count,
        "passed": attempt.passed,
        "answers": [
            {"question": row.question.stem, "chosen": [choice.text for choice in row.chosen.all()]}
            for row in attempt.responses.all()
        ],
    }


def forget(person: Person) -> None:
    Attempt.objects.of(person).delete()
