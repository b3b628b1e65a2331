"""What a person still misses for the certificates of a course or an event."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate
from courseware.certificates.standing import ToCome, record_of
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
    awards = list(found.standing().in_full())
    earned = own_by_award(request.user, awards)
    record = record_of(awards, [request.user.pk]) if awards else None
    ahead = [award for award in awards if award.pk not in earned]
    to_come = [ToCome(award, record.lacks(award, request.user.pk)) for award in ahead]
    context = {"earned": list(earned.values()), "to_come": ways(to_come, timezone.now())}
    return render(request, "courseware/certificates/missing.html", context | subject)


def own_by_award(person: Person, awards: list[Award]) -> dict[int, Certificate]:
    return {row.award_id: row for row in Certificate.objects.of(person).live().filter(award__in=awards)}
