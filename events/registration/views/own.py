"""A person's own registration: how it stands, accepting an offered seat, and leaving."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.people.models import Person
from events.programme.models import Event
from events.registration import actions, standing, wording
from events.registration.errors import NothingToWithdraw, Refused
from events.registration.models import Registration, events_for
from events.registration.states import RegistrationState


def own_registration(person: Person, event: Event) -> Registration:
    """Raises NothingToWithdraw."""
    found = Registration.objects.of(person).live().filter(event=event).first()
    if found is None:
        raise NothingToWithdraw
    return found


@login_required
def registered(request: HttpRequest, slug: str) -> HttpResponse:
    """How the person stands at this event, and what they can do next."""
    event = get_object_or_404(events_for(request.user).select_related("rules"), slug=slug)
    registration = Registration.objects.of(request.user).live().filter(event=event).first()
    if registration is None:
        return redirect("registration:register", slug=slug)
    registration.event, at = event, timezone.now()
    context = {
        "event": event,
        "registration": registration,
        "place": place_of(registration),
        "joinable": registration.is_joinable(at),
        "editable": actions.rules_of(event).may_edit(at),
        "past": event.is_past(at),
    }
    return render(request, "events/registration/registered.html", context)


def place_of(registration: Registration) -> dict[str, object]:
    """The place in the line and why nobody was seated from there yet; empty for those who do not wait."""
    if registration.state != RegistrationState.WAITING:
        return {}
    why = standing.why_waiting(registration, timezone.now())
    return {"number": standing.place_in_line(registration), "why": wording.why(why)}


@require_POST
@login_required
def offer(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the seat that is offered."""
    event = get_object_or_404(events_for(request.user), slug=slug)
    try:
        actions.accept_offer(own_registration(request.user, event), by=request.user, at=timezone.now())
        messages.success(request, _("The seat is yours."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("registration:registered", slug=slug)


@login_required
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(events_for(request.user), slug=slug)
    if request.method == "POST":
        try:
            actions.withdraw(own_registration(request.user, event), by=request.user, at=timezone.now())
            messages.success(request, _("Your registration is withdrawn."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("front:my_page")
    held = Registration.objects.of(request.user).live().filter(event=event).first()
    return render(request, "events/registration/withdraw.html", {"event": event, "held": held})
