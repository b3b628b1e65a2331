from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.programme import actions
from events.programme.forms import SectionForm
from events.programme.models import Event, EventSection


def own_section(request: HttpRequest, slug: str, code: UUID) -> EventSection:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    return get_object_or_404(event.sections.select_related("event"), code=code)


@login_required
def section_add(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    form = SectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.add_section(event, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The text is saved."))
        return redirect("programme:desk", slug=slug)
    context = {"event": event, "form": form}
    return render(request, "events/programme/section.html", context, status=422 if form.errors else 200)


@login_required
def section(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    found = own_section(request, slug, code)
    form = SectionForm(
        request.POST if request.method == "POST" else None, initial={"heading": found.heading, "body": found.body}
    )
    if request.method == "POST" and form.is_valid():
        actions.change_section(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The text is saved."))
        return redirect("programme:desk", slug=slug)
    context = {"event": found.event, "section": found, "form": form}
    return render(request, "events/programme/section.html", context, status=422 if form.errors else 200)


@login_required
def section_remove(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """GET asks, POST removes."""
    found = own_section(request, slug, code)
    if request.method == "POST":
        actions.remove_section(found, by=request.user, at=timezone.now())
        messages.success(request, _("The text is removed."))
        return redirect("programme:desk", slug=slug)
    return render(request, "events/programme/section_remove.html", {"event": found.event, "section": found})
