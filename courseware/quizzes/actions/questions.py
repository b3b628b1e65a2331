from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.actions.reviewing import keep_record, shown
from courseware.quizzes.actions.tags import set_tags
from courseware.quizzes.actions.texts import DETAILS, ChoiceText, QuestionText, check, write
from courseware.quizzes.errors import ChangedMeanwhile, UnknownSection
from courseware.quizzes.models import Choice, Question, Quiz, Slot
from courseware.quizzes.questionfile import QuestionFile, WrittenQuestion
from courseware.quizzes.states import Recorded, Review
from courseware.reading.models import Course, Module, Section


@transaction.atomic
def add_written_questions(
    module: Module, question_file: QuestionFile, *, by: Person | None, at: datetime
) -> list[Question]:
    """Add the questions of a file, approved as they are; those whose stem the module has already are left out.

    Raises UnknownSection and FaultyQuestion.
    """
    sections = {section.heading.casefold(): section for section in module.sections.all()}
    known = {stem.casefold() for stem in module.questions.standing().values_list("stem", flat=True)}
    new = [each for each in question_file.questions if each.stem.casefold() not in known]
    return [add_question(module.course, _text_of(each, sections), module=module, by=by, at=at) for each in new]


def _text_of(written: WrittenQuestion, sections: dict[str, Section]) -> QuestionText:
    section = sections.get((written.section or "").casefold())
    if written.section and section is None:
        raise UnknownSection(written.section)
    choices = tuple(ChoiceText(each.text, each.correct, each.feedback) for each in written.choices)
    return QuestionText(written.kind, written.stem, choices, section, written.passage)


@transaction.atomic
def add_question(
    course: Course,
    text: QuestionText,
    *,
    module: Module | None = None,
    review: str = Review.APPROVED,
    tags: Iterable[str] = (),
    by: Person | None,
    at: datetime,
) -> Question:
    """A question that people wrote, the last in the course's bank or in its module. Raises FaultyQuestion."""
    check(text)
    if module:
        Quiz.objects.get_or_create(module=module, defaults={"course": course})
    beside = Question.objects.filter(course=course, module=module)
    last = beside.order_by("position").values_list("position", flat=True).last() or 0
    question = write(Question(course=course, module=module, review=review, position=last + 1), text)
    set_tags(question, tags, by=by, at=at)
    audit.record("question_added", about=(module or course).about, by=by, at=at, question=question.pk)
    return question


@transaction.atomic
def correct_question(
    question: Question, text: QuestionText, *, tags: Iterable[str] | None = None, by: Person | None, at: datetime
) -> Question:
    """The version that stands from now on; its `tags` stay where none are given. Raises FaultyQuestion, or
    ChangedMeanwhile once replaced.

    It is another row where attempts hold the old one: they keep the wording that was answered, and its mark, until
    somebody regrades. Lines that stay keep their keys.
    """
    check(text)
    # Held before the attempts are looked at: one that starts now waits, then holds the corrected question.
    standing = Question.objects.select_for_update().exclude(review=Review.REPLACED).filter(pk=question.pk).first()
    if standing is None:
        raise ChangedMeanwhile
    before, old = shown(standing), list(standing.choices.all())
    if standing.responses.exists():
        standing = _next_version(standing)
    else:
        standing.choices.all().delete()
    standing.lint = []
    _carry_over(question, write(standing, text, old=old))
    if tags is not None:
        set_tags(standing, tags, by=by, at=at)
    keep_record(standing, Recorded.EDITED, by=by, at=at, before=before)
    audit.record("question_corrected", about=place_of(standing), by=by, at=at, question=standing.pk)
    return standing


def _next_version(question: Question) -> Question:
    """Set the row aside and return one, not yet written, that stands in its place."""
    Question.objects.filter(pk=question.pk).update(review=Review.REPLACED)
    kept = {name: getattr(question, name) for name in KEPT}
    return Question(**kept, version=question.version + 1)


KEPT = ("series", "course", "module", "review", "drafted", "type", "score", "position")


def _carry_over(old: Question, new: Question) -> None:
    """Tags, and the places in quizzes, belong to the version that stands."""
    if old.pk != new.pk:
        new.tags.set(old.tags.all())
        Slot.objects.filter(question=old.pk).update(question=new)


def place_of(question: Question) -> str:
    return (question.module or question.course).about


@transaction.atomic
def accept_answer(
    question: Question, text: str, *, weight: Fraction | None = None, by: Person | None, at: datetime
) -> Question:
    """Take one more short text as right (None), or as worth its share: what to do with a near miss; then regrade."""
    accepted = as_text(question)
    more = ChoiceText(text.strip(), True, weight=weight)
    return correct_question(question, replace(accepted, choices=(*accepted.choices, more)), by=by, at=at)


def as_text(question: Question) -> QuestionText:
    """The question as it stands, to be changed and given back to correct_question."""
    values: dict[str, Any] = {name: getattr(question, name) for name in DETAILS}
    return QuestionText(**values, choices=tuple(_as_choice_text(each) for each in question.choices.all()))


def _as_choice_text(choice: Choice) -> ChoiceText:
    names = ("text", "correct", "feedback", "weight", "match", "gap", "tolerance", "key")
    return ChoiceText(**{name: getattr(choice, name) for name in names})


@transaction.atomic
def retire(question: Question, *, by: Person | None, at: datetime) -> None:
    """Ask it no longer; attempts that hold it keep it. Approving it brings it back. Twice is as once."""
    standing = Question.objects.filter(pk=question.pk).exclude(review__in=[Review.REPLACED, Review.RETIRED])
    if standing.update(review=Review.RETIRED):
        audit.record("question_retired", about=place_of(question), by=by, at=at, question=question.pk)
    question.refresh_from_db(fields=["review"])
