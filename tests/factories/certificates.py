from typing import Any

from django.utils import timezone

from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate
from courseware.reading.models import Course
from events.programme.models import Event
from tests.factories.counting import numbers
from tests.factories.events import event
from tests.factories.people import person as some_person


def award(of: Course | Event | None = None, **fields: Any) -> Award:
    """Of an event that asks for 60 minutes, or of a course that asks for every module."""
    of = of or event()
    subject = {"course": of, "all_modules": True} if isinstance(of, Course) else {"event": of, "minutes": 60}
    values = {
        "team": of.team,
        "title": f"Certificate {next(numbers)}",
        "language": "en",
        "issuer": "Training Centre",
        "badge_name": "Badge",
        "badge_description": "What it stands for.",
        "badge_criteria": "What one does.",
        "created_at": timezone.now(),
    }
    return Award.objects.create(**(values | subject | fields))


def certificate(of: Award | None = None, *, person: Person | None = None, **fields: Any) -> Certificate:
    """A row without a paper; `actions.issue` makes a whole one."""
    of, someone, at = of or award(), person or some_person(), timezone.now()
    shared = ("team", "course", "event", "title", "language", "issuer")
    values = {name: getattr(of, name) for name in (*shared, "badge_name", "badge_description", "badge_criteria")}
    values |= {"name": someone.name, "achievement": of.code, "awarded_on": at.date(), "issued_at": at}
    return Certificate.objects.create(award=of, person=someone, **(values | {"status_index": next(numbers)} | fields))
