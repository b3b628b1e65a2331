"""A reader's own highlights and notes. They are private, and so leave no trace in the audit trail."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from accounts.people.models import Person
from courseware.reading.errors import EmptyNote
from courseware.reading.models import Note, Section


@transaction.atomic
def keep_note(
    section: Section,
    *,
    person: Person,
    at: datetime,
    quote: str = "",
    before: str = "",
    text: str = "",
    code: UUID | None = None,
) -> Note:
    """A highlight (`quote`), words about it (`text`), or both. Sent twice under one `code` it is kept once.

    Raises EmptyNote, and Note.DoesNotExist for a code that belongs to another note.
    """
    if not (quote.strip() or text.strip()):
        raise EmptyNote
    code = code or uuid4()
    own = {"code": code, "person": person, "module_id": section.module_id, "section": section}
    words = {"quote": quote, "before": before, "text": text, "created_at": at, "changed_at": at}
    Note.objects.bulk_create([Note(**own, **words)], ignore_conflicts=True)
    return Note.objects.get(**own)


def change_note(note: Note, *, text: str, at: datetime) -> None:
    """Raises EmptyNote where neither words nor a quotation would be left."""
    if not (note.quote or text.strip()):
        raise EmptyNote
    Note.objects.filter(pk=note.pk).update(text=text, changed_at=at)


def remove_note(note: Note) -> None:
    note.delete()
