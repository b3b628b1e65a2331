"""What must be true of seats at any moment, recounted from the rows. Reads only; `manage.py fsck` prints what it says."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from events.programme.models import Event
from events.programme.states import OPEN
from events.registration.actions.seats import rules_of
from events.registration.models import Delegation, Invitation, Quota, Registration
from events.registration.states import LIMITED


class Broken(NamedTuple):
    """An invariant that does not hold: `about` names the row, `says` what it says and `is` what the rows say."""

    invariant: str
    about: str
    says: object
    is_: object


def broken() -> Iterator[Broken]:
    taken = counted(Registration.objects.seated(), Count("pk"))
    waiting = counted(Registration.objects.waiting().order_by(), Count("pk"))
    invited = counted(Invitation.objects.filter(holds_seat=True).order_by(), Count("pk"))
    delegated = counted(Delegation.objects.order_by(), Sum("seats_held"))
    limited = set(Quota.objects.filter(scope__in=LIMITED, limit__isnull=False).values_list("event", flat=True))
    for event in Event.objects.all():
        held = invited.get(event.pk, 0) + delegated.get(event.pk, 0)
        yield from differing("seats_taken", event, taken.get(event.pk, 0))
        yield from differing("seats_held", event, held)
        yield from differing("people_waiting", event, waiting.get(event.pk, 0))
        yield from differing("has_limits", event, event.pk in limited)
    yield from oversold()
    yield from idle_seats()


def counted(rows: object, what: object) -> dict[int, int]:
    return dict(rows.values("event").annotate(n=what).values_list("event", "n"))


def differing(name: str, event: Event, recounted: object) -> Iterator[Broken]:
    if getattr(event, name) != recounted:
        yield Broken(name, event.about, getattr(event, name), recounted)


def oversold() -> Iterator[Broken]:
    seated = Count("registrations", filter=Q(registrations__holds_seat=True))
    for event in Event.objects.annotate(seated=seated).filter(seated__gt=F("capacity")):
        yield Broken("oversold", event.about, event.capacity, event.seated)


def idle_seats() -> Iterator[Broken]:
    """Seats that nobody has although people wait who could have them; where limits apply it takes a look to say."""
    crowded = Event.objects.filter(people_waiting__gt=0, state__in=OPEN, has_limits=False).select_related("rules")
    for event in crowded:
        if rules_of(event).promotes(timezone.now()) and event.seats_left != 0:
            yield Broken("idle_seats", event.about, event.seats_left, event.people_waiting)
