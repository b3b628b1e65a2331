"""What somebody may see at a moment of what they handed in: the one rule for every page, letter and file."""

from collections.abc import Collection
from datetime import datetime, timedelta

from courseware.quizzes.models import Attempt, Quiz

# For so long after an attempt was handed in, what is shown is what may be seen "right after".
JUST_AFTER = timedelta(minutes=30)


def told_of(attempt: Attempt, at: datetime) -> Collection[str]:
    """What may be seen of a finished attempt (states.Reviewed). Needs its quiz."""
    return told(attempt.quiz, attempt.submitted_at, at)


def told_of_all(quiz: Quiz, at: datetime) -> Collection[str]:
    """What may be seen of what all attempts come to. Needs `with_standing`.

    Only what may be seen of each of them: the best of two gives away the one that is not shown yet. What the others
    show lies between the first and the last.
    """
    ends = {moment for moment in (quiz.first_at, quiz.last_at) if moment}
    return set.intersection(*(set(told(quiz, moment, at)) for moment in ends)) if ends else ()


def told(quiz: Quiz, submitted_at: datetime, at: datetime) -> Collection[str]:
    if quiz.closes_at and at >= quiz.closes_at:
        return quiz.review_closed
    return quiz.review_after if at < submitted_at + JUST_AFTER else quiz.review_later
