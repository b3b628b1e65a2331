from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.programme.models import Event
from events.registration import actions
from events.registration.errors import InvitationUsed, Refused
from events.registration.forms import ImportForm, InvitationForm
from events.registration.forms.preview import judged
from events.registration.models import Invitation
from events.registration.states import InvitationState

PER_PAGE = 50


def own_event(request: HttpRequest, slug: str) -> Event:
    return get_object_or_404(Event.objects.managed_by(request.user), slug=slug)


def uuids(texts: list[str]) -> list[UUID]:
    """Codes of a POST; anything else in it is dropped."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


@login_required
def invitations_listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody invited or nominated, newest first, and how it stands."""
    event = own_event(request, slug)
    rows = Invitation.objects.filter(event=event)
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    state = request.GET.get("state", "")
    shown = rows.filter(state=state) if state in InvitationState.values else rows
    context = {
        "event": event,
        "page": Paginator(shown.select_related("delegation").order_by("-created_at", "-pk"), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "counts": [(code, label, counts[code]) for code, label in InvitationState.choices if code in counts],
        "state": state if state in InvitationState.values else "",
        "to_be_reminded": rows.to_be_reminded(timezone.now()).count(),
        "any": bool(counts),
    }
    return render(request, "events/registration/invitations.html", context)


@login_required
def invitation_add(request: HttpRequest, slug: str) -> HttpResponse:
    event = own_event(request, slug)
    form = InvitationForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(event, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The invitation is written and on its way."))
            return redirect("registration:invitations", slug=slug)
    context = {"event": event, "form": form}
    return render(request, "events/registration/invitation_add.html", context, status=422 if form.errors else 200)


@login_required
def invitations_import(request: HttpRequest, slug: str) -> HttpResponse:
    """A list is read and shown line by line; a second press writes to those it can, all of them or nobody."""
    event = own_event(request, slug)
    form = ImportForm(*((request.POST, request.FILES) if request.method == "POST" else ()), event=event)
    if request.method != "POST" or not form.is_valid() or "again" in request.POST:
        return show_import(request, event, form)
    if "confirmed" in request.POST:
        return write_to_list(request, event, form)
    lines = judged(form.lines(), event, at=timezone.now())
    context = {"event": event, "form": form, "lines": lines, "sheet": form.cleaned_data["sheet"]}
    context |= {"fresh": sum(line.will_be_written_to for line in lines), "text": form.cleaned_data["text"]}
    return render(request, "events/registration/invitations_preview.html", context)


def show_import(request: HttpRequest, event: Event, form: ImportForm) -> HttpResponse:
    context = {"event": event, "form": form}
    return render(request, "events/registration/invitations_import.html", context, status=422 if form.errors else 200)


def write_to_list(request: HttpRequest, event: Event, form: ImportForm) -> HttpResponse:
    until = form.cleaned_data["hold_until"]
    try:
        made = actions.invite_many(event, form.guests(), hold_until=until, by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return show_import(request, event, form)
    said = ngettext("%(n)d person is invited.", "%(n)d people are invited.", len(made)) % {"n": len(made)}
    messages.success(request, said)
    return redirect("registration:invitations", slug=event.slug)


@login_required
def invitations_remind(request: HttpRequest, slug: str) -> HttpResponse:
    """GET asks about everybody who has not answered; POST reminds those ticked, or with `all` everybody."""
    event = own_event(request, slug)
    if request.method == "POST":
        codes = None if "all" in request.POST else uuids(request.POST.getlist("code"))
        n = actions.remind(event, codes=codes, by=request.user, at=timezone.now())
        messages.info(request, reminded(n))
        return redirect("registration:invitations", slug=slug)
    n = Invitation.objects.filter(event=event).to_be_reminded(timezone.now()).count()
    return render(request, "events/registration/invitations_remind.html", {"event": event, "n": n})


def reminded(n: int) -> str:
    if not n:
        return _("Nobody is reminded: those who answered, and those written to within 24 hours, are left alone.")
    return ngettext("%(n)d person is reminded.", "%(n)d people are reminded.", n) % {"n": n}


@login_required
def invitation_revoke(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """GET asks, POST takes the invitation back."""
    event = own_event(request, slug)
    found = get_object_or_404(Invitation.objects.filter(event=event), code=code)
    if request.method == "POST":
        try:
            actions.revoke(found, by=request.user, at=timezone.now())
            messages.success(request, _("The invitation is taken back: its link no longer works."))
        except InvitationUsed:
            messages.error(request, _("This invitation was answered or closed meanwhile. Please look again."))
        return redirect("registration:invitations", slug=slug)
    return render(request, "events/registration/invitation_revoke.html", {"event": event, "invitation": found})
