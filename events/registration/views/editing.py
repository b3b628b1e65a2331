from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from events.registration import actions
from events.registration.errors import Refused
from events.registration.forms import EditForm
from events.registration.models import Registration, events_for
from events.registration.states import RegistrationState


@never_cache
@login_required
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """A person's own answers, until the deadline that the event's rules set."""
    event = get_object_or_404(events_for(request.user).select_related("rules"), slug=slug)
    held = Registration.objects.of(request.user).live().filter(event=event).first()
    if held is None:
        return redirect("registration:register", slug=slug)
    held.event = event
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EditForm(*posted, registration=held)
    if request.method == "POST" and form.is_valid() and saved(request, held, form):
        return redirect("registration:registered", slug=slug)
    may_edit = actions.may_edit(held, at=timezone.now())
    context = {"event": event, "form": form, "may_edit": may_edit, "again": is_looked_at_again(held)}
    return render(request, "events/registration/edit.html", context, status=422 if form.errors else 200)


def is_looked_at_again(held: Registration) -> bool:
    """Whether a change sends it back to the organizers."""
    return held.state == RegistrationState.CONFIRMED and actions.asks_again(held)


def saved(request: HttpRequest, held: Registration, form: EditForm) -> bool:
    at = timezone.now()
    try:
        row = actions.edit(held, answers=form.answers(), given=form.given(at=at), by=request.user, at=at)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    waits = row.state == RegistrationState.PENDING and held.state != row.state
    told = _("Your answers are changed. The organizers look at them again; your seat is kept.")
    messages.success(request, told if waits else _("Your answers are saved."))
    return True
