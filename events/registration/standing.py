"""How a registration stands: its place in the line and why it waits. Reads only; the verbs decide by the same facts."""

from datetime import datetime

from events.programme.models import Event
from events.programme.states import OPEN
from events.registration.limits import Limits, Traits
from events.registration.models import Quota, Registration, Rules
from events.registration.states import LIMITED


def rules_of(event: Event) -> Rules:
    return getattr(event, "rules", None) or Rules(event=event)


def limits_of(event: Event) -> Limits:
    """The event's limits and who counts against them; nothing is read where there are none."""
    if not event.has_limits:
        return Limits({})
    rows = Quota.objects.filter(event=event, scope__in=LIMITED, limit__isnull=False)
    seated = Registration.objects.seated().filter(event=event).only("category", "country", "agency")
    return Limits.over(rows.values_list("scope", "value", "limit"), map(traits_of, seated))


def traits_of(registration: Registration) -> Traits:
    return Traits({scope: str(getattr(registration, scope)) for scope in LIMITED})


def place_in_line(registration: Registration) -> int:
    """1 for whoever is first. Asked of somebody who waits."""
    return Registration.objects.ahead_of(registration).count() + 1


def why_waiting(registration: Registration, at: datetime) -> str:
    """What keeps somebody on the waiting list, as a code that `wording.why` puts into words.

    A full country, agency or category is named before a full event: it holds even when a seat becomes free.
    """
    event = registration.event
    if event.state not in OPEN or not rules_of(event).promotes(at):
        return "list_closed"
    if scope := limits_of(event).blocking(traits_of(registration)):
        return f"limit_{scope}"
    if event.seats_left is not None and event.seats_left <= 0:
        return "full"
    return "behind_others" if place_in_line(registration) > 1 else "next"
