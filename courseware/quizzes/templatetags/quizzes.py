"""What the pages of courses show about quizzes. The page asks for it, because reading knows nothing of quizzes."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction

from django import template
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import number_format

from accounts.people.models import Person
from courseware.quizzes.items import paragraphs_of
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.standing import told_of_all
from courseware.quizzes.states import Difficulty, Kind, Review, Reviewed
from courseware.reading.models import Course, Module

register = template.Library()
register.filter("paragraphs", paragraphs_of)


@register.filter
def points(mark: Fraction | None) -> str:
    """At most two decimals: 2, 0.67; rounded for reading, never for deciding."""
    number = f"{float(mark or 0):.2f}".rstrip("0").rstrip(".")
    return number_format(Decimal(number), use_l10n=True)


@register.filter
def kind_name(kind: str) -> str:
    return Kind(kind).label if kind in Kind.values else ""


@register.filter
def difficulty_name(difficulty: int) -> str:
    return Difficulty(difficulty).label


@register.filter
def told(quiz: Quiz) -> Collection[str]:
    """What the person may see now of how they did; `quiz` with its standing."""
    return told_of_all(quiz, timezone.now())


@register.filter
def is_done(quiz: Quiz | None) -> bool:
    """Passed; where that may not be seen, handed in."""
    if not quiz:
        return False
    return quiz.is_passed if Reviewed.SCORE in told(quiz) else quiz.best is not None


@register.simple_tag
def tests_of(course: Course, person: Person) -> dict[str, Quiz]:
    """By purpose, the tests of a course that the person may take, where they ask something. One query."""
    mine = Quiz.objects.open_to(person).of_course(course).with_size().with_standing(person)
    return {quiz.purpose: quiz for quiz in mine.filter(size__gt=0)}


@register.simple_tag
def with_quizzes(modules: Iterable[Module], person: Person) -> list[tuple[Module, Quiz | None]]:
    """Each module with its quiz and how the person stands in it; None where there is nothing to answer. One query."""
    modules = list(modules)
    found = Quiz.objects.filter(module__in=modules).with_size().with_standing(person).filter(size__gt=0)
    quizzes = {quiz.module_id: quiz for quiz in found}
    return [(module, quizzes.get(module.pk)) for module in modules]


@register.simple_tag
def quiz_of(module: Module, person: Person) -> Quiz | None:
    return with_quizzes([module], person)[0][1]


@register.simple_tag
def with_question_counts(modules: Iterable[Module]) -> list[tuple[Module, dict[str, int]]]:
    """Each module with how many of its questions are approved and how many wait for review. One query."""
    modules = list(modules)
    counts = (
        Question.objects.filter(module__in=modules)
        .order_by()
        .values("module")
        .annotate(
            approved=Count("pk", filter=Q(review=Review.APPROVED)), waiting=Count("pk", filter=Q(review=Review.DRAFTED))
        )
    )
    found = {row["module"]: row for row in counts}
    return [(module, found.get(module.pk, {"approved": 0, "waiting": 0})) for module in modules]
