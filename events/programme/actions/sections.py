from datetime import datetime

from django.db import transaction
from django.db.models import Max

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.programme.actions.rows import assign, locked, touch
from events.programme.models import Event, EventSection

SECTION_VALUES = frozenset({"heading", "body"})


@transaction.atomic
def add_section(event: Event, *, heading: str, body: str, by: Person | None, at: datetime) -> EventSection:
    row = locked(event)
    last = row.sections.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    section = EventSection.objects.create(event=row, heading=heading, body=body, position=position)
    touch(row, at=at)
    audit.record("section_added", about=row.about, by=by, at=at, section=str(section.code))
    return section


@transaction.atomic
def change_section(section: EventSection, *, by: Person | None, at: datetime, **values: object) -> EventSection:
    """Set heading and body; a text changed by hand loses its evidence."""
    row = locked(section.event)
    if assign(section, values, SECTION_VALUES):
        section.blocks, section.origin = [], ""
        section.save()
        touch(row, at=at)
        audit.record("section_changed", about=row.about, by=by, at=at, section=str(section.code))
    return section


@transaction.atomic
def remove_section(section: EventSection, *, by: Person | None, at: datetime) -> None:
    row = locked(section.event)
    code = str(section.code)
    section.delete()
    touch(row, at=at)
    audit.record("section_removed", about=row.about, by=by, at=at, section=code)
