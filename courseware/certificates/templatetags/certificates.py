from django import template

from courseware.certificates.models import Award
from courseware.reading.models import Course

register = template.Library()


@register.simple_tag
def has_awards(course: Course) -> bool:
    """Whether there is a certificate to be earned with this course."""
    return Award.objects.standing().filter(course=course).exists()
