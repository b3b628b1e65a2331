from datetime import datetime
from typing import Any

from django.db import transaction

from courseware.quizzes.errors import AnswerShown, AttemptOver, NoAnswer, NotOffered, Superseded, UnfitAnswer
from courseware.quizzes.grading import Unfit, fitting, is_blank, mark, with_penalty
from courseware.quizzes.grading.certainty import LEVELS
from courseware.quizzes.items import Answer
from courseware.quizzes.models import Attempt, Response
from courseware.quizzes.states import TOLD_AT_ONCE, Behaviour

LAST_SEQUENCE = 2**31 - 1


def save_answer(held: Response, raw: Any, *, at: datetime, sequence: int, certainty: int | None = None) -> Response:
    """Keep what was given, once, in one conditional update; `held` comes with its attempt, quiz and question.

    `sequence` counts up with each answer that a browser gives to the question: the same number with the same answer is
    as once, and the highest stays. Nothing blank overwrites an answer. `at` is when the request arrived: within the
    grace after the end it still counts. Raises AttemptOver, AnswerShown (its feedback was seen), NoAnswer, NotOffered,
    UnfitAnswer, and Superseded with the row where something newer, or something else under this number, is kept.
    """
    answer, certainty = fit(held, raw, certainty)
    if not isinstance(sequence, int) or not 0 < sequence <= LAST_SEQUENCE:
        raise NotOffered
    if not _is_settled(held, answer, certainty, sequence, at):
        open_row = Response.objects.filter(pk=held.pk, closed=False, sequence__lt=sequence)
        given = {"answer": answer, "certainty": certainty, "sequence": sequence, "answered_at": at}
        if open_row.update(**given):
            for name, value in given.items():
                setattr(held, name, value)
        else:  # somebody was faster since the row was read
            held.refresh_from_db(fields=["answer", "certainty", "sequence", "answered_at", "closed"])
            _is_settled(held, answer, certainty, sequence, at)
    return held


def _is_settled(held: Response, answer: Answer, certainty: int | None, sequence: int, at: datetime) -> bool:
    """True where this very answer is kept already, False where it may be kept; else raises why it may not."""
    if held.attempt.is_over(at):
        raise AttemptOver
    if not held.closed and sequence > held.sequence:
        return False
    if (held.answer, held.certainty) == (answer, certainty):
        return True
    if held.closed:
        raise AnswerShown if held.tries else AttemptOver
    raise Superseded(held)


def fit(held: Response, raw: Any, certainty: Any) -> tuple[Answer, int | None]:
    """Both in the form in which they are kept. Raises NoAnswer, NotOffered, UnfitAnswer."""
    return _fit(held, raw), _fit_certainty(held, certainty)


def _fit(held: Response, raw: Any) -> Answer:
    if is_blank(raw):
        raise NoAnswer
    try:
        return fitting(held.question.kind, held.order, raw)
    except Unfit as unfit:
        raise (NotOffered if unfit.code == "not_offered" else UnfitAnswer(unfit.code)) from None


def _fit_certainty(held: Response, certainty: int | None) -> int | None:
    """None where the quiz does not ask for it, or nothing was chosen."""
    if held.attempt.quiz.behaviour != Behaviour.CERTAINTY or certainty is None:
        return None
    if isinstance(certainty, bool) or certainty not in LEVELS:
        raise NotOffered
    return certainty


@transaction.atomic
def check_answer(attempt: Attempt, position: int, *, at: datetime) -> Response:
    """Judge the answer that is kept, where the quiz tells at once; the same answer again is as once.

    A wrong one may be followed by another as long as tries are left, each for less. Raises AttemptOver and NoAnswer.
    """
    rows = attempt.responses.select_for_update(of=("self",)).select_related("question")
    held = rows.prefetch_related("question__choices").get(position=position)
    if held.closed or attempt.quiz.behaviour not in TOLD_AT_ONCE:
        return held
    if attempt.is_over(at):
        raise AttemptOver
    if is_blank(held.answer):
        raise NoAnswer
    if not held.tries or held.tries[-1]["answer"] != held.answer:
        _judge(held, attempt, at)
    return held


def _judge(held: Response, attempt: Attempt, at: datetime) -> None:
    quiz, fraction = attempt.quiz, mark(held.question.item, held.answer)
    held.mark = held.max_mark * with_penalty(fraction, len(held.tries), quiz.penalty)
    held.is_right = fraction == 1
    held.tries = [*held.tries, {"answer": held.answer, "mark": str(fraction), "at": at.isoformat()}]
    held.closed = held.is_right or quiz.behaviour == Behaviour.IMMEDIATE or len(held.tries) >= quiz.tries
    held.save(update_fields=["mark", "is_right", "tries", "closed"])


def answer(
    attempt: Attempt,
    position: int,
    raw: Any,
    *,
    at: datetime,
    certainty: int | None = None,
    sequence: int | None = None,
) -> Response:
    """Keep an answer and, where the quiz tells at once, check it. Without `sequence` it is newer than what is kept."""
    held = attempt.responses.select_related("question").get(position=position)
    held.attempt = attempt
    if sequence is None:
        same = held.answer is not None and held.answer == raw
        sequence = held.sequence if same else held.sequence + 1
    save_answer(held, raw, at=at, sequence=sequence, certainty=certainty)
    return check_answer(attempt, position, at=at)
