"""Finished attempts with marks, as rows: what figures are made from."""

from datetime import timedelta
from fractions import Fraction

from django.utils import timezone

from courseware.quizzes.models import Attempt, Response
from tests import factories

AT = timezone.now() - timedelta(days=30)


def take(quiz, marks, *, person=None, at=AT, drawn=(), answers=None, **fields):
    """A finished attempt; `marks` by question, one point each. What is right is choice 1, wrong 2, or `answers`."""
    someone = person or factories.person()
    number = Attempt.objects.filter(quiz=quiz, person=someone).count() + 1
    total = sum(map(Fraction, marks.values()), Fraction(0))
    values = {"started_at": at - timedelta(minutes=5), "submitted_at": at, "number": number, "mark": total}
    values |= {"question_count": len(marks), "max_mark": len(marks), "percent": 100 * total // len(marks)}
    attempt = Attempt.objects.create(quiz=quiz, person=someone, **(values | fields))
    Response.objects.bulk_create(
        Response(
            attempt=attempt,
            question=question,
            position=position,
            mark=Fraction(mark),
            answer=(answers or {}).get(question, [1] if mark else [2]),
            is_drawn=question in drawn,
            closed=True,
        )
        for position, (question, mark) in enumerate(marks.items(), 1)
    )
    return attempt
