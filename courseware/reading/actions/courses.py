"""Courses and the order and showing of their modules."""

from datetime import datetime
from typing import Any, Literal

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from accounts.teams.slugs import free_slug
from courseware.reading.errors import EmptyModule, EventMissing, NothingToShow
from courseware.reading.models import Course, Module
from courseware.reading.states import Access, Shown
from events.programme.models import Event

# Words that stand in addresses where the slug of a course or of a module would stand.
RESERVED = {"new", "edit", "state", "quizzes", "tests", "results", "glossary", "notes", "evaluation", "surveys"} | {
    "bank", "statistics", "certificate", "certificates", "export", "on-this-device",
}  # fmt: skip


@transaction.atomic
def start_course(
    team: Team,
    *,
    title: str,
    by: Person | None,
    at: datetime,
    slug: str = "",
    summary: str = "",
    event: Event | None = None,
    access: str = Access.SIGNED_IN,
) -> Course:
    """A draft course without modules. Its address is `slug`, else made from the title; numbered where it is taken."""
    taken = {*Course.objects.values_list("slug", flat=True), *RESERVED}
    slug = free_slug(slug or title, taken, fallback="course")
    course = Course.objects.create(
        team=team, slug=slug, title=title, summary=summary, event=event, access=access, created_at=at
    )
    audit.record("course_started", about=course.about, by=by, at=at)
    return course


def hold_order(course: int) -> None:
    """Nobody else adds, moves or ties modules of the course (its key) until the end of the transaction."""
    Course.objects.select_for_update().filter(pk=course).first()


@transaction.atomic
def move_module(module: Module, step: Literal[-1, 1], *, by: Person | None, at: datetime) -> int:
    """One place up (-1) or down (1) in its course, whose modules then count 1, 2, 3 …; at either end it stays.

    Language versions stand where their original stands. Returns the place where the module stands.
    """
    hold_order(module.course_id)
    modules = list(Module.objects.filter(course=module.course_id))
    order = [each.pk for each in modules if each.original_id is None]
    here = order.index(module.original_id or module.pk)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    for each in modules:
        each.position = order.index(each.original_id or each.pk) + 1
    Module.objects.bulk_update(modules, ["position"])
    if there != here:
        audit.record("module_moved", about=module.about, by=by, at=at, place=there + 1)
    return there + 1


@transaction.atomic
def move(thing: Course | Module, state: str, *, by: Person | None, at: datetime) -> None:
    """Publish, or take back to draft; twice is as once. Raises NothingToShow, EmptyModule or EventMissing."""
    if state == Shown.PUBLISHED:
        _check_publishable(thing)
    if type(thing).objects.filter(pk=thing.pk).exclude(state=state).update(state=state):
        audit.record("shown", about=thing.about, by=by, at=at, state=str(state))
    thing.state = state


def _check_publishable(thing: Course | Module) -> None:
    if isinstance(thing, Module):
        if not thing.sections.exclude(body="").exists():
            raise EmptyModule
    elif not thing.modules.published().exists():
        raise NothingToShow
    elif thing.access == Access.REGISTERED and thing.event_id is None:
        raise EventMissing


@transaction.atomic
def publish_everything(course: Course, *, by: Person | None, at: datetime) -> None:
    """The course with all its modules; a language version is published on its own, when it is ready."""
    for module in course.modules.originals().exclude(state=Shown.PUBLISHED):
        move(module, Shown.PUBLISHED, by=by, at=at)
    move(course, Shown.PUBLISHED, by=by, at=at)


@transaction.atomic
def correct_course(course: Course, details: dict[str, Any], *, by: Person | None, at: datetime) -> None:
    """Change title, summary, access or event. Raises EventMissing."""
    for name, value in details.items():
        setattr(course, name, value)
    if course.access == Access.REGISTERED and course.event is None:
        raise EventMissing
    course.save(update_fields=list(details))
    audit.record("course_corrected", about=course.about, by=by, at=at)
