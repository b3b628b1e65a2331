"""What a person has read and where they left off."""

from typing import Any

from accounts.people.models import Person
from courseware.reading.models import Dwell, Note, Progress, SectionRead

MODELS = ["reading.SectionRead", "reading.Dwell", "reading.Progress", "reading.Note"]


def collect(person: Person) -> dict[str, Any]:
    read = SectionRead.objects.of(person).select_related("section__module__course").order_by("at")
    places = Progress.objects.of(person).select_related("section", "module__course").order_by("at")
    return {
        "sections_read": [_told(row.section.module, row.section, row.at) for row in read],
        "places": [_told(row.module, row.section, row.at) for row in places],
    }


def _told(module: Any, section: Any, at: Any) -> dict[str, str]:
    return {"course": module.course.title, "module": module.title, "section": str(section), "at": at.isoformat()}


def forget(person: Person) -> None:
    for model in (SectionRead, Dwell, Progress, Note):
        model.objects.of(person).delete()
