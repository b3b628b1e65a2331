from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from courseware.reading.models import Course


def course_of(request: HttpRequest, slug: str) -> Course:
    """A course that the person may change; Http404 for any other."""
    return get_object_or_404(Course.objects.managed_by(request.user).select_related("team", "event"), slug=slug)
