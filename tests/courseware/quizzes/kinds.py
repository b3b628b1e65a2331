"""A question of each kind in the bank, written as people write them."""

from decimal import Decimal

from django.utils import timezone

from courseware.quizzes.actions import ChoiceText, QuestionText, add_question
from courseware.quizzes.models import Question
from courseware.reading.models import Course, Module

TEXTS = {
    "single": QuestionText("single", "Which river?", (ChoiceText("Amu Darya", True), ChoiceText("Volga"))),
    "multiple": QuestionText(
        "multiple", "Which rivers?", (ChoiceText("Amu Darya", True), ChoiceText("Syr Darya", True), ChoiceText("Volga"))
    ),
    "true_false": QuestionText("true_false", "The Aral is a lake.", (ChoiceText("True", True), ChoiceText("False"))),
    "matching": QuestionText(
        "matching",
        "Which capital?",
        (ChoiceText("Tajikistan", match="Dushanbe"), ChoiceText("Uzbekistan", match="Tashkent"),
         ChoiceText("", match="Astana")),
    ),
    "ordering": QuestionText("ordering", "In which order?", tuple(map(ChoiceText, ("Stop", "Ask", "Note")))),
    "numeric": QuestionText("numeric", "How many?", (ChoiceText("12.5", True, tolerance=Decimal("0.1")),)),
    "short": QuestionText("short", "What is it called?", (ChoiceText("Amu Darya", True),)),
    "cloze": QuestionText(
        "cloze",
        "The [[1]] ends in the [[2]].",
        (ChoiceText("Amu Darya", True, gap=1), ChoiceText("Volga", gap=1), ChoiceText("Aral", True, gap=2),
         ChoiceText("Caspian", gap=2)),
    ),
}  # fmt: skip
# Keys count from 1 in the order above.
RIGHT = {
    "single": [1],
    "multiple": [1, 2],
    "true_false": [1],
    "matching": {"1": 1, "2": 2},
    "ordering": [1, 2, 3],
    "numeric": "12,5",
    "short": "amu darya",
    "cloze": {"1": 1, "2": 3},
}


def of_every_kind(course: Course, module: Module | None = None) -> list[Question]:
    return [add_question(course, text, module=module, by=None, at=timezone.now()) for text in TEXTS.values()]
