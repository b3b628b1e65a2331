"""Reminders before an event and thanks after it, reckoned from the time that the event has at this moment.

Only the confirmed are reminded, of an event that is open. Each row remembers the start it was reminded of, marked in
the transaction of the letter, and the letter's key names the same start: never twice, and anew when the event moves.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from django.db import transaction

from events.programme.models import Event
from events.programme.states import OPEN
from events.registration import letters
from events.registration.actions.sweeping import one_by_one
from events.registration.models import Registration


class Reminder(NamedTuple):
    """Written from `earliest` until `latest` before the start; later it would come too late to be of use."""

    kind: str
    field: str
    earliest: timedelta
    latest: timedelta


REMINDERS = (
    Reminder("reminder_day", "day_reminder_of", timedelta(hours=24), timedelta(hours=2)),
    Reminder("reminder_hour", "hour_reminder_of", timedelta(minutes=60), timedelta(minutes=5)),
)


def remind_participants(*, at: datetime, most: int = 200) -> int:
    """Returns how many reminders were written, at most that many of each kind."""
    return sum(remind_of(reminder, at=at, most=most) for reminder in REMINDERS)


def remind_of(reminder: Reminder, *, at: datetime, most: int) -> int:
    kind, field, earliest, latest = reminder
    due = Registration.objects.to_be_reminded(at, field=field, earliest=earliest, latest=latest)
    rows = due.select_related("event", "person")[:most]
    return one_by_one(rows, partial(reminded, kind=kind, field=field, at=at))


@transaction.atomic
def reminded(registration: Registration, *, kind: str, field: str, at: datetime) -> bool:
    event, starts_at = registration.event, registration.event.starts_at
    as_read = Registration.objects.confirmed().filter(pk=registration.pk, **{field: getattr(registration, field)})
    true_now = Event.objects.filter(pk=event.pk, state__in=OPEN, starts_at=starts_at)
    if not as_read.filter(event__in=true_now).update(**{field: starts_at}):
        return False
    letters.reminded(kind, registration, at=at)
    return True


def thank(*, at: datetime, most: int = 200) -> int:
    """To those who had a seat, once, within two days after the end. Returns to how many."""
    due = Registration.objects.to_be_thanked(at).select_related("event__rules", "person")[:most]
    return one_by_one(due, partial(thanked, at=at))


@transaction.atomic
def thanked(registration: Registration, *, at: datetime) -> bool:
    if not Registration.objects.confirmed().filter(pk=registration.pk, thanked_at=None).update(thanked_at=at):
        return False
    letters.thanked(registration, at=at)
    return True
