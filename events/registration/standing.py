"""How a registration stands: its place in the line and why it waits. Reads only; the verbs decide by the same facts."""

from collections.abc import Iterator
from datetime import datetime

from events.programme.models import Event
from events.programme.states import OPEN
from events.registration.limits import Limits, Traits
from events.registration.models import Delegation, Invitation, Quota, Registration, Rules
from events.registration.states import LIMITED


def rules_of(event: Event) -> Rules:
    return getattr(event, "rules", None) or Rules(event=event)


def limits_of(event: Event) -> Limits:
    """The event's limits and who counts against them, kept seats included; nothing is read where there are none."""
    if not event.has_limits:
        return Limits({})
    rows = Quota.objects.filter(event=event, scope__in=LIMITED, limit__isnull=False)
    seated = Registration.objects.seated().filter(event=event).only("category", "country", "agency")
    limits = Limits.over(rows.values_list("scope", "value", "limit"), map(traits_of, seated))
    for traits, seats in held_for(event):
        limits.count(traits, seats)
    return limits


def held_for(event: Event) -> Iterator[tuple[Traits, int]]:
    """Seats kept for those invited or nominated count as if they were theirs already, as far as it is known whose."""
    for invitation in Invitation.objects.filter(event=event, holds_seat=True):
        yield traits_known_of(invitation), 1
    for delegation in Delegation.objects.filter(event=event, seats_held__gt=0):
        yield traits_known_of(delegation), delegation.seats_held


def traits_known_of(expected: Invitation | Delegation) -> Traits:
    """A delegation has no category, and either may leave country or agency open: no limit speaks of those."""
    values = {scope: str(getattr(expected, scope, "")) for scope in LIMITED}
    return Traits({scope: value for scope, value in values.items() if value})


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
