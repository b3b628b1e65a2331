from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.models import Team
from accounts.teams.slugs import free_slug
from courseware.reading.drafting import CourseDraft, ModuleDraft
from courseware.reading.errors import AlreadyInCourse, ChangedMeanwhile, EmptyModule, EventMissing, NothingToShow
from courseware.reading.models import Course, Module, Progress, Section, SectionRead
from courseware.reading.reading_aids import as_markdown
from courseware.reading.states import Access, Shown
from events.programme.models import Event
from intake.models import SourceDocument

# Words that stand in the addresses of the desk where a slug would stand.
RESERVED = {"new", "edit", "state"}


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as an organizer left it. `code` is None for a new one."""

    heading: str
    body: str
    code: UUID | None = None


@dataclass(frozen=True, slots=True)
class ModuleText:
    """A module as an organizer left it: `details` by field name, sections in reading order."""

    details: dict[str, Any]
    sections: list[SectionText] = field(default_factory=list)


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


@transaction.atomic
def add_modules(
    course: Course, draft: CourseDraft, *, source: SourceDocument | None, by: Person | None, at: datetime
) -> list[Module]:
    """Append the drafted modules, as drafts. Raises AlreadyInCourse for a file that the course has been made from."""
    _hold_order(course.pk)
    if source and course.modules.filter(document__sha256=source.sha256).exists():
        raise AlreadyInCourse
    last = course.modules.order_by("position").values_list("position", flat=True).last() or 0
    modules = [_add_module(course, module, n, source) for n, module in enumerate(draft.modules, last + 1)]
    audit.record("modules_added", about=course.about, by=by, at=at, modules=len(modules))
    return modules


def _add_module(course: Course, draft: ModuleDraft, position: int, source: SourceDocument | None) -> Module:
    taken = {*course.modules.values_list("slug", flat=True), *RESERVED}
    module = course.modules.create(
        slug=free_slug(draft.title, taken, fallback=f"module-{position}"),
        title=draft.title[:250],
        author=(draft.author or "")[:150],
        published_on=draft.published,
        source=(draft.source or "")[:500],
        language=draft.language or "",
        reading_minutes=draft.reading_minutes,
        key_terms=list(draft.key_terms),
        abbreviations=[
            *({"short": each.short, "long": each.long} for each in draft.abbreviations),
            *(asdict(each) for each in draft.bodies),
        ],
        captions=list(draft.captions),
        publisher=(draft.publisher or "")[:200],
        quotes=list(draft.quotes),
        objectives=[asdict(each) for each in draft.objectives],
        terms=[asdict(each) for each in draft.terms],
        position=position,
        document=source,
    )
    Section.objects.bulk_create(
        Section(
            module=module,
            heading=(section.heading or "")[:250],
            body=as_markdown(section.paragraphs),
            blocks=list(section.blocks),
            heading_proposed=section.proposed,
            position=n,
        )
        for n, section in enumerate(draft.sections, 1)
    )
    return module


def _hold_order(course: int) -> None:
    """Nobody else adds or moves modules of the course (its key) until the end of the transaction."""
    Course.objects.select_for_update().filter(pk=course).first()


@transaction.atomic
def move_module(module: Module, step: Literal[-1, 1], *, by: Person | None, at: datetime) -> int:
    """One place up (-1) or down (1) in its course, whose modules then count 1, 2, 3 …; at either end it stays.

    Returns the place where the module stands.
    """
    _hold_order(module.course_id)
    modules = list(Module.objects.filter(course=module.course_id))
    here = modules.index(module)
    there = min(max(here + step, 0), len(modules) - 1)
    modules.insert(there, modules.pop(here))
    for place, each in enumerate(modules, 1):
        each.position = place
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
    """The course with all its modules."""
    for module in course.modules.exclude(state=Shown.PUBLISHED):
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


@transaction.atomic
def correct_module(
    module: Module, text: ModuleText, *, by: Person | None, at: datetime, seen: int | None = None
) -> None:
    """Put the organizer's text in place: sections keep who has read them, those left out are removed.

    `seen` is the revision that the person was shown. Raises EmptyModule or ChangedMeanwhile; then nothing has changed.
    """
    if not text.sections:
        raise EmptyModule
    standing = (
        Module.objects.filter(pk=module.pk) if seen is None else Module.objects.filter(pk=module.pk, revision=seen)
    )
    if not standing.update(**text.details, revision=F("revision") + 1):
        raise ChangedMeanwhile
    module.refresh_from_db()
    known = {section.code: section for section in module.sections.all()}
    kept = [_place(module, each, n, known) for n, each in enumerate(text.sections, 1)]
    module.sections.exclude(pk__in=[section.pk for section in kept]).delete()
    audit.record("module_corrected", about=module.about, by=by, at=at, sections=len(kept))


def _place(module: Module, text: SectionText, position: int, known: dict[UUID, Section]) -> Section:
    section = known.get(text.code) or Section(module=module)
    section.heading, section.body, section.position = text.heading, text.body, position
    section.heading_proposed = False
    section.save()
    return section


@transaction.atomic
def mark_read(section: Section, *, person: Person, at: datetime) -> None:
    """Keep that the section was read (the first time counts) and where to resume: at the section after it."""
    SectionRead.objects.bulk_create([SectionRead(person=person, section=section, at=at)], ignore_conflicts=True)
    later = Section.objects.filter(module=section.module_id, position__gt=section.position)
    here = {"section": later.first() or section, "at": at}
    Progress.objects.update_or_create(
        person=person, module_id=section.module_id, defaults=here, create_defaults=here | {"started_at": at}
    )
