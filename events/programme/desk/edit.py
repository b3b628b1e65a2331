from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from events.programme import actions
from events.programme.desk.evidence import origin_of, with_evidence
from events.programme.desk.passages import deadline_of, passages
from events.programme.desk.points import open_points, warnings
from events.programme.errors import Refused
from events.programme.forms import EventForm
from events.programme.models import Event
from events.programme.states import EventState, NoteState
from intake.forms import small_int

RULES = ("capacity", "registration_closes_at")  # set on a page of registration; the document may have said them


@login_required
@never_cache
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The values of the event beside the passages that they came from."""
    event = own_event(request, slug)
    form = EventForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid() and saved(request, event, form):
        return redirect("programme:desk", slug=slug)
    return render(request, "events/programme/edit.html", page(event, form), status=422 if form.errors else 200)


def own_event(request: HttpRequest, slug: str) -> Event:
    events = Event.objects.managed_by(request.user).select_related("source").defer("source__data")
    return get_object_or_404(events.with_programme(), slug=slug)


def page(event: Event, form: EventForm) -> dict[str, object]:
    return {
        "event": event,
        "form": with_evidence(form, event),
        "passages": passages(event),
        "sessions": event.sessions.all(),
        "points": open_points(event),
        "warnings": warnings(event),
        "rules": [(name, event.evidence.get(name, []), origin_of(name, event)) for name in RULES],
        "last_day_to_register": deadline_of(event, "registration_closes_at"),
        "newer": event.versions.filter(state=NoteState.WAITING).last(),
    }


def saved(request: HttpRequest, event: Event, form: EventForm) -> bool:
    seen = form.cleaned_data["sequence"]
    try:
        actions.correct(event, by=request.user, at=timezone.now(), seen=seen, **form.values())
    except Refused as refusal:
        form.say_refusal(refusal)
        return False
    messages.success(request, _("Saved."))
    return True


@require_POST
@login_required
@never_cache
def autosave(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what is right of a form that is still being filled in; the rest is named, and stays in the form.

    Only of drafts: what people can open already changes when somebody presses the button. Answers with pieces of the
    page: what is saved, the open points, the marks, and the new sequence of the form. With `accept` and nothing wrong
    it leads on: pressed while values are still on their way, the button comes after them.
    """
    event = own_event(request, slug)
    if event.state != EventState.DRAFT:
        raise Http404
    form = EventForm(request.POST, event=event)
    refusal = refusal_of(form, request)
    wrong = [form[name] for name in form.errors if name in form.fields]
    if "accept" in request.POST and not (refusal or form.errors):
        messages.success(request, _("Saved."))
        return HttpResponse(headers={"HX-Redirect": reverse("programme:desk", args=[slug])})
    context = page(own_event(request, slug), form) | {"refusal": refusal, "wrong": wrong, "at": timezone.now()}
    return render(request, "events/programme/autosaved.html", context)


def refusal_of(form: EventForm, request: HttpRequest) -> str:
    """Save the values that are sound. Empty where that was done."""
    form.is_valid()
    seen, values = seen_by(form), form.sound_values()
    try:
        actions.correct(form.event, by=request.user, at=timezone.now(), seen=seen, **values)
    except Refused as refusal:
        return str(refusal)
    return ""


def seen_by(form: EventForm) -> int:
    """The sequence that the form was drawn with; without one, nothing that anybody has seen."""
    return form.cleaned_data.get("sequence", -1)


@require_POST
@login_required
def settle(request: HttpRequest, slug: str) -> HttpResponse:
    """Close an open point by hand. It is named by its place and its code, so that a page left open closes no other."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    index, code = small_int(request.POST.get("point", "")), request.POST.get("code", "")
    point = event.open_points[index] if index is not None and index < len(event.open_points) else None
    if point is None or point[0] != code:
        raise Http404
    actions.settle(event, point, by=request.user, at=timezone.now())
    return redirect("programme:edit", slug=slug)
