"""What the pages of courses show of surveys. The page asks for it, because reading knows nothing of surveys."""

from django import template
from django.db.models import QuerySet
from django.utils import timezone

from accounts.people.models import Person
from courseware.reading.models import Course
from courseware.surveys.models import Survey

register = template.Library()


@register.simple_tag
def evaluations_of(course: Course, person: Person) -> QuerySet[Survey]:
    """The evaluation that now waits for the person: one or none. One query."""
    return Survey.objects.waiting_for(person, timezone.now()).filter(course=course)
