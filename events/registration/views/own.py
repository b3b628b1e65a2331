"""A person's own registration: how it stands, and leaving."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.people.models import Person
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import NothingToWithdraw, Refused
from events.registration.models import Registration, events_for


def own_registration(person: Person, event: Event) -> Registration:
    """Raises NothingToWithdraw."""
    found = Registration.objects.of(person).live().filter(event=event).first()
    if found is None:
        raise NothingToWithdraw
    return found


@login_required
def registered(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(events_for(request.user), slug=slug)
    registration = Registration.objects.of(request.user).live().filter(event=event).first()
    if registration is None:
        return redirect("registration:register", slug=slug)
    at = timezone.now()
    context = {
        "event": event,
        "registration": registration,
        "joinable": event.is_joinable(at),
        "past": event.is_past(at),
    }
    return render(request, "events/registration/registered.html", context)


@login_required
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(events_for(request.user), slug=slug)
    if request.method == "POST":
        try:
            actions.withdraw(own_registration(request.user, event), by=request.user, at=timezone.now())
            messages.success(request, _("Your registration is withdrawn and your seat is free for somebody else."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("front:my_page")
    held = Registration.objects.of(request.user).live().filter(event=event).exists()
    return render(request, "events/registration/withdraw.html", {"event": event, "held": held})
