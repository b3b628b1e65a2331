from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from courseware.certificates import actions
from courseware.certificates.desk.awards import own_award
from courseware.certificates.desk.people import rows_of
from courseware.certificates.errors import SENTENCES, Refused
from courseware.certificates.models import IssueRun
from courseware.certificates.states import LineState
from events.registration.desk.invitations import uuids

BUTTONS = {"everybody": "ready", "expired": "expired"}  # and whom each is for, by people.Row.state


@require_POST
@login_required
def issue(request: HttpRequest, code: UUID) -> HttpResponse:
    """To those ticked, or to everybody who has done everything, or whose certificate has expired; it happens in the
    background."""
    award = own_award(request, code)
    chosen = uuids(request.POST.getlist("code"))
    state = next((BUTTONS[name] for name in BUTTONS if name in request.POST), "")
    if state:
        rows = rows_of(award, today=timezone.now().date())
        chosen = [row.person.code for row in rows if row.state == state and row.is_open]
    try:
        run = actions.start_run(award, chosen, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("certificates:award", code=code)
    return redirect("certificates:run", code=run.code)


@never_cache
@login_required
def run(request: HttpRequest, code: UUID) -> HttpResponse:
    """How far it is. htmx asks again by itself; without it the page has a link that does."""
    found = get_object_or_404(IssueRun.objects.managed_by(request.user).select_related("award"), code=code)
    refused = found.lines.filter(state=LineState.REFUSED).select_related("person")
    context = {
        "run": found,
        "award": found.award,
        "issued": found.lines.filter(state=LineState.ISSUED).count(),
        "refused": [(line.person, SENTENCES.get(line.error, line.error)) for line in refused],
    }
    part = "#progress" if request.htmx else ""
    return render(request, f"courseware/certificates/run.html{part}", context)
