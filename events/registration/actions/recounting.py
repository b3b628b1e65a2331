"""Setting an event's counters to what its rows say, after something went wrong with them. `manage.py fsck --repair`."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Sum

from accounts.audit import actions as audit
from events.programme.models import Event
from events.registration.actions.seats import locked
from events.registration.models import Delegation, Invitation, Quota, Registration
from events.registration.states import LIMITED

COUNTERS = ("seats_taken", "seats_held", "people_waiting", "has_limits")


@transaction.atomic
def recount(event_id: int, *, at: datetime) -> dict[str, tuple[int, int]]:
    """Under the lock of the event, so that nobody moves a seat meanwhile. Returns what was changed: name → was, is.

    Where the rows hold more seats than there are, the counters of seats stay: the database refuses such a number, and
    whom to take a seat from is for the organizers to say.
    """
    event = locked(event_id)
    told = counted(event)
    if event.capacity is not None and told["seats_taken"] + told["seats_held"] > event.capacity:
        told = {name: told[name] for name in ("people_waiting", "has_limits")}
    changed = {name: (getattr(event, name), value) for name, value in told.items() if getattr(event, name) != value}
    if changed:
        values = {name: value for name, (_was, value) in changed.items()}
        Event.objects.filter(pk=event.pk).update(version=F("version") + 1, **values)
        was = {f"{name}_was": old for name, (old, _value) in changed.items()}
        audit.record("counters_recounted", about=event.about, by=None, at=at, **values, **was)
    return changed


def counted(event: Event) -> dict[str, int]:
    """What the rows say, by the names of the counters."""
    rows = Registration.objects.filter(event=event)
    kept = Delegation.objects.filter(event=event).aggregate(n=Sum("seats_held", default=0))["n"]
    limits = Quota.objects.filter(event=event, scope__in=LIMITED, limit__isnull=False)
    return {
        "seats_taken": rows.seated().count(),
        "seats_held": Invitation.objects.filter(event=event, holds_seat=True).count() + kept,
        "people_waiting": rows.waiting().count(),
        "has_limits": limits.exists(),
    }
