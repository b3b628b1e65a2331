"""What the link of a letter leads to. Whoever holds it may withdraw, or accept an offered seat, without signing in; so
the page names the event and how the registration stands, and nobody."""

from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from events.registration import actions, links
from events.registration.errors import Refused
from events.registration.models import Registration
from events.registration.states import LIVE, RegistrationState

LASTS = timedelta(days=30)  # after the end of the event


def without_path_for_others(view: Any) -> Any:
    """The address holds the right itself, so no site, ours included, is told it as the page one came from.

    Not `no-referrer`: with it browsers post forms with `Origin: null`, which is refused.
    """

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response.headers["Referrer-Policy"] = "strict-origin"
        return response

    return answer


@never_cache
@without_path_for_others
def by_letter(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows, POST does: mail scanners open every link they find."""
    at = timezone.now()
    registration = registration_of(token, at=at)
    if request.method == "POST":
        decide(request, registration, at=at)
        return redirect("registration:by_letter", token=token)
    return render(request, "events/registration/by_letter.html", context_of(registration, at))


def registration_of(token: str, *, at: datetime) -> Registration:
    """Raises Http404 for a token that is not ours, of an event long past, or of somebody who was erased."""
    code = links.code_in(token)
    rows = Registration.objects.filter(purged_at=None, event__ends_at__gt=at - LASTS)
    proven = rows.exclude(state=RegistrationState.DRAFT).select_related("event")
    found = proven.filter(code=code).first() if code else None
    if found is None:
        raise Http404
    return found


def decide(request: HttpRequest, registration: Registration, *, at: datetime) -> None:
    try:
        if request.POST.get("answer") == "accept":
            actions.accept_offer(registration, by=None, at=at)
            messages.success(request, _("The seat is yours. A letter with all you need is on its way."))
        elif request.POST.get("answer") == "withdraw":
            actions.withdraw(registration, by=None, at=at)
            messages.success(request, _("Your registration is withdrawn. A letter confirms it."))
    except Refused as refusal:
        messages.error(request, str(refusal))


def context_of(registration: Registration, at: datetime) -> dict[str, Any]:
    is_offered = registration.state == RegistrationState.OFFERED and registration.offered_until > at
    return {
        "event": registration.event,
        "registration": registration,
        "may_accept": is_offered and not registration.event.is_past(at),
        "may_withdraw": registration.state in LIVE and not registration.event.is_past(at),
        "past": registration.event.is_past(at),
    }
