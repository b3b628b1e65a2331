from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from events.live import actions
from events.live.forms import AttendanceForm, verdicts
from events.live.states import Source
from events.programme.models import Event
from events.registration.models import Registration

PER_PAGE = 100


@login_required
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """Who was there for how long. A list is first shown line by line; a second press records it."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    form = AttendanceForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method != "POST" or not form.is_valid() or "again" in request.POST:
        return listing(request, event, form)
    judged = verdicts(form.lines, event)
    taken = {each.line.email: each.line.minutes for each in judged if not each.why}
    if "confirmed" in request.POST:
        n = actions.record_list(event, taken, source=Source.LIST, by=request.user, at=timezone.now())
        said = ngettext("The minutes of %(n)d person are recorded.", "The minutes of %(n)d people are recorded.", n)
        messages.success(request, said % {"n": n})
        return redirect("live:attendance", slug=slug)
    left_out = [each for each in judged if each.why]
    context = {"event": event, "judged": left_out + [each for each in judged if not each.why], "taken": len(taken)}
    return render(
        request,
        "events/live/attendance_preview.html",
        context | {"left_out": len(left_out), "text": form.cleaned_data["text"]},
    )


def listing(request: HttpRequest, event: Event, form: AttendanceForm) -> HttpResponse:
    rows = Registration.objects.confirmed().filter(event=event).select_related("attendance").order_by("name", "pk")
    known = rows.filter(attendance__isnull=False).count()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"event": event, "form": form, "page": page, "known": known}
    return render(request, "events/live/attendance.html", context, status=422 if form.errors else 200)
