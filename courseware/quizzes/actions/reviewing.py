from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.asking import place_of
from courseware.quizzes.models import Choice, Question, QuestionReview, Quiz
from courseware.quizzes.states import Reason, Recorded, Review
from courseware.reading.models import Module, Section


@transaction.atomic
def review(question: Question, verdict: str, *, by: Person | None, at: datetime, reason: str = "") -> None:
    """Approve, reject (with a Reason), or lay aside to be reviewed again; twice is as once.

    A replaced question stays replaced. What the text has lost is looked up first: whoever approves now approves in
    spite of it.
    """
    if question.module:
        reopen_changed(question.module, by=by, at=at)
    open_ones = Question.objects.filter(pk=question.pk).exclude(review__in=[verdict, Review.REPLACED])
    if open_ones.update(review=verdict):
        why = reason if verdict == Review.REJECTED and reason in Reason.values else ""
        keep_record(question, verdict, by=by, at=at, reason=why)
        about = (question.module or question.course).about
        audit.record("question_reviewed", about=about, by=by, at=at, question=question.pk, verdict=str(verdict))
    question.refresh_from_db(fields=["review"])


def keep_record(
    question: Question,
    verdict: str,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
    before: dict[str, Any] | None = None,
) -> QuestionReview:
    """What somebody decided on a question, with its wording: for learning later which drafts are worth showing."""
    after = shown(question)
    return QuestionReview.objects.create(
        question=question,
        verdict=verdict,
        reason=reason,
        by=by.code if by else None,
        at=at,
        before=before or after,
        after=after,
    )


def shown(question: Question) -> dict[str, Any]:
    """The wording of a question as plain values."""
    choices = [_line(choice) for choice in question.choices.order_by("position", "pk")]
    return {"kind": question.kind, "stem": question.stem, "passage": question.passage, "choices": choices}


def _line(choice: Choice) -> dict[str, Any]:
    """With what the kind of the question adds; exact numbers as text, which JSON can hold."""
    more = {"weight": choice.weight, "match": choice.match, "gap": choice.gap, "tolerance": choice.tolerance}
    told = {name: str(value) for name, value in more.items() if value not in (None, "", 0)}
    return {"text": choice.text, "correct": choice.correct, "feedback": choice.feedback} | told


@transaction.atomic
def reopen_changed(module: Module, *, by: Person | None, at: datetime) -> int:
    """Put questions back to review whose passage the module no longer holds; how many.

    Nothing is looked at while the text is the one of the last time (Quiz.checked_revision). A passage that has only
    moved to another section takes its question along.
    """
    revision = Module.objects.values_list("revision", flat=True).get(pk=module.pk)
    if not Quiz.objects.filter(module=module).exclude(checked_revision=revision).update(checked_revision=revision):
        return 0
    sections = list(module.sections.all())
    approved = Question.objects.approved().filter(module=module).exclude(passage="")
    return sum(_look_again(question, sections, by, at) for question in approved)


def _look_again(question: Question, sections: list[Section], by: Person | None, at: datetime) -> bool:
    place = place_of(question, sections)
    if place is not None:
        Question.objects.filter(pk=question.pk).exclude(section=place).update(section=place)
        return False
    Question.objects.filter(pk=question.pk).update(review=Review.DRAFTED)
    keep_record(question, Recorded.REOPENED, by=by, at=at)
    audit.record("question_reopened", about=question.module.about, by=by, at=at, question=question.pk)
    return True


def reopen_all_changed(*, at: datetime) -> int:
    """For the sweep: all modules whose text was corrected since their questions were last compared with it."""
    quizzes = Quiz.objects.out_of_step().select_related("module")
    return sum(reopen_changed(quiz.module, by=None, at=at) for quiz in quizzes)
