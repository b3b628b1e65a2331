"""What the personal link of an invitation or nomination opens. Opening it changes nothing: mail scanners do so too."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.people.models import Person
from events.registration import actions
from events.registration.errors import InvitationUsed, Refused
from events.registration.models import Invitation

View = Callable[[HttpRequest, str], HttpResponse]


def keeps_the_link(view: View) -> View:
    """Pages whose address is a secret. Other sites are told at most the name of ours, never an address.

    Not "no-referrer": with that, browsers send the origin "null" along with forms, which the CSRF check refuses.
    """

    @wraps(view)
    def kept(request: HttpRequest, token: str) -> HttpResponse:
        answer = never_cache(view)(request, token)
        answer["Referrer-Policy"] = "strict-origin"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return kept


@keeps_the_link
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites to what; the button binds the invitation to this browser's session and leads to the form."""
    invitation = opened(token)
    if invitation is None:
        return gone(request)
    if request.method == "POST" and not is_for_another(invitation, request.user):
        request.session[f"invitation:{invitation.event_id}"] = str(invitation.code)
        return redirect("registration:register", slug=invitation.event.slug)
    return show(request, invitation, token, status=422 if request.method == "POST" else 200)


@keeps_the_link
def invitation_decline(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST says no. Whoever holds the link may: it is personal, and no seat is lost that was somebody's."""
    invitation = opened(token)
    if invitation is None:
        return gone(request)
    context = {"event": invitation.event, "token": token}
    if request.method != "POST":
        return render(request, "events/registration/invited_decline.html", context)
    try:
        actions.refuse_invitation(invitation, at=timezone.now())
    except InvitationUsed:
        return gone(request)
    messages.success(request, _("Thank you for telling us. The organizers see that you cannot take part."))
    return redirect("programme:event", slug=invitation.event.slug)


def opened(token: str) -> Invitation | None:
    found = Invitation.objects.opened_with(token, timezone.now())
    return found.select_related("event__team", "event__rules", "delegation").first()


def is_for_another(invitation: Invitation, person: Person) -> bool:
    return person.is_authenticated and person.email != invitation.email


def show(request: HttpRequest, invitation: Invitation, token: str, *, status: int) -> HttpResponse:
    context = {
        "event": invitation.event,
        "invitation": invitation,
        "token": token,
        "is_for_another": is_for_another(invitation, request.user),
        "shut": why_shut(invitation),
    }
    return render(request, "events/registration/invited.html", context, status=status)


def why_shut(invitation: Invitation) -> str:
    """Why nobody can register at the moment; empty where one can."""
    try:
        actions.refuse_unless_taken(invitation.event, actions.route_of(invitation), at=timezone.now())
    except Refused as refusal:
        return str(refusal)
    return ""


def gone(request: HttpRequest) -> HttpResponse:
    """The same for a link that was used, has run out, was taken back, replaced by a newer one, or never was."""
    return render(request, "events/registration/invited_gone.html", status=404)
