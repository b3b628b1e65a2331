"""Writing to those concerned when the event itself changes. The programme knows nothing of registrations, so sweeps
look for whoever was last told something else than what is true now.

Each row is marked by an update that must find it as it was read, so of two sweeps at once one writes. Its conditions
stand on the row itself: in a joined subquery PostgreSQL would not look at them again after waiting for the other sweep.
"""

from datetime import datetime
from functools import partial

from django.db import transaction

from events.programme.models import Event
from events.programme.states import OPEN, EventState
from events.registration import letters
from events.registration.actions.sweeping import one_by_one
from events.registration.models import Registration


def tell_of_cancelling(*, at: datetime, most: int = 200) -> int:
    """Write to those whose event was cancelled, each once. Returns to how many."""
    concerned = Registration.objects.to_be_told_of_cancelling(at).select_related("event", "person")[:most]
    return one_by_one(concerned, partial(told_of_cancelling, at=at))


@transaction.atomic
def told_of_cancelling(registration: Registration, *, at: datetime) -> bool:
    as_read = Registration.objects.filter(pk=registration.pk, state=registration.state, told_starts_at__isnull=False)
    cancelled = Event.objects.filter(pk=registration.event_id, state=EventState.CANCELLED)
    if not as_read.filter(event__in=cancelled).update(told_starts_at=None, told_ends_at=None):
        return False
    letters.cancelled(registration, at=at)
    return True


def tell_of_moving(*, at: datetime, most: int = 200) -> int:
    """Write to those whose event has another time than they know, or takes place after all. Returns to how many."""
    concerned = Registration.objects.to_be_told_of_moving(at).select_related("event", "person")[:most]
    return one_by_one(concerned, partial(told_of_moving, at=at))


@transaction.atomic
def told_of_moving(registration: Registration, *, at: datetime) -> bool:
    event, starts_at, ends_at = registration.event, registration.told_starts_at, registration.told_ends_at
    as_read = Registration.objects.filter(
        pk=registration.pk, state=registration.state, told_starts_at=starts_at, told_ends_at=ends_at
    )
    true_now = Event.objects.filter(pk=event.pk, state__in=OPEN, starts_at=event.starts_at, ends_at=event.ends_at)
    if not as_read.filter(event__in=true_now).update(told_starts_at=event.starts_at, told_ends_at=event.ends_at):
        return False
    (letters.moved if starts_at else letters.takes_place)(registration, at=at)
    return True
