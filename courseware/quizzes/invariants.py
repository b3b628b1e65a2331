"""What must be true of attempts at any moment, recounted from the rows. Reads only; `manage.py fsck` prints it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from django.db.models import Count, F

from accounts.outbox.invariants import Broken
from courseware.quizzes.grading import grade, percent
from courseware.quizzes.models import Attempt, Grade, Question, Response
from courseware.quizzes.states import Review

SENTENCES = {
    "open_answers": "{about}: it was handed in on {says}, and {is_} of its answers can still be changed.",
    "wrong_total": "{about}: its mark is {says}, those of its answers make {is_}.",
    "wrong_count": "{about}: it says it holds {says} questions, and holds {is_}.",
    "wrong_percent": "{about}: it says {says} %, its marks make {is_} %.",
    "wrong_grade": "{about}: the grade is {says}, the attempts come to {is_}.",
    "two_standing": "{about}: {is_} versions stand, and {says} may.",
    "asked_twice": "{about}: it asks one question {is_} times, in several versions; {says} is right.",
}


def broken() -> Iterator[Broken]:
    yield from attempts()
    yield from grades()
    yield from versions()


def attempts() -> Iterator[Broken]:
    for attempt in Attempt.objects.prefetch_related("responses").iterator(chunk_size=500):
        rows = list(attempt.responses.all())
        if len(rows) != attempt.question_count:
            yield Broken("wrong_count", attempt.about, attempt.question_count, len(rows))
        if attempt.submitted_at:
            yield from _finished(attempt, rows)
    held = Response.objects.order_by().values("attempt", "question__series").annotate(n=Count("pk")).filter(n__gt=1)
    for attempt, n in held.values_list("attempt", "n"):
        yield Broken("asked_twice", f"attempt:{attempt}", 1, n)


def _finished(attempt: Attempt, rows: list[Response]) -> Iterator[Broken]:
    if still := sum(not row.closed for row in rows):
        yield Broken("open_answers", attempt.about, attempt.submitted_at.isoformat(), still)
    total = sum((row.mark or Fraction(0) for row in rows), Fraction(0))
    if total != attempt.mark:
        yield Broken("wrong_total", attempt.about, attempt.mark, total)
    if percent(attempt.mark, attempt.max_mark) != attempt.percent:
        yield Broken("wrong_percent", attempt.about, attempt.percent, percent(attempt.mark, attempt.max_mark))


def grades() -> Iterator[Broken]:
    """One grade for everybody with a finished attempt, and it is what the attempts come to."""
    finished = Attempt.objects.submitted().order_by("quiz", "person", "number").annotate(method=F("quiz__grade_method"))
    kept = {(row.quiz_id, row.person_id): row.share for row in Grade.objects.all()}
    for key, rows in groupby(finished, key=lambda row: (row.quiz_id, row.person_id)):
        own = list(rows)
        share = grade(own[0].method, [row.share for row in own])
        if kept.pop(key, None) != share:
            yield Broken("wrong_grade", own[-1].about, Grade.objects.filter(quiz=key[0], person=key[1]).first(), share)
    for quiz, person in kept:
        yield Broken("wrong_grade", f"quiz:{quiz}", Grade.objects.get(quiz=quiz, person=person).share, None)


def versions() -> Iterator[Broken]:
    standing = Question.objects.exclude(review=Review.REPLACED).order_by().values("series").annotate(n=Count("pk"))
    for series, n in standing.filter(n__gt=1).values_list("series", "n"):
        yield Broken("two_standing", f"question:{series}", 1, n)
