from datetime import datetime

from django.contrib.messages import get_messages
from django.core.paginator import Paginator
from django.db.models import Exists, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.people.models import Person
from accounts.teams.models import memberships
from events.programme.kept import Page, Visitor, answer, good_page
from events.programme.models import Event
from events.programme.standing import lists_not_in_sections, sections_beside_summary, with_parts
from events.programme.states import OPEN, SHOWN, EventState

PER_PAGE = 20


def events(request: HttpRequest) -> HttpResponse:
    """What is coming, soonest first; with ?when=past what has been, latest first."""
    at, past = timezone.now(), request.GET.get("when") == "past"
    listed = Event.objects.listed().past(at) if past else Event.objects.listed().ahead(at)
    page = Paginator(listed.order_by(*listed.query.order_by, "pk"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/programme/list.html", {"page": page, "past": past})


def event(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of an event, kept for all who see the same of it. A draft is shown to its team alone, and never kept."""
    at, found = timezone.now(), glance(request.user, slug)
    visitor = Visitor.of(request, may_use_desk=getattr(found, "may_use_desk", False))
    if found.state == EventState.DRAFT or len(get_messages(request)):
        return drawn(request, completed(found), visitor, at)

    def draw() -> Page:
        whole = completed(found)
        page = drawn(visitor.request(request.path), whole, visitor, at)
        return Page.of(page, version=whole.version, until=whole.changes_next(at))

    return answer(request, good_page((found.code, visitor), found.version, at, draw))


def glance(person: Person, slug: str) -> Event:
    """An event that the person may see, in one query for all but drafts. Strangers are many: for them it fetches only
    what tells whether a kept page is good; for others the whole row, and whether they have a desk.
    """
    if person.is_anonymous:
        rows = Event.objects.glanced()
    else:
        rows = Event.objects.annotate(may_use_desk=Exists(memberships(person)))
    found = get_object_or_404(rows, slug=slug)
    if found.state not in SHOWN:
        get_object_or_404(Event.objects.visible_to(person), pk=found.pk)
    return found


def completed(glanced: Event) -> Event:
    """With every field and the rows of its programme."""
    event = Event.objects.get(pk=glanced.pk) if glanced.get_deferred_fields() else glanced
    prefetch_related_objects([event], "sections", "sessions__speakers")
    return event


def drawn(request: HttpRequest, event: Event, visitor: Visitor, at: datetime) -> HttpResponse:
    zone, lists = timezone.get_current_timezone_name(), lists_not_in_sections(event)
    context = {
        "event": event,
        "sessions": event.sessions.all(),
        "draft": event.state == EventState.DRAFT,
        "cancelled": event.state == EventState.CANCELLED,
        "past": event.is_past(at),
        "takes": event.takes_registrations(at),
        "opens_later": event.state in OPEN and event.opens_later(at),
        "sections": sections_beside_summary(event),
        "lists": lists,
        "bodies": {name: with_parts(event, lists[name]) for name in ("organisers", "partners") if name in lists},
        "several_days": event.is_several_days,
        "own_zone": zone if visitor.time_zone and zone != event.time_zone else "",
        "asks_browser": not visitor.time_zone,
        "may_use_desk": visitor.may_use_desk,
    }
    return render(request, "events/programme/event.html", context)
