from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.programme.models import Event
from events.registration.models import Registration
from events.registration.states import RegistrationState

PER_PAGE = 50


@login_required
def registrations(request: HttpRequest, slug: str) -> HttpResponse:
    """Who registered: searched by words, narrowed by state, for the team's own event.

    The search is posted, although it changes nothing: names belong in no address, history or log.
    """
    event = get_object_or_404(Event.objects.run_by(request.user), slug=slug)
    asked = request.POST if request.method == "POST" else {}
    words, state = asked.get("q", "").strip()[:100], asked.get("state", "")
    found = Registration.objects.run_by(request.user).filter(event=event).matching(words)
    states = [choice for choice in RegistrationState.choices if choice[0] != RegistrationState.DRAFT]
    if state in dict(states):
        found = found.filter(state=state)
    page = Paginator(found, PER_PAGE).get_page(asked.get("page"))
    context = {"event": event, "page": page, "words": words, "state": state, "states": states}
    return render(request, "events/registration/desk.html", context)
