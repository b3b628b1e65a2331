"""The focal point's pages: whom a delegation nominates. A focal point is known by the address that was named."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events.registration import actions
from events.registration.attachments import take_in
from events.registration.errors import Closed, DelegationClosed, InvitationUsed, Refused
from events.registration.forms import NomineeForm, NomineeListForm, NoteForm
from events.registration.forms.preview import judged
from events.registration.models import Delegation, Invitation
from events.registration.states import ADMITTED_AT_ONCE, Route


def own_delegation(request: HttpRequest, code: UUID) -> Delegation:
    found = Delegation.objects.of(request.user).select_related("event", "note")
    return get_object_or_404(found, code=code)


@login_required
def show_delegation(request: HttpRequest, code: UUID) -> HttpResponse:
    """How many seats, who is nominated and how they stand; POST nominates one."""
    found = own_delegation(request, code)
    form = NomineeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.nominate(found, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The nominee gets a letter with a link to confirm."))
            return redirect("registration:delegation", code=code)
    return show(request, found, form=form, status=422 if form.errors else 200)


def show(request: HttpRequest, found: Delegation, *, status: int, **forms: object) -> HttpResponse:
    context = {"form": NomineeForm(), "note_form": NoteForm()} | figures_of(found) | forms
    return render(request, "events/registration/delegation.html", context, status=status)


def figures_of(found: Delegation) -> dict[str, object]:
    left = actions.seats_to_fill(found)
    at = timezone.now()
    return {
        "delegation": found,
        "event": found.event,
        "nominees": found.nominations.with_outcome(),
        "left": left,
        "used": found.seats - left,
        "shut": why_shut(found, at),
        "needs_approval": Route.NOMINATED not in ADMITTED_AT_ONCE[found.event.admission],
        "returned": found.returns_at is not None and found.returns_at <= at,
    }


def why_shut(found: Delegation, at: datetime) -> str:
    """Why nobody can be nominated at the moment; empty where one can."""
    if found.closed_at:
        return str(DelegationClosed())
    try:
        actions.last_moment(found.event, at=at)
    except Refused:
        return str(Closed())
    return ""


@login_required
def delegation_list(request: HttpRequest, code: UUID) -> HttpResponse:
    """Many at once: the list is shown as it was understood, and nominated by a second press."""
    found = own_delegation(request, code)
    form = NomineeListForm(request.POST if request.method == "POST" else None)
    context = {"form": form} | figures_of(found)
    if request.method != "POST" or not form.is_valid() or "again" in request.POST:
        return render(request, "events/registration/delegation_list.html", context, status=422 if form.errors else 200)
    if "confirmed" in request.POST:
        return nominate_list(request, found, form, context)
    return render(request, "events/registration/delegation_preview.html", context | preview_of(form, found))


def preview_of(form: NomineeListForm, found: Delegation) -> dict[str, object]:
    lines = judged(form.lines(), found.event, at=timezone.now())
    return {"lines": lines, "fresh": sum(line.will_be_written_to for line in lines)}


def nominate_list(
    request: HttpRequest, found: Delegation, form: NomineeListForm, context: dict[str, object]
) -> HttpResponse:
    try:
        made = actions.nominate_many(found, form.people(), by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render(request, "events/registration/delegation_list.html", context, status=422)
    said = ngettext("%(n)d person is nominated.", "%(n)d people are nominated.", len(made)) % {"n": len(made)}
    messages.success(request, said)
    return redirect("registration:delegation", code=found.code)


@require_POST
@login_required
def delegation_note(request: HttpRequest, code: UUID) -> HttpResponse:
    """The note verbale; what is handed in anew takes the place of the former one."""
    found = own_delegation(request, code)
    form = NoteForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            keep_note(request, found, form.cleaned_data["file"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("The note verbale is kept."))
            return redirect("registration:delegation", code=code)
    return show(request, found, note_form=form, status=422)


@transaction.atomic
def keep_note(request: HttpRequest, found: Delegation, file: UploadedFile) -> None:
    """Raises FileRefused or DelegationClosed; then nothing is kept."""
    at = timezone.now()
    actions.attach_note(found, take_in(file.name, file.read(), at=at), by=request.user, at=at)


@login_required
def nomination_withdraw(request: HttpRequest, code: UUID) -> HttpResponse:
    """GET asks, POST withdraws; the code is the nomination's."""
    nominations = Invitation.objects.of_focal_point(request.user).select_related("delegation", "event")
    found = get_object_or_404(nominations, code=code)
    if request.method == "POST":
        try:
            actions.withdraw_nomination(found, by=request.user, at=timezone.now())
            messages.success(request, _("The nomination is withdrawn; you can nominate somebody else."))
        except InvitationUsed:
            messages.error(request, _("The nominee has answered meanwhile. Please look again."))
        return redirect("registration:delegation", code=found.delegation.code)
    context = {"nominee": found, "delegation": found.delegation, "event": found.event}
    return render(request, "events/registration/nomination_withdraw.html", context)
