"""When the event itself is near, changes, or is over."""

from datetime import datetime

from django.utils.translation import override

from events.registration.letters.moments import both
from events.registration.letters.writing import each_time, entered, taken_out, tell, zone_of
from events.registration.models import Registration
from events.registration.standing import rules_of


def moved(registration: Registration, *, at: datetime) -> None:
    """From the time last told (`told_*`) to the present one."""
    event = registration.event
    with override(registration.language):
        before = both(registration.told_starts_at, registration.told_ends_at, event.zone, zone_of(registration))
    occurrence = each_time(event.starts_at) + each_time(event.ends_at) + f":{event.sequence}"
    tell("event_moved", registration, at=at, occurrence=occurrence, method=entered(registration), before=before)


def cancelled(registration: Registration, *, at: datetime) -> None:
    """An event can be cancelled, opened again and cancelled again; each time is news."""
    occurrence = each_time(registration.event.cancelled_at)
    tell("event_cancelled", registration, at=at, occurrence=occurrence, method=taken_out(registration))


def takes_place(registration: Registration, *, at: datetime) -> None:
    """It was cancelled, and told so, and is open again."""
    occurrence = f":{registration.event.sequence}"
    tell("event_takes_place", registration, at=at, occurrence=occurrence, method=entered(registration))


def reminded(kind: str, registration: Registration, *, at: datetime) -> None:
    """`kind` is reminder_day or reminder_hour; once for each start that the event was given."""
    tell(kind, registration, at=at, occurrence=each_time(registration.event.starts_at))


def thanked(registration: Registration, *, at: datetime) -> None:
    evaluation = rules_of(registration.event).evaluation_url
    tell("thank_you", registration, at=at, evaluation_url=evaluation)
