"""The text of modules: as it was drafted, and as an organizer leaves it."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from accounts.audit import actions as audit
from accounts.people.models import Person
from accounts.teams.slugs import free_slug
from courseware.reading.actions.courses import RESERVED, hold_order
from courseware.reading.actions.progress import settle_everybody
from courseware.reading.drafting import CourseDraft, ModuleDraft
from courseware.reading.errors import AlreadyInCourse, ChangedMeanwhile, EmptyModule
from courseware.reading.models import Course, Module, Section
from courseware.reading.reading_aids import as_markdown
from intake.models import SourceDocument


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as an organizer left it. `code` is None for a new one; `original`: what a language version has here."""

    heading: str
    body: str
    code: UUID | None = None
    original: Section | None = None


@dataclass(frozen=True, slots=True)
class ModuleText:
    """A module as an organizer left it: `details` by field name, sections in reading order."""

    details: dict[str, Any]
    sections: list[SectionText] = field(default_factory=list)


@transaction.atomic
def add_modules(
    course: Course, draft: CourseDraft, *, source: SourceDocument | None, by: Person | None, at: datetime
) -> list[Module]:
    """Append the drafted modules, as drafts. Raises AlreadyInCourse for a file that the course has been made from."""
    hold_order(course.pk)
    if source and course.modules.filter(document__sha256=source.sha256).exists():
        raise AlreadyInCourse
    last = course.modules.order_by("position").values_list("position", flat=True).last() or 0
    modules = [_add_module(course, module, n, source) for n, module in enumerate(draft.modules, last + 1)]
    audit.record("modules_added", about=course.about, by=by, at=at, modules=len(modules))
    return modules


def slug_in(course: Course, title: str, *, fallback: str) -> str:
    """An address for a module that nothing else in the course has."""
    return free_slug(title, {*course.modules.values_list("slug", flat=True), *RESERVED}, fallback=fallback)


def _add_module(course: Course, draft: ModuleDraft, position: int, source: SourceDocument | None) -> Module:
    module = course.modules.create(
        slug=slug_in(course, draft.title, fallback=f"module-{position}"),
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


@transaction.atomic
def correct_module(
    module: Module, text: ModuleText, *, by: Person | None, at: datetime, seen: int | None = None
) -> None:
    """Put the organizer's text in place: sections keep who has read them, those left out are removed, and who had read
    all but these has read the module.

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
    removed, _by_kind = module.sections.exclude(pk__in=[section.pk for section in kept]).delete()
    if removed:
        settle_everybody(module, at=at)
    audit.record("module_corrected", about=module.about, by=by, at=at, sections=len(kept))


def _place(module: Module, text: SectionText, position: int, known: dict[UUID, Section]) -> Section:
    section = known.get(text.code) or Section(module=module, original=text.original)
    section.heading, section.body, section.position = text.heading, text.body, position
    section.heading_proposed = False
    section.save()
    return section
