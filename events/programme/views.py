from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from events.programme.models import Event
from events.programme.standing import lists_not_in_sections, sections_beside_summary
from events.programme.states import EventState

PER_PAGE = 20


def events(request: HttpRequest) -> HttpResponse:
    """What is coming, soonest first; with ?when=past what has been, latest first."""
    at, past = timezone.now(), request.GET.get("when") == "past"
    listed = Event.objects.listed().past(at) if past else Event.objects.listed().ahead(at)
    page = Paginator(listed.order_by(*listed.query.order_by, "pk"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/programme/list.html", {"page": page, "past": past})


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of an event. A draft is shown to its team alone."""
    event = get_object_or_404(Event.objects.visible_to(request.user).with_programme(), slug=slug)
    at, zone = timezone.now(), timezone.get_current_timezone_name()
    has_own_zone = request.user.is_authenticated and bool(request.user.time_zone)
    context = {
        "event": event,
        "sessions": event.sessions.all(),
        "draft": event.state == EventState.DRAFT,
        "cancelled": event.state == EventState.CANCELLED,
        "past": event.is_past(at),
        "takes": event.takes_registrations(at),
        "sections": sections_beside_summary(event),
        "lists": lists_not_in_sections(event),
        "several_days": event.is_several_days,
        "own_zone": zone if has_own_zone and zone != event.time_zone else "",
        "asks_browser": not has_own_zone,
    }
    return render(request, "events/programme/event.html", context)
