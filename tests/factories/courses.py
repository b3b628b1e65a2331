from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.reading.models import Course, Module, Note, Section
from courseware.reading.states import Access, Shown
from tests.factories.counting import numbers
from tests.factories.people import person as some_person
from tests.factories.people import team as some_team


def course(*, team: Team | None = None, published: bool = True, **fields: Any) -> Course:
    n = next(numbers)
    values = {
        "team": team or some_team(),
        "slug": f"course-{n}",
        "title": f"Course {n}",
        "summary": "What one can learn.",
        "state": Shown.PUBLISHED if published else Shown.DRAFT,
        "access": Access.SIGNED_IN,
        "created_at": timezone.now(),
    }
    return Course.objects.create(**(values | fields))


def module(of: Course | None = None, *, sections: int = 2, **fields: Any) -> Module:
    """A published module with that many sections."""
    n = next(numbers)
    values = {"slug": f"module-{n}", "title": f"Module {n}", "state": Shown.PUBLISHED, "language": "en", "position": n}
    some_module = Module.objects.create(course=of or course(), **(values | fields))
    for position in range(sections):
        section(some_module, position=position)
    return some_module


def section(of: Module, **fields: Any) -> Section:
    n = next(numbers)
    values = {"heading": f"Section {n}", "body": f"What section {n} says.", "position": n}
    return Section.objects.create(module=of, **(values | fields))


def note(at: Section | None = None, *, person: Person | None = None, **fields: Any) -> Note:
    """A reader's words beside a section."""
    at, moment = at or module().sections.first(), timezone.now()
    values = {"person": person or some_person(), "text": "My own words.", "created_at": moment, "changed_at": moment}
    return Note.objects.create(module=at.module, section=at, **(values | fields))
