"""Short texts close to an accepted one: for a person to judge."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.questions import accept_answer
from courseware.quizzes.errors import NoNearMiss
from courseware.quizzes.grading import mark
from courseware.quizzes.grading.words import evened
from courseware.quizzes.models import Question, Quiz, Response
from courseware.quizzes.states import Kind, Review


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One text as it was given, to the question as it stands today. `is_accepted`: it is right now, and tries that hold
    it wait to be marked again."""

    question: Question
    text: str
    count: int
    is_accepted: bool


def near_misses(quiz: Quiz) -> list[NearMiss]:
    """Each text once, those given most often first; not those whose question is of another kind now."""
    rows = Response.objects.near_misses().filter(attempt__quiz=quiz).select_related("question").order_by("pk")
    groups: dict[tuple[object, str], list[Response]] = {}
    for row in rows:
        groups.setdefault((row.question.series, evened(row.answer)), []).append(row)
    latest = Question.objects.standing().filter(kind=Kind.SHORT, series__in={series for series, _text in groups})
    standing = {each.series: each for each in latest.prefetch_related("choices").select_related("module", "course")}
    found = [_judged(standing[series], held) for (series, _text), held in groups.items() if series in standing]
    return sorted(found, key=lambda each: (each.is_accepted, -each.count))


def _judged(question: Question, held: list[Response]) -> NearMiss:
    text = held[0].answer
    return NearMiss(question, text, len(held), bool(mark(question.item, text)))


@transaction.atomic
def accept_near_miss(quiz: Quiz, question: Question, text: str, *, by: Person | None, at: datetime) -> Question:
    """Take the text as right from now on, in a new version; past tries follow when they are marked again."""
    standing = Question.objects.select_for_update().exclude(review=Review.REPLACED).get(series=question.series)
    if not any(rows_of(quiz, standing, text)) or mark(standing.item, text):
        raise NoNearMiss
    return accept_answer(standing, text, by=by, at=at)


@transaction.atomic
def leave_near_miss(quiz: Quiz, question: Question, text: str, *, by: Person | None, at: datetime) -> int:
    """It stays wrong and is not shown again; of how many answers. Raises NoNearMiss."""
    keys = [row.pk for row in rows_of(quiz, question, text)]
    count = Response.objects.filter(pk__in=keys, is_near_miss=True).update(is_near_miss=False)
    if not count:
        raise NoNearMiss
    audit.record("near_miss_left", about=quiz.about, by=by, at=at, question=question.pk, answers=count)
    return count


def rows_of(quiz: Quiz, question: Question, text: str) -> Iterable[Response]:
    rows = Response.objects.near_misses().filter(attempt__quiz=quiz, question__series=question.series)
    return (row for row in rows if evened(row.answer) == evened(text))
