"""Attempts and answers as statistics want them. Floats begin here: marks are read as text and turned into numbers once
for each different text, because ten thousand attempts at forty questions are four hundred thousand marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from json import loads
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from courseware.quizzes.models import Attempt, Question, Quiz, Response
from courseware.quizzes.statistics import Analysis, Column, Given, ItemFigures, analyse

WHICH = ("first", "last", "highest", "all")
CHUNK = 10_000


class AsNumbers(dict[str | None, float]):
    """The number that a text such as "2/3" says, worked out once. What was not marked is worth nothing here."""

    def __missing__(self, text: str | None) -> float:
        number = self[text] = float(Fraction(text)) if text else 0.0
        return number


@dataclass(frozen=True, slots=True)
class Taken:
    """A finished attempt, as far as figures need it."""

    pk: int
    person: int
    mark: float
    maximum: float

    @property
    def share(self) -> float:
        return self.mark / self.maximum if self.maximum else 0.0


@dataclass(slots=True)
class Item:
    """A question of the quiz with all its versions: `question` is the latest that was asked."""

    question: Question
    column: Column
    versions: dict[int, list[float | None]]
    given: list[Given]
    figures: ItemFigures | None = None

    def of_versions(self) -> list[tuple[int, Column]]:
        """Each version's own marks, where several were asked."""
        several = sorted(self.versions.items()) if len(self.versions) > 1 else []
        return [(version, Column(marks, self.column.maximum, self.column.is_drawn)) for version, marks in several]


@dataclass(frozen=True, slots=True)
class Report:
    """`maximum` is None where attempts differ in what could be earned; figures then compare only roughly."""

    n: int
    maximum: float | None
    items: list[Item]
    analysis: Analysis


@dataclass(slots=True)
class Read:
    """What one pass over the answers leaves: marks by question (key) and attempt (place), answers by question."""

    marks: dict[int, list[float | None]]
    places: list[list[float | None]]
    answers: dict[int, dict[str | None, list[float]]] = field(default_factory=lambda: defaultdict(dict))


def report(quiz: Quiz, which: str = "first") -> Report:
    attempts = list(chosen(taken(quiz), which))
    drawn = set(responses(quiz).filter(is_drawn=True).order_by().values_list("question", flat=True).distinct())
    read = read_answers(quiz, attempts, drawn)
    items = items_of(quiz, read, drawn, len(attempts))
    fixed = [item.column.marks for item in items if not item.column.is_drawn]
    analysis = analyse([item.column for item in items], [*fixed, *read.places])
    for item, figures in zip(items, analysis.items, strict=True):
        item.figures = figures
    maxima = {attempt.maximum for attempt in attempts}
    return Report(len(attempts), maxima.pop() if len(maxima) == 1 else None, items, analysis)


def taken(quiz: Quiz) -> Iterator[Taken]:
    """Finished attempts, person by person, in their order."""
    numbers = AsNumbers()
    rows = Attempt.objects.submitted().filter(quiz=quiz).order_by("person", "number")
    for pk, person, mark, maximum in rows.values_list("pk", "person", as_text("mark"), as_text("max_mark")):
        yield Taken(pk, person, numbers[mark], numbers[maximum])


def chosen(attempts: Iterable[Taken], which: str) -> Iterable[Taken]:
    """One of each person, or all."""
    by_person: dict[int, list[Taken]] = defaultdict(list)
    for attempt in attempts:
        by_person[attempt.person].append(attempt)
    pick: dict[str, Any] = {
        "first": lambda own: own[:1],
        "last": lambda own: own[-1:],
        "highest": lambda own: [max(own, key=lambda attempt: attempt.share)],
        "all": lambda own: own,
    }
    return [attempt for own in by_person.values() for attempt in pick[which](own)]


def as_text(name: str) -> Cast:
    """Past the field's own conversion, which would make an exact fraction of every mark."""
    return Cast(name, TextField())


def responses(quiz: Quiz) -> QuerySet[Response]:
    return Response.objects.filter(attempt__quiz=quiz, attempt__submitted_at__isnull=False)


def read_answers(quiz: Quiz, attempts: list[Taken], drawn: set[int]) -> Read:
    n, numbers = len(attempts), AsNumbers()
    at = {attempt.pk: (place, attempt.share) for place, attempt in enumerate(attempts)}
    read = Read(defaultdict(lambda: [None] * n), [])
    met = [0] * n
    rows = responses(quiz).order_by("attempt", "position") if drawn else responses(quiz).order_by()
    found = rows.values_list("attempt_id", "question_id", as_text("mark"), as_text("answer"))
    for attempt, question, text, answer in found.iterator(chunk_size=CHUNK):
        if attempt not in at:
            continue
        place, share = at[attempt]
        mark = read.marks[question][place] = numbers[text]
        if question in drawn:
            if met[place] == len(read.places):
                read.places.append([None] * n)
            read.places[met[place]][place] = mark
            met[place] += 1
        tallied = read.answers[question].get(answer)
        if tallied is None:
            tallied = read.answers[question][answer] = [0, 0.0]
        tallied[0] += 1
        tallied[1] += share
    return read


def items_of(quiz: Quiz, read: Read, drawn: set[int], n: int) -> list[Item]:
    """Versions of a question are one item: what was asked is the same, and few attempts are not split further."""
    maxima = maxima_of(quiz)
    series: dict[UUID, list[Question]] = defaultdict(list)
    asked = Question.objects.filter(pk__in=read.marks).select_related("module").prefetch_related("choices")
    for question in asked.order_by("position", "pk"):
        series[question.series].append(question)
    return [item_of(versions, read, maxima, drawn, n) for versions in series.values()]


def item_of(versions: list[Question], read: Read, maxima: dict[int, float], drawn: set[int], n: int) -> Item:
    keys = [question.pk for question in versions]
    rows = {question.version: read.marks[question.pk] for question in versions}
    marks = next(iter(rows.values())) if len(rows) == 1 else merged(list(rows.values()))
    column = Column(marks, max(maxima.get(key, 0.0) for key in keys), any(key in drawn for key in keys))
    given = [
        Given(loads(answer) if answer else None, int(count), shares)
        for key in keys
        for answer, (count, shares) in read.answers[key].items()
    ]
    return Item(max(versions, key=lambda question: question.version), column, rows, given)


def merged(columns: list[list[float | None]]) -> list[float | None]:
    """An attempt holds one version of a question at most."""
    return [next((mark for mark in marks if mark is not None), None) for marks in zip(*columns, strict=True)]


def maxima_of(quiz: Quiz) -> dict[int, float]:
    """What could be earned on each question; the most, where attempts differ."""
    numbers, most = AsNumbers(), defaultdict(float)
    for question, text in responses(quiz).order_by().values_list("question_id", as_text("max_mark")).distinct():
        most[question] = max(most[question], numbers[text])
    return most
