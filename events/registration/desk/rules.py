from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.programme import errors as programme
from events.programme.models import Event
from events.registration import actions
from events.registration.errors import Refused
from events.registration.forms import QuotaTable, RulesForm


@login_required
def edit_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Who may register, when, how many, and how a waiting list moves: saved together or not at all."""
    event = get_object_or_404(Event.objects.managed_by(request.user), slug=slug)
    data = request.POST if request.method == "POST" else None
    form, table = RulesForm(data, event=event), QuotaTable(data, event=event)
    right = (form.is_valid(), table.is_valid())  # both are asked, so that one page says all that is wrong
    if all(right) and saved(request, event, form, table):
        return redirect("registration:rules", slug=slug)
    wrong = data is not None
    context = {"event": event, "form": form, "table": table, "wrong": wrong}
    return render(request, "events/registration/rules.html", context, status=422 if wrong else 200)


def saved(request: HttpRequest, event: Event, form: RulesForm, table: QuotaTable) -> bool:
    values, seen = form.values(), form.cleaned_data["sequence"]
    try:
        now = actions.set_rules(event, by=request.user, at=timezone.now(), seen=seen, quotas=table.quotas(), **values)
    except (Refused, programme.Refused) as refusal:
        form.say_refusal(refusal)
        return False
    messages.success(request, told(event.people_waiting - now.people_waiting))
    return True


def told(moved_up: int) -> str:
    if moved_up <= 0:
        return _("Saved.")
    text = ngettext(
        "Saved. %(n)s person moved up from the waiting list.",
        "Saved. %(n)s people moved up from the waiting list.",
        moved_up,
    )
    return text % {"n": moved_up}
