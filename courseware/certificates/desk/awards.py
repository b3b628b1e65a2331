from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.teams.models import Team
from courseware.certificates import actions, wording
from courseware.certificates.desk.people import SHOWN, rows_of
from courseware.certificates.errors import Refused
from courseware.certificates.forms import AwardForm, proposed
from courseware.certificates.models import Award
from courseware.certificates.states import CertificateState, Issued, RunState
from courseware.reading.desk.managed import course_of
from courseware.reading.models import Course
from events.programme.models import Event

PER_PAGE = 100


def own_award(request: HttpRequest, code: UUID) -> Award:
    return get_object_or_404(Award.objects.managed_by(request.user).in_full(), code=code)


@login_required
def of_course(request: HttpRequest, slug: str) -> HttpResponse:
    course = course_of(request, slug)
    return listing(request, Award.objects.filter(course=course), {"course": course})


@login_required
def of_event(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return listing(request, Award.objects.filter(event=event), {"event": event})


def listing(request: HttpRequest, awards: Any, subject: dict[str, object]) -> HttpResponse:
    live = Count("certificates", filter=Q(certificates__state=CertificateState.LIVE, certificates__renewed_on=None))
    awards = awards.in_full().annotate(issued_count=live)
    context = {"awards": [(award, wording.conditions(award)) for award in awards]}
    return render(request, "courseware/certificates/awards.html", context | subject)


@login_required
def new_for_course(request: HttpRequest, slug: str) -> HttpResponse:
    course = course_of(request, slug)
    return new(request, course.team, course=course, event=None)


@login_required
def new_for_event(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.managed_by(request.user).select_related("team"), slug=slug)
    return new(request, event.team, course=None, event=event)


def new(request: HttpRequest, team: Team, *, course: Course | None, event: Event | None) -> HttpResponse:
    begun = proposed(team, request.user, course=course, event=event)
    form = AwardForm(request.POST if request.method == "POST" else None, team=team, initial=begun)
    if form.is_bound and form.is_valid():
        made = actions.make_award(team, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The certificate is set up."))
        return redirect("certificates:award", code=made.code)
    return edit_page(request, form, {"course": course, "event": event})


def edit_page(request: HttpRequest, form: AwardForm, context: dict[str, object]) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "courseware/certificates/edit_award.html", {"form": form} | context, status=status)


@login_required
def edit_award(request: HttpRequest, code: UUID) -> HttpResponse:
    award = own_award(request, code)
    course, event = award.course, award.event
    form = AwardForm(request.POST if request.method == "POST" else None, team=award.team, instance=award)
    if form.is_bound and form.is_valid():
        actions.change_award(award, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Saved. Certificates that were issued before stay as they are."))
        return redirect("certificates:award", code=code)
    return edit_page(request, form, {"award": award, "course": course, "event": event})


@login_required
def remove_award(request: HttpRequest, code: UUID) -> HttpResponse:
    """GET asks, POST removes one that nobody was given."""
    award = own_award(request, code)
    if request.method != "POST":
        return render(request, "courseware/certificates/remove_award.html", {"award": award})
    try:
        actions.remove_award(award, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("certificates:award", code=code)
    messages.success(request, _("Removed."))
    if award.course:
        return redirect("certificates:of_course", slug=award.course.slug)
    return redirect("certificates:of_event", slug=award.event.slug)


@login_required
def award(request: HttpRequest, code: UUID) -> HttpResponse:
    """What it asks and says, who has done what, and who has it."""
    found = own_award(request, code)
    rows = rows_of(found, today=timezone.now().date())
    show = request.GET.get("show", "")
    shown = [row for row in rows if show not in SHOWN or row.state == show]
    context = {
        "award": found,
        "asked": wording.conditions(found),
        "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "counts": [(state, label, sum(row.state == state for row in rows)) for state, label in SHOWN.items()],
        "show": show if show in SHOWN else "",
        "ready": sum(row.state == "ready" for row in rows),
        "renewable": sum(row.state == "expired" and row.is_open for row in rows),
        "all": len(rows),
        "may_tick": found.issued != Issued.CLOSED and any(row.is_open for row in shown),
        "runs": found.runs.exclude(state=RunState.DONE),
    }
    return render(request, "courseware/certificates/award.html", context)
