"""Taking questions from a file into the bank: looked at first, then taken, and every question that is not told why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.exchange.errors import FileRefused, NothingToTake, UploadGone
from courseware.exchange.formats.course import NotTaken, Reading, Taken, Unreadable
from courseware.exchange.formats.questions import READERS, format_of
from courseware.exchange.formats.xml import LARGEST
from courseware.exchange.models import QuestionUpload
from courseware.exchange.wording import reason_in_words
from courseware.quizzes import actions as quizzes
from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.items import Item
from courseware.quizzes.models import Question
from courseware.quizzes.states import Review
from courseware.reading.models import Course, Module

KEPT_FOR = timedelta(days=1)
MOST = 500  # questions of a file: they are taken within one transaction


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a file in would come to."""

    taken: tuple[Taken, ...]
    not_taken: tuple[NotTaken, ...]


@transaction.atomic
def receive(
    course: Course, name: str, data: bytes, *, module: Module | None, by: Person | None, at: datetime
) -> QuestionUpload:
    """Keep the file to be looked at. Raises FileRefused for one that cannot be read at all; then nothing is kept."""
    form = format_of(data)
    _read(form, data)
    upload = QuestionUpload.objects.create(
        course=course, module=module, name=name[:250], format=form, data=data, uploaded_at=at
    )
    audit.record("questions_uploaded", about=course.about, by=by, at=at, format=form)
    return upload


def preview(upload: QuestionUpload) -> Preview:
    return _new(_read(upload.format, bytes(upload.data)), upload.course)


@transaction.atomic
def take(upload: QuestionUpload, *, approve: bool, by: Person | None, at: datetime) -> list[Question]:
    """Take the questions that the preview shows into the bank, and let go of the file: all of them, or none.

    Raises UploadGone where that was done already, NothingToTake where there is none.
    """
    held = QuestionUpload.objects.select_for_update().filter(pk=upload.pk).first()
    if held is None:
        raise UploadGone
    found = preview(held)
    if not found.taken:
        raise NothingToTake
    questions = [_add(held, each, approve, by, at) for each in found.taken]
    audit.record("questions_imported", about=held.course.about, by=by, at=at, count=len(questions))
    held.delete()
    return questions


@transaction.atomic
def discard(upload: QuestionUpload) -> None:
    """Twice is as once."""
    QuestionUpload.objects.filter(pk=upload.pk).delete()


def forget_uploads(*, at: datetime) -> int:
    return QuestionUpload.objects.filter(uploaded_at__lt=at - KEPT_FOR).delete()[0]


def _read(form: str, data: bytes) -> Reading:
    try:
        if len(data) > LARGEST:
            raise Unreadable("too_big")
        return READERS[form](data, MOST)
    except Unreadable as reason:
        raise FileRefused(str(reason_in_words(reason.code))) from None


def _new(reading: Reading, course: Course) -> Preview:
    """Without those that the course has, or that stand in the file twice: the same words in question and answers."""
    rows = Question.objects.standing().filter(course=course).prefetch_related("choices")
    held = {same_text(row.item) for row in rows}
    seen: set[str] = set()
    fresh, doubles = [], []
    for each in reading.taken:
        text = same_text(each.item)
        if text in held | seen:
            doubles.append(NotTaken(each.number, each.title, "known" if text in held else "twice"))
        else:
            fresh.append(each)
        seen.add(text)
    return Preview(tuple(fresh), tuple(sorted((*reading.not_taken, *doubles), key=lambda one: one.number)))


def same_text(item: Item) -> str:
    """What makes two questions the same: the words, but for case and spaces, with the answers in any order."""
    lines = sorted(f"{option.text}\t{option.match}" for option in item.options)
    return re.sub(r"\s+", " ", "\n".join((item.stem, *lines)).casefold())


def _add(upload: QuestionUpload, taken: Taken, approve: bool, by: Person | None, at: datetime) -> Question:
    review = Review.APPROVED if approve else Review.DRAFTED
    text = text_of(taken)
    question = quizzes.add_question(upload.course, text, module=upload.module, review=review, by=by, at=at)
    if taken.tags:
        quizzes.tag([question], _short(taken.tags), by=by, at=at)
    return question


def text_of(taken: Taken) -> QuestionText:
    names = ("text", "correct", "feedback", "weight", "match", "gap", "tolerance")
    choices = tuple(ChoiceText(**{name: getattr(each, name) for name in names}) for each in taken.item.options)
    item = taken.item
    return QuestionText(item.kind, item.stem, choices, feedback=item.feedback, difficulty=taken.difficulty)


def _short(tags: Iterable[str]) -> list[str]:
    """As long as a tag may be."""
    return [tag[:80] for tag in tags]
