"""Language versions of a module."""

from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.reading.actions.courses import hold_order
from courseware.reading.actions.texts import slug_in
from courseware.reading.errors import VersionExists
from courseware.reading.models import Module

# What a language version starts with; the rest is said in words and has to be translated.
TAKEN_OVER = ("author", "published_on", "publisher", "source", "reading_minutes", "document")


@transaction.atomic
def add_version(module: Module, *, language: str, title: str, by: Person | None, at: datetime) -> Module:
    """A draft without text in the same course, tied to the original. Raises VersionExists."""
    head = module.original or module
    hold_order(head.course_id)
    if language in {head.language, *head.versions.values_list("language", flat=True)}:
        raise VersionExists
    version = head.course.modules.create(
        slug=slug_in(head.course, title, fallback=f"{head.slug}-{language}"),
        title=title,
        language=language,
        position=head.position,
        original=head,
        original_revision=head.revision,
        **{name: getattr(head, name) for name in TAKEN_OVER},
    )
    audit.record("version_added", about=version.about, by=by, at=at, language=language)
    return version


@transaction.atomic
def confirm_version(version: Module, *, seen: int, by: Person | None, at: datetime) -> None:
    """The version says what the original says in the revision `seen`; one that came meanwhile still shows as news."""
    seen = min(seen, version.original.revision)
    if Module.objects.filter(pk=version.pk, original_revision__lt=seen).update(original_revision=seen):
        audit.record("version_confirmed", about=version.about, by=by, at=at, revision=seen)
    version.refresh_from_db(fields=["original_revision"])
