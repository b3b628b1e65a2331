"""What readers and their devices tell of their reading."""

import json
from itertools import chain

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courseware.reading import actions
from courseware.reading.forms import BeatForm
from courseware.reading.models import Module, Section
from courseware.reading.wording import standing_in_words


@login_required
@require_POST
def section_read(request: HttpRequest, slug: str, module: str, code: str) -> HttpResponse:
    """The button below a section; leads back to where one was."""
    open_ones = Section.objects.open_to(request.user).filter(module__slug=module, module__course__slug=slug)
    section = get_object_or_404(open_ones.select_related("module__original"), code=code)
    actions.mark_read(section, person=request.user, at=timezone.now())
    page = redirect("reading:module", slug=slug, module=module)
    page["Location"] += f"#{section.anchor}"
    return page


@require_POST
def progress(request: HttpRequest, slug: str, module: str) -> HttpResponse:
    """A beat of static/js/reading.js (forms.BeatForm); answers with how far the person is. 401 for a stranger."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": _("Sign in again to save your progress.")}, status=401)
    found = get_object_or_404(readable(request, slug), slug=module)
    form = BeatForm(told_in(request))
    if not form.is_valid():
        return JsonResponse({"error": " ".join(chain(*form.errors.values()))}, status=422)
    actions.note_reading(found, form.beat(), person=request.user, at=timezone.now())
    return JsonResponse(standing_in(readable(request, slug).get(pk=found.pk), request))


def readable(request: HttpRequest, slug: str) -> object:
    mine = Module.objects.open_to(request.user).filter(course__slug=slug)
    return mine.with_progress(request.user).select_related("original")


def told_in(request: HttpRequest) -> dict[str, object]:
    """Nothing where no JSON object is sent."""
    if request.content_type != "application/json":
        return {}
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def standing_in(module: Module, request: HttpRequest) -> dict[str, object]:
    read = module.sections.with_progress(request.user).filter(is_read=True)
    return {
        "read": module.read_count,
        "sections": module.section_count,
        "seconds": module.seconds,
        "minutes": module.seconds // 60,
        "state": module.standing,
        "label": standing_in_words(module.standing),
        "read_codes": list(read.values_list("code", flat=True)),
    }
