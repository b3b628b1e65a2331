"""An answer file: answers that a device could not send, handed in by the person or, late, admitted by an organizer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.answers import fit, save_answer
from courseware.quizzes.actions.results import close, tell, totals_of
from courseware.quizzes.answerfile import AnswerFile, FileAnswer
from courseware.quizzes.errors import (
    AnswerShown,
    AttemptOpen,
    ForeignFile,
    NothingOfQuiz,
    Refused,
    Superseded,
)
from courseware.quizzes.models import Allowance, Attempt, Quiz, Response


@dataclass(frozen=True, slots=True)
class Verdict:
    """What has become of one answer of a file. `why` is a sentence where it was not taken."""

    position: int
    why: str = ""

    @property
    def is_taken(self) -> bool:
        return not self.why


@transaction.atomic
def hand_in_file(file: AnswerFile, *, quiz: Quiz, person: Person, at: datetime) -> list[Verdict]:
    """Keep what the file holds for the person's attempts at the quiz, by the rules of save_answer; twice is as once.

    Where the server has something else, what was given later counts. Raises ForeignFile and NothingOfQuiz.
    """
    if file.person != person.code:
        raise ForeignFile
    told = []
    for attempt, answers in _found(file, quiz.attempts.of(person)):
        verdicts = [_keep(held, given, at) for held, given in _pairs(attempt, answers)]
        taken = sum(each.is_taken for each in verdicts)
        audit.record("answer_file_handed_in", about=attempt.about, by=person, at=at, answers=len(verdicts), taken=taken)
        told += verdicts
    return told


def _found(file: AnswerFile, attempts: Iterable[Attempt]) -> list[tuple[Attempt, list[FileAnswer]]]:
    own = attempts.filter(code__in=file.attempts).select_related("quiz__module", "quiz__course", "person")
    found = [(each, [given for given in file.answers if given.attempt == each.code]) for each in own.order_by("number")]
    if not found:
        raise NothingOfQuiz
    return found


def _pairs(attempt: Attempt, answers: Sequence[FileAnswer]) -> list[tuple[Response, FileAnswer]]:
    """Answers to places that the attempt does not have are left aside; of several to one place the last counts."""
    by_position = {each.position: each for each in sorted(answers, key=lambda each: each.sequence)}
    rows = list(attempt.responses.select_for_update(of=("self",)).select_related("question"))
    for row in rows:
        row.attempt = attempt
    return [(row, by_position[row.position]) for row in rows if row.position in by_position]


def _keep(held: Response, given: FileAnswer, at: datetime) -> Verdict:
    try:
        try:
            save_answer(held, given.answer, at=at, sequence=given.sequence, certainty=given.certainty)
        except Superseded:
            if held.answered_at and given.at <= held.answered_at:
                raise
            save_answer(held, given.answer, at=at, sequence=held.sequence + 1, certainty=given.certainty)
    except Refused as refusal:
        return Verdict(given.position, str(refusal))
    return Verdict(given.position)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A finished attempt before and after a late file, in percent."""

    attempt: Attempt
    verdicts: list[Verdict]
    before: int
    after: int


@transaction.atomic
def admit_late_file(file: AnswerFile, *, quiz: Quiz, reason: str, by: Person, at: datetime) -> list[Admitted]:
    """Take a file for attempts that are finished, and mark them again; what the quiz says now is not asked.

    Answers whose feedback was seen, and those that the server had newer, stay as they are. Both results are recorded,
    the reason is kept as an allowance. Raises NothingOfQuiz, and AttemptOpen while the person can still hand in a file.
    """
    found = _found(file, quiz.attempts.filter(person__code=file.person))
    if any(attempt.submitted_at is None for attempt, _answers in found):
        raise AttemptOpen
    return [_admit(attempt, answers, reason, by, at) for attempt, answers in found]


def _admit(attempt: Attempt, answers: Sequence[FileAnswer], reason: str, by: Person, at: datetime) -> Admitted:
    before = attempt.percent
    verdicts = [_put(held, given) for held, given in _pairs(attempt, answers)]
    rows = list(attempt.responses.select_related("question").prefetch_related("question__choices"))
    for row in rows:
        close(row, attempt.quiz)
    Response.objects.bulk_update(rows, ["closed", "mark", "is_right", "is_near_miss"])
    totals = totals_of(rows, attempt, attempt.quiz)
    Attempt.objects.filter(pk=attempt.pk).update(**totals)
    for name, value in totals.items():
        setattr(attempt, name, value)
    taken = sum(each.is_taken for each in verdicts)
    told = {"answers": len(verdicts), "taken": taken, "percent_before": before, "percent_after": attempt.percent}
    audit.record("answer_file_admitted", about=attempt.about, by=by, at=at, person=str(attempt.person.code), **told)
    _keep_reason(attempt, reason)
    tell(attempt, at=at)
    return Admitted(attempt, verdicts, before, attempt.percent)


def _keep_reason(attempt: Attempt, reason: str) -> None:
    """With the person's other allowances, which go with the person; the trail holds no free text."""
    allowance, is_new = Allowance.objects.get_or_create(
        quiz=attempt.quiz, person=attempt.person, defaults={"reason": reason}
    )
    if not is_new and reason not in allowance.reason:
        allowance.reason = f"{allowance.reason} · {reason}"[-250:]
        allowance.save(update_fields=["reason"])


def _put(held: Response, given: FileAnswer) -> Verdict:
    """Write an answer into a row that is closed, and open it to be marked anew."""
    try:
        answer, certainty = fit(held, given.answer, given.certainty)
        if held.tries:
            raise AnswerShown
        if (answer, certainty) == (held.answer, held.certainty):
            return Verdict(given.position)
        if given.sequence <= held.sequence:
            raise Superseded(held)
    except Refused as refusal:
        return Verdict(given.position, str(refusal))
    Response.objects.filter(pk=held.pk).update(
        answer=answer, certainty=certainty, sequence=given.sequence, answered_at=given.at, closed=False
    )
    return Verdict(given.position)
