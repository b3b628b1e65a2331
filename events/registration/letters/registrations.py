"""How a registration came out, and each time it moves."""

from datetime import datetime

from django.utils.translation import override

from events.registration import wording
from events.registration.letters.moments import until
from events.registration.letters.writing import each_time, taken_out, tell, zone_of
from events.registration.models import Registration
from events.registration.standing import place_in_line, why_waiting


def confirmed(registration: Registration, *, at: datetime) -> None:
    tell("registration_confirmed", registration, at=at, method="REQUEST")


def received(registration: Registration, *, at: datetime) -> None:
    """An organizer will look at it; told again when a change of the answers asks for another look."""
    tell("registration_received", registration, at=at, occurrence=each_time(at))


def waiting(registration: Registration, *, at: datetime) -> None:
    """Once for each time of joining the line."""
    with override(registration.language):
        why = wording.why(why_waiting(registration, at))
    place = str(place_in_line(registration))
    tell("registration_waiting", registration, at=at, occurrence=in_line(registration), place=place, why=why)


def approved(registration: Registration, *, at: datetime) -> None:
    tell("registration_approved", registration, at=at, occurrence=each_time(at), method="REQUEST")


def promoted(registration: Registration, *, at: datetime) -> None:
    tell("registration_promoted", registration, at=at, occurrence=in_line(registration), method="REQUEST")


def offered(registration: Registration, *, at: datetime) -> None:
    with override(registration.language):
        deadline = until(registration.offered_until, registration.event, zone_of(registration))
    tell("registration_offered", registration, at=at, occurrence=in_line(registration), until=deadline)


def expired(registration: Registration, *, at: datetime) -> None:
    tell("registration_expired", registration, at=at)


def declined(registration: Registration, *, at: datetime) -> None:
    tell("registration_declined", registration, at=at, method=taken_out(registration), reason=registration.reason)


def withdrawn(registration: Registration, *, at: datetime) -> None:
    tell("registration_withdrawn", registration, at=at, method=taken_out(registration))


def in_line(registration: Registration) -> str:
    return each_time(registration.queued_at)
