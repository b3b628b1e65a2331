from dataclasses import dataclass

from courseware.quizzes.errors import FaultyQuestion
from courseware.quizzes.grading import fault_of
from courseware.quizzes.models import Choice, Question
from courseware.reading.models import Section


@dataclass(frozen=True, slots=True)
class ChoiceText:
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question as a person wrote or corrected it."""

    kind: str
    stem: str
    choices: tuple[ChoiceText, ...]
    section: Section | None = None
    passage: str = ""


def write(question: Question, text: QuestionText) -> Question:
    for name in ("kind", "stem", "section", "passage"):
        setattr(question, name, getattr(text, name))
    question.save()
    Choice.objects.bulk_create(
        Choice(question=question, text=each.text, correct=each.correct, feedback=each.feedback, position=n)
        for n, each in enumerate(text.choices, 1)
    )
    return question


def check(text: QuestionText) -> None:
    if fault := fault_of(text.kind, [(each.text, each.correct) for each in text.choices]):
        raise FaultyQuestion(fault)
