from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from events.registration import actions
from events.registration.desk.invitations import own_event
from events.registration.errors import DelegationClosed, Refused
from events.registration.forms import AllotmentForm, DelegationForm
from events.registration.models import Delegation, Invitation
from events.registration.states import ADMITTED_AT_ONCE, Route


def own_delegation(request: HttpRequest, slug: str, code: UUID) -> Delegation:
    found = Delegation.objects.filter(event=own_event(request, slug)).select_related("event", "note")
    return get_object_or_404(found, code=code)


@login_required
def delegations_listing(request: HttpRequest, slug: str) -> HttpResponse:
    event = own_event(request, slug)
    rows = Delegation.objects.filter(event=event)
    within = Invitation.objects.filter(delegation__in=rows).within_allotment()
    used = dict(within.order_by().values_list("delegation").annotate(Count("pk")))
    for row in rows:
        row.used = used.get(row.pk, 0)
    return render(request, "events/registration/delegations.html", {"event": event, "delegations": rows})


@login_required
def delegation_add(request: HttpRequest, slug: str) -> HttpResponse:
    event = own_event(request, slug)
    form = DelegationForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_delegation(event, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The delegation may nominate; its focal point gets a letter with the link."))
            return redirect("registration:delegation_desk", slug=slug, code=made.code)
    needs_approval = Route.NOMINATED not in ADMITTED_AT_ONCE[event.admission]
    context = {"event": event, "form": form, "needs_approval": needs_approval}
    return render(request, "events/registration/delegation_add.html", context, status=422 if form.errors else 200)


@login_required
def delegation_desk(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """One delegation: whom it nominated, its note verbale; POST changes its allotment."""
    found = own_delegation(request, slug, code)
    form = AllotmentForm(request.POST if request.method == "POST" else None, event=found.event, delegation=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_allotment(found, by=request.user, at=timezone.now(), **form.allotment())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The allotment is changed."))
            return redirect("registration:delegation_desk", slug=slug, code=code)
    nominees, left = found.nominations.with_outcome(), actions.seats_to_fill(found)
    context = {"event": found.event, "delegation": found, "form": form, "nominees": nominees}
    context |= {"left": left, "used": found.seats - left}
    return render(request, "events/registration/delegation_desk.html", context, status=422 if form.errors else 200)


@login_required
def delegation_close(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """GET asks, POST closes."""
    found = own_delegation(request, slug, code)
    if request.method == "POST":
        try:
            actions.close_delegation(found, by=request.user, at=timezone.now())
            messages.success(request, _("Nominations are closed; seats kept for it are given to others."))
        except DelegationClosed as refusal:
            messages.error(request, str(refusal))
        return redirect("registration:delegation_desk", slug=slug, code=code)
    return render(request, "events/registration/delegation_close.html", {"event": found.event, "delegation": found})
