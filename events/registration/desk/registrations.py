from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django_countries import countries

from events.programme.models import Event
from events.registration.models import Registration
from events.registration.models.registrations import RegistrationQuerySet
from events.registration.states import LIVE, Category, RegistrationState, Route

PER_PAGE = 50
STATES = [choice for choice in RegistrationState.choices if choice[0] != RegistrationState.DRAFT]
FILTERS = ("state", "category", "route", "country")


@login_required
def listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Who registered: narrowed by an address that others may be sent, searched by words that stand in none.

    The search is posted, although it changes nothing: names belong in no address, history or log. Asked for by htmx,
    the page gives its counts alone, for the event's desk.
    """
    event = get_object_or_404(Event.objects.run_by(request.user), slug=slug)
    rows = Registration.objects.run_by(request.user).filter(event=event)
    if request.htmx:
        context = {"event": event, "counts": counts_of(rows)}
        return render(request, "events/registration/desk.html#counts", context)
    may_decide = Event.objects.managed_by(request.user).filter(pk=event.pk).exists()
    context = {
        "event": event,
        "counts": counts_of(rows),
        "selects": selects(rows),
        "live": LIVE,
        "may_decide": may_decide,
        "only_looks": not may_decide,
    }
    return render(request, "events/registration/desk.html", context | found_by(request, rows))


def found_by(request: HttpRequest, rows: RegistrationQuerySet) -> dict[str, object]:
    """The page of people that was asked for, and what was asked."""
    words, narrowed = request.POST.get("q", "").strip()[:100], filters_of(request.POST or request.GET)
    found = in_order(rows.matching(words).filter(**narrowed), narrowed.get("state")).select_related("delegation")
    return {
        "page": Paginator(found, PER_PAGE).get_page(request.POST.get("page")),
        "words": words,
        "narrowed": narrowed,
        "in_line": not words and narrowed == {"state": RegistrationState.WAITING},
    }


def filters_of(asked: QueryDict) -> dict[str, str]:
    """What the list is narrowed to; a value that no registration can have is left out."""
    known = {"state": dict(STATES), "category": dict(Category.choices), "route": dict(Route.choices)}
    known["country"] = dict(countries)
    return {name: asked[name] for name in FILTERS if asked.get(name) and asked[name] in known[name]}


def selects(rows: RegistrationQuerySet) -> dict[str, list[tuple[str, str]]]:
    """What the list can be narrowed to; of countries, those that somebody comes from."""
    choices = {"state": STATES, "category": Category.choices, "route": Route.choices}
    return choices | {"country": countries_of(rows)}


def address_of(event: Event, narrowed: dict[str, str]) -> str:
    """Of the list narrowed in this way."""
    path = reverse("registration:desk", args=[event.slug])
    return f"{path}?{urlencode(narrowed)}" if narrowed else path


def in_order(rows: RegistrationQuerySet, state: str | None) -> RegistrationQuerySet:
    """Those who wait, for a seat or for an answer, by who came first; all others by name."""
    orders = {RegistrationState.WAITING: ("queued_at", "pk"), RegistrationState.PENDING: ("created_at", "pk")}
    return rows.order_by(*orders.get(state, ("name", "pk")))


def counts_of(rows: RegistrationQuerySet) -> list[tuple[str, str, int]]:
    """State, its words, and how many there are, without the states that nobody is in."""
    counted = dict(rows.order_by().values("state").annotate(n=Count("pk")).values_list("state", "n"))
    return [(state, str(label), counted[state]) for state, label in STATES if state in counted]


def countries_of(rows: RegistrationQuerySet) -> list[tuple[str, str]]:
    codes = rows.order_by().values_list("country", flat=True).distinct()
    return sorted(((code, countries.name(code)) for code in codes if code), key=lambda pair: pair[1])
