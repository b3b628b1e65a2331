from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.programme import actions
from events.programme.desk.points import open_points
from events.programme.errors import NotReady, Refused
from events.programme.forms import LayoutForm
from events.programme.models import Event
from events.programme.standing import missing
from events.programme.states import MOVES, EventState

DONE = {
    EventState.PUBLISHED: _("The event is published."),
    EventState.UNLISTED: _("The event is open to everybody who has its address, and stands in no list."),
    EventState.DRAFT: _("The event is a draft again. Only your team sees it."),
    EventState.CANCELLED: _("The event is cancelled. Its page and its calendar entry say so."),
}


@login_required
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the event stands, what is missing, its programme and its texts."""
    event = get_object_or_404(Event.objects.run_by(request.user).with_programme().select_related("team"), slug=slug)
    at, sessions = timezone.now(), list(event.sessions.all())
    lacking = missing(event) if event.state == EventState.DRAFT else ()
    context = {
        "event": event,
        "sessions": sessions,
        "may_change": Event.objects.managed_by(request.user).filter(pk=event.pk).exists(),
        "past": event.is_past(at),
        "lacking": str(NotReady(lacking)) if lacking else "",
        "moves": MOVES[event.state],
        "points": open_points(event),
        "proposed": sum(session.proposed for session in sessions),
        "outside": [one for one in sessions if one.is_outside(event)],
    }
    return render(request, "events/programme/desk.html", context)


@login_required
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """POST moves the event to another state; GET asks first, for moves that people would notice."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    to = request.POST.get("to") or request.GET.get("to") or ""
    if to not in EventState.values:
        raise Http404
    if request.method != "POST":
        return render(request, "events/programme/move.html", {"event": event, "to": to})
    try:
        actions.move(event, to, by=request.user, at=timezone.now())
        messages.success(request, DONE[to])
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("programme:desk", slug=slug)


@login_required
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks first; posting deletes a draft that was made by mistake, with its documents."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    if request.method != "POST":
        return render(request, "events/programme/discard.html", {"event": event})
    try:
        actions.discard_draft(event, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("programme:desk", slug=slug)
    messages.success(request, _("The draft is discarded."))
    return redirect("front:desk")


@login_required
def lay_out(request: HttpRequest, slug: str) -> HttpResponse:
    """One form for the whole timetable: start, order and minutes."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    form = LayoutForm(
        request.POST if request.method == "POST" else None, event=event, sessions=list(event.sessions.all())
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.lay_out(event, form.plan(), starts_at=form.starts_at, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The programme is laid out."))
            return redirect("programme:desk", slug=slug)
    context = {"event": event, "form": form, "rows": form.rows()}
    return render(request, "events/programme/layout.html", context, status=422 if form.errors else 200)
