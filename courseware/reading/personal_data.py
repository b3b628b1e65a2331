"""What a person has read, how long and how far, and what they have written beside it."""

from typing import Any

from accounts.people.models import Person
from courseware.reading.models import Dwell, Note, Progress, Section, SectionRead

MODELS = ["reading.SectionRead", "reading.Dwell", "reading.Progress", "reading.Note"]
COURSE = "section__module__course"


def collect(person: Person) -> dict[str, Any]:
    read = SectionRead.objects.of(person).select_related(COURSE).order_by("at")
    spent = Dwell.objects.of(person).select_related(COURSE).order_by("pk")
    places = Progress.objects.of(person).select_related("section", "module__course").order_by("at")
    notes = Note.objects.of(person).select_related("section", "module__course").order_by("created_at")
    return {
        "sections_read": [_place(row.section.module, row.section) | {"at": row.at.isoformat()} for row in read],
        "time_on_sections": [_dwell(row) for row in spent],
        "places": [_progress(row) for row in places],
        "notes": [_note(row) for row in notes],
    }


def _place(module: Any, section: Section | None) -> dict[str, str]:
    return {"course": module.course.title, "module": module.title, "section": str(section or "")}


def _dwell(row: Dwell) -> dict[str, Any]:
    return _place(row.section.module, row.section) | {"device": str(row.device), "seconds": row.seconds}


def _progress(row: Progress) -> dict[str, Any]:
    return _place(row.module, row.section) | {
        "begun": row.started_at.isoformat(),
        "at": row.at.isoformat(),
        "seconds": row.seconds,
        "quiz": row.quiz,
        "state": row.state,
        "completed": row.earned_at and row.earned_at.isoformat(),
    }


def _note(row: Note) -> dict[str, str]:
    written = {"created": row.created_at.isoformat(), "changed": row.changed_at.isoformat()}
    return _place(row.module, row.section) | {"quote": row.quote, "text": row.text} | written


def forget(person: Person) -> None:
    for model in (SectionRead, Dwell, Progress, Note):
        model.objects.of(person).delete()
