"""Tags of a course: words that questions are found and drawn by, and the learning objectives among them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.quizzes.errors import SameTag, TagExists, TagInUse
from courseware.quizzes.models import Question, Slot, Tag


@transaction.atomic
def tag(questions: Iterable[Question], names: Iterable[str], *, by: Person | None, at: datetime) -> None:
    """Add tags, new ones included, to questions of one course; tags that a question has already stay."""
    questions, names = list(questions), _even(names)
    for course in {each.course_id: each.course for each in questions}.values():
        tags = [Tag.objects.get_or_create(course=course, name=name)[0] for name in names]
        for each in questions:
            if each.course_id == course.pk:
                each.tags.add(*tags)
        audit.record("questions_tagged", about=course.about, by=by, at=at, questions=len(questions), tags=len(tags))


@transaction.atomic
def untag(questions: Iterable[Question], names: Iterable[str], *, by: Person | None, at: datetime) -> None:
    """Take tags off questions; a tag that no question and no slot has any more goes, unless it is an objective."""
    questions, names = list(questions), _even(names)
    courses = {each.course_id: each.course for each in questions}
    tags = Tag.objects.filter(course__in=courses, name__in=names)
    for each in questions:
        each.tags.remove(*tags)
    idle = tags.filter(questions=None, is_objective=False)
    idle.exclude(pk__in=Slot.objects.exclude(tag=None).values("tag")).delete()
    for course in courses.values():
        audit.record("questions_untagged", about=course.about, by=by, at=at, questions=len(questions))


@transaction.atomic
def set_objective(tag: Tag, is_objective: bool, *, by: Person | None, at: datetime) -> None:
    """Whether learning gain is told for this tag."""
    if Tag.objects.filter(pk=tag.pk).exclude(is_objective=is_objective).update(is_objective=is_objective):
        about = tag.course.about
        audit.record("tag_changed", about=about, by=by, at=at, tag=tag.pk, is_objective=is_objective)
    tag.is_objective = is_objective


@transaction.atomic
def set_tags(question: Question, names: Iterable[str], *, by: Person | None, at: datetime) -> None:
    """These tags and no others; nothing happens where they are so already."""
    held, wanted = set(question.tags.values_list("name", flat=True)), _even(names)
    if gone := held - set(wanted):
        untag([question], gone, by=by, at=at)
    if new := [name for name in wanted if name not in held]:
        tag([question], new, by=by, at=at)


@transaction.atomic
def rename_tag(tag: Tag, name: str, *, by: Person | None, at: datetime) -> None:
    """Raises TagExists where the course has a tag of this name: then they are to be merged."""
    [name] = _even([name])
    if Tag.objects.select_for_update().filter(course=tag.course_id, name=name).exclude(pk=tag.pk).exists():
        raise TagExists(name)
    if Tag.objects.filter(pk=tag.pk).exclude(name=name).update(name=name):
        audit.record("tag_renamed", about=tag.course.about, by=by, at=at, tag=tag.pk)
    tag.name = name


@transaction.atomic
def merge_tags(gone: Tag, into: Tag, *, by: Person | None, at: datetime) -> None:
    """What has or draws `gone` has or draws `into`; an objective if either was. Raises SameTag."""
    if gone.pk == into.pk or gone.course_id != into.course_id:
        raise SameTag
    held = {each.pk: each for each in Tag.objects.select_for_update().filter(pk__in=[gone.pk, into.pk])}
    if len(held) < 2:  # somebody was faster
        raise SameTag
    gone, into = held[gone.pk], held[into.pk]
    into.questions.add(*gone.questions.values_list("pk", flat=True))
    Slot.objects.filter(tag=gone).update(tag=into)
    Tag.objects.filter(pk=into.pk).update(is_objective=gone.is_objective or into.is_objective)
    audit.record("tags_merged", about=into.course.about, by=by, at=at, gone=gone.pk, into=into.pk)
    gone.delete()


@transaction.atomic
def remove_tag(tag: Tag, *, by: Person | None, at: datetime) -> None:
    """Raises TagInUse while a question or a draw of a quiz has it: their rows would go, or lose what they are for."""
    held = Tag.objects.select_for_update().get(pk=tag.pk)
    if held.questions.exists() or Slot.objects.filter(tag=held).exists():
        raise TagInUse
    audit.record("tag_removed", about=held.course.about, by=by, at=at, tag=held.pk)
    held.delete()


def _even(names: Iterable[str]) -> list[str]:
    """Without spaces around, each once, the empty left out."""
    return list(dict.fromkeys(even for name in names if (even := " ".join(name.split()))))
