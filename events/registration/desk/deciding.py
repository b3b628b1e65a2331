"""Approving, declining and withdrawing, one or many: each is asked about first, on a page that says what follows."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from events.programme.models import Event
from events.registration import actions
from events.registration.actions import Decided
from events.registration.desk.registration import decisions
from events.registration.desk.registrations import PER_PAGE, address_of, filters_of
from events.registration.errors import NothingChosen, Refused
from events.registration.forms import ReasonForm
from events.registration.models import Registration

MANY, ONE = ("approve", "decline"), ("approve", "decline", "withdraw")


@require_POST
@login_required
def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """Decide about those who were ticked; anything that was decided meanwhile stays as it is and is counted."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    ticked = uuids(request.POST.getlist("code")[: 4 * PER_PAGE])
    rows = list(Registration.objects.managed_by(request.user).filter(event=event, code__in=ticked))
    back = address_of(event, filters_of(request.POST))
    if not rows:
        messages.error(request, str(NothingChosen()))
        return redirect(back)
    form = asked_form(request, MANY)
    if not is_sure(request, form):
        fitting = [row for row in rows if request.POST["do"] in decisions(row)]
        return ask(request, event, fitting, form, back, passed_over=len(rows) - len(fitting))
    messages.success(request, told(decide_all(request, rows, form)))
    return redirect(back)


@require_POST
@login_required
def decide(request: HttpRequest, slug: str, code: UUID) -> HttpResponse:
    """Decide about one, or withdraw it on behalf of a person who asked for that."""
    mine = Registration.objects.managed_by(request.user).select_related("event")
    row = get_object_or_404(mine, event__slug=slug, code=code)
    form = asked_form(request, ONE)
    if not is_sure(request, form):
        return ask(request, row.event, [row], form, None)
    try:
        decide_one(request, row, form)
        messages.success(request, _("Done. The person is told by e-mail."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("registration:one", slug, code)


def asked_form(request: HttpRequest, allowed: Iterable[str]) -> ReasonForm | None:
    """The form of the reason, where the decision needs one: bound once the person has pressed the last button."""
    if request.POST.get("do") not in allowed:
        raise Http404
    if request.POST["do"] != "decline":
        return None
    return ReasonForm(request.POST if "sure" in request.POST else None)


def is_sure(request: HttpRequest, form: ReasonForm | None) -> bool:
    return "sure" in request.POST and (form is None or form.is_valid())


def ask(
    request: HttpRequest,
    event: Event,
    rows: list[Registration],
    form: ReasonForm | None,
    back: str | None,
    *,
    passed_over: int = 0,
) -> HttpResponse:
    """The last question; `passed_over` were ticked, but are in a state that the decision does not fit."""
    context = {
        "event": event,
        "rows": rows,
        "passed_over": passed_over,
        "one": None if back else rows[0],
        "form": form,
        "do": request.POST["do"],
        "narrowed": filters_of(request.POST),
        "back": back,
    }
    return render(request, "events/registration/decide.html", context, status=422 if form and form.errors else 200)


def decide_all(request: HttpRequest, rows: list[Registration], form: ReasonForm | None) -> Decided:
    if form is None:
        return actions.approve_all(rows, by=request.user, at=timezone.now())
    return actions.decline_all(rows, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())


def decide_one(request: HttpRequest, row: Registration, form: ReasonForm | None) -> None:
    at = timezone.now()
    if form:
        actions.decline(row, reason=form.cleaned_data["reason"], by=request.user, at=at)
    elif request.POST["do"] == "approve":
        actions.approve(row, by=request.user, at=at)
    else:
        actions.withdraw(row, by=request.user, at=at)


def told(decided: Decided) -> str:
    """What came of it, in figures that add up to those who were ticked."""
    done = ngettext(
        "%(n)s person was decided about and is told by e-mail.",
        "%(n)s people were decided about and are told by e-mail.",
        decided.done,
    )
    waiting = ngettext(
        "%(n)s of them found no free seat and is on the waiting list.",
        "%(n)s of them found no free seat and are on the waiting list.",
        decided.waiting,
    )
    meanwhile = ngettext(
        "%(n)s had been decided about meanwhile and stays as it was.",
        "%(n)s had been decided about meanwhile and stay as they were.",
        decided.meanwhile,
    )
    parts = [(done, decided.done), (waiting, decided.waiting), (meanwhile, decided.meanwhile)]
    return " ".join(text % {"n": n} for text, n in parts if n or text is done)


def uuids(texts: Iterable[str]) -> list[UUID]:
    """Those that are codes at all."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
