from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from django.db.models import Max

from courseware.quizzes.errors import FaultyQuestion
from courseware.quizzes.grading import fault_of
from courseware.quizzes.items import Item, Option
from courseware.quizzes.models import Choice, Question
from courseware.quizzes.states import Difficulty
from courseware.reading.models import Section


@dataclass(frozen=True, slots=True)
class ChoiceText:
    """A line of a question; the fields are those of items.Option. `key` is None for a line that is new."""

    text: str
    correct: bool = False
    feedback: str = ""
    weight: Fraction | None = None
    match: str = ""
    gap: int = 0
    tolerance: Decimal | None = None
    key: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question as a person wrote or corrected it."""

    kind: str
    stem: str
    choices: tuple[ChoiceText, ...] = field(default=())
    section: Section | None = None
    passage: str = ""
    feedback: str = ""
    difficulty: int = Difficulty.MEDIUM

    @property
    def item(self) -> Item:
        return Item(self.kind, self.stem, tuple(_option(each, n) for n, each in enumerate(self.choices, 1)))


DETAILS = ("kind", "stem", "section", "passage", "feedback", "difficulty")


def _option(text: ChoiceText, key: int) -> Option:
    return Option(key, text.text, text.correct, text.feedback, text.weight, text.match, text.gap, text.tolerance)


def check(text: QuestionText) -> None:
    if fault := fault_of(text.item):
        raise FaultyQuestion(fault)


def write(question: Question, text: QuestionText, *, old: Sequence[Choice] = ()) -> Question:
    """Keep the text in the row; lines that `old` held keep their keys, others get keys that the series never had."""
    for name in DETAILS:
        setattr(question, name, getattr(text, name))
    question.save()
    used = Choice.objects.filter(question__series=question.series).aggregate(last=Max("key"))["last"]
    last = max([used or 0, *(each.key for each in old)])
    Choice.objects.bulk_create(
        _choice(question, each, n) for n, each in enumerate(keyed(text.choices, old, last=last), 1)
    )
    return question


def keyed(choices: Iterable[ChoiceText], old: Sequence[Choice], *, last: int) -> list[ChoiceText]:
    """Each with a key: the one it names if `old` has it, else that of the old line with the same words, else a new."""
    free = {each.key: each.text for each in old}
    named = {each.key for each in choices if each.key in free}
    by_text = {text: key for key, text in free.items() if key not in named}
    found = []
    for each in choices:
        key = (free.pop(each.key, None) is not None and each.key) or by_text.pop(each.text, None)
        last += not key
        found.append(replace(each, key=key or last))
    return found


def _choice(question: Question, text: ChoiceText, position: int) -> Choice:
    names = ("key", "text", "correct", "feedback", "weight", "match", "gap", "tolerance")
    return Choice(question=question, position=position, **{name: getattr(text, name) for name in names})
