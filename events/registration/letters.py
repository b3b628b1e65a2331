"""What a person is told by mail about a registration. Links lead to pages; nothing is changed by opening one."""

from datetime import datetime

from django.urls import reverse

from accounts.outbox import actions as outbox
from accounts.outbox.links import absolute
from events.registration.models import Registration


def confirmed(registration: Registration, *, at: datetime) -> None:
    tell("registration_confirmed", registration, at=at)


def received(registration: Registration, *, at: datetime) -> None:
    """An organizer will look at it; told again when a change of the answers asks for another look."""
    tell("registration_received", registration, at=at, occurrence=each_time(at))


def waiting(registration: Registration, *, at: datetime) -> None:
    tell("registration_waiting", registration, at=at)


def approved(registration: Registration, *, at: datetime) -> None:
    tell("registration_approved", registration, at=at, occurrence=each_time(at))


def promoted(registration: Registration, *, at: datetime) -> None:
    tell("registration_promoted", registration, at=at)


def offered(registration: Registration, *, at: datetime) -> None:
    tell("registration_offered", registration, at=at)


def expired(registration: Registration, *, at: datetime) -> None:
    tell("registration_expired", registration, at=at)


def declined(registration: Registration, *, at: datetime) -> None:
    tell("registration_declined", registration, at=at)


def withdrawn(registration: Registration, *, at: datetime) -> None:
    tell("registration_withdrawn", registration, at=at)


def cancelled(registration: Registration, *, at: datetime) -> None:
    """An event can be cancelled, opened again and cancelled again; each time is news."""
    tell("event_cancelled", registration, at=at, occurrence=each_time(registration.event.cancelled_at))


def each_time(moment: datetime) -> str:
    """For news that can come more than once: the moment tells one from the other."""
    return f":{moment:%Y%m%d%H%M%S%f}"


def tell(kind: str, registration: Registration, *, at: datetime, occurrence: str = "") -> None:
    event = registration.event
    outbox.post(
        kind,
        key=f"{kind}:{registration.code}{occurrence}",
        to=registration.email,
        language=registration.language,
        about=event.about,
        at=at,
        event=event,
        registration=registration,
        event_url=absolute(reverse("programme:event", args=[event.slug])),
        registered_url=absolute(reverse("registration:registered", args=[event.slug])),
        calendar_url=absolute(reverse("programme:calendar", args=[event.slug])),
        withdraw_url=absolute(reverse("registration:withdraw", args=[event.slug])),
    )
