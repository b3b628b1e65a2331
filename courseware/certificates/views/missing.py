"""What a person still misses for the certificates of a course or an event."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing import to_come
from courseware.certificates.wording import ways
from courseware.reading.models import Course
from events.registration.models import events_for


@login_required
def missing_of_course(request: HttpRequest, slug: str) -> HttpResponse:
    course = get_object_or_404(Course.objects.visible_to(request.user), slug=slug)
    return missing(request, Award.objects.filter(course=course), {"course": course})


@login_required
def missing_of_event(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(events_for(request.user), slug=slug)
    return missing(request, Award.objects.filter(event=event), {"event": event})


def missing(request: HttpRequest, found: Iterable[Award], subject: dict[str, object]) -> HttpResponse:
    at = timezone.now()
    earned = Certificate.objects.of(request.user).valid_on(at.date()).filter(award__in=found.standing())
    ahead = list(found.standing().exclude(pk__in=earned.values("award")).in_full())
    context = {"earned": earned, "to_come": ways(to_come(ahead, request.user, today=at.date()), at)}
    return render(request, "courseware/certificates/missing.html", context | subject)
