from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from courseware.reading.models import Course, Module


def course_of(request: HttpRequest, slug: str) -> Course:
    """A course that the person may change; Http404 for any other."""
    return get_object_or_404(Course.objects.managed_by(request.user).select_related("team", "event"), slug=slug)


def original_of(request: HttpRequest, slug: str, module: str) -> Module:
    """A module that the person may change and that is no language version; Http404 for any other."""
    originals = Module.objects.managed_by(request.user).originals().select_related("course")
    return get_object_or_404(originals, course__slug=slug, slug=module)
