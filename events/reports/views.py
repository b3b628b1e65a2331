from django.contrib.auth.decorators import login_required
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django_countries import countries

from events.programme.models import Event
from events.registration.models import Registration

MOST = 30  # rows of a table; the rest is not what an organizer looks for at a glance


@login_required
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is coming, in figures: by country, agency and language of letters."""
    event = get_object_or_404(Event.objects.run_by(request.user), slug=slug)
    coming = Registration.objects.run_by(request.user).filter(event=event).live().order_by()
    tables = {name: tally(coming, name) for name in ("country", "agency", "language")}
    tables["country"] = [(countries.name(code) or code, count) for code, count in tables["country"]]
    return render(request, "events/reports/figures.html", {"event": event, **tables})


def tally(rows: QuerySet[Registration], name: str) -> list[tuple[str, int]]:
    counted = rows.values(name).annotate(count=Count("pk")).order_by("-count", name)
    return list(counted.values_list(name, "count")[:MOST])
