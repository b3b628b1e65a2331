from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from courseware.exchange.models import QuestionUpload
from courseware.quizzes.models import Attempt, Choice, Question, Quiz, Response
from courseware.quizzes.states import Kind, Purpose, Review
from courseware.reading.models import Course, Module
from tests.factories.counting import numbers
from tests.factories.courses import course, module
from tests.factories.people import person as some_person


def quiz(of: Module | None = None, *, questions: int = 0, **fields: Any) -> Quiz:
    """The quiz of a module, with that many approved questions."""
    some_module = of or module()
    some_quiz = Quiz.objects.create(module=some_module, course=some_module.course, **fields)
    for _ in range(questions):
        question(some_module)
    return some_quiz


def course_test(of: Course | None = None, **fields: Any) -> Quiz:
    """The test before a course; without slots it asks nothing."""
    values = {"purpose": Purpose.PRE, "opened_at": timezone.now()}
    return Quiz.objects.create(course=of or course(), module=None, **(values | fields))


def attempt(at_quiz: Quiz | None = None, *, person: Person | None = None, **fields: Any) -> Attempt:
    """An open one, begun just now, that holds the approved questions of the quiz's module."""
    at_quiz, someone = at_quiz or quiz(questions=2), person or some_person()
    asked = list(Question.objects.approved().filter(module=at_quiz.module_id).prefetch_related("choices"))
    number = Attempt.objects.filter(quiz=at_quiz, person=someone).count() + 1
    values = {"started_at": timezone.now(), "number": number, "question_count": len(asked), "max_mark": len(asked)}
    begun = Attempt.objects.create(quiz=at_quiz, person=someone, **(values | fields))
    for position, each in enumerate(asked, 1):
        order = [choice.key for choice in each.choices.all()]
        Response.objects.create(attempt=begun, question=each, position=position, order=order)
    return begun


def question(of: Module | None = None, *, right: tuple[str, ...] = ("Right",), wrong: tuple[str, ...] = ("Wrong",),
             **fields: Any) -> Question:  # fmt: skip
    """An approved question: the `right` choices first, then the `wrong` ones, with keys from 1 and with feedback.

    With `course` and without `of` it belongs to no module.
    """
    n = next(numbers)
    kind = Kind.SINGLE if len(right) == 1 else Kind.MULTIPLE
    values = {
        "kind": kind,
        "stem": f"Question {n}?",
        "passage": f"Passage {n}.",
        "review": Review.APPROVED,
        "position": n,
    }
    if "course" not in fields:
        values["module"] = of or module()
        values["course"] = values["module"].course
    some_question = Question.objects.create(**(values | fields))
    for position, text in enumerate((*right, *wrong)):
        Choice.objects.create(
            question=some_question,
            key=position + 1,
            text=text,
            correct=position < len(right),
            feedback=f"About “{text}”.",
            position=position,
        )
    return some_question


def question_upload(of: Course | None = None, data: bytes = b"Two and two?{=4 ~5}", **fields: Any) -> QuestionUpload:
    """A file of one question that somebody is looking at."""
    values = {"name": "questions.txt", "format": "gift", "uploaded_at": timezone.now()}
    return QuestionUpload.objects.create(course=of or course(), data=data, **(values | fields))
