from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.programme.models import Event
from events.registration.balance import balance
from events.registration.models import Registration
from events.registration.states import RegistrationState, Scope

MOST = 60  # rows of a table; those further down have the fewest seats

NARROWS = (Scope.COUNTRY, Scope.CATEGORY)  # by these the list of registrations can be narrowed


@login_required
def show_balance(request: HttpRequest, slug: str) -> HttpResponse:
    """Seats given, asked for and wished for, side by side."""
    event = get_object_or_404(Event.objects.run_by(request.user), slug=slug)
    tables = [
        (table.scope, rows[:MOST], rows[MOST:], any(row.full for row in rows))
        for table in balance(event)
        if (rows := table.ordered())
    ]
    may_change = Event.objects.managed_by(request.user).filter(pk=event.pk).exists()
    context = {
        "event": event,
        "tables": tables,
        "narrows": NARROWS,
        "pending": Registration.objects.filter(event=event, state=RegistrationState.PENDING).count(),
        "may_change": may_change,
        "only_looks": not may_change,
    }
    return render(request, "events/registration/balance.html", context)
