from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.live.errors import NoLink, NoSeatYet, NotRegistered, Over, TooEarly
from events.live.models import Attendance
from events.programme.models import JOIN_BEFORE, Event
from events.registration.models import Registration
from events.registration.states import RegistrationState


def join(event: Event, *, person: Person, at: datetime) -> str:
    """The link of the meeting, for a registered person, once the doors are open. Each joining enters the trail.

    Raises NotRegistered, NoSeatYet, TooEarly, Over or NoLink.
    """
    registration = Registration.objects.of(person).live().filter(event=event).first()
    if registration is None:
        raise NotRegistered
    if registration.state != RegistrationState.CONFIRMED:
        raise NoSeatYet
    if not event.is_joinable(at):
        raise Over if event.is_past(at) else TooEarly
    link = link_at(event, at)
    if not link:
        raise NoLink
    audit.record("joined", about=event.about, by=person, at=at)
    return link


def link_at(event: Event, at: datetime) -> str:
    """A session under way, or about to begin, that has a link of its own; else the link of the event."""
    running = event.sessions.exclude(meeting_url="").filter(starts_at__lte=at + JOIN_BEFORE, ends_at__gt=at).in_order()
    session = running.first()
    return session.meeting_url if session else event.meeting_url


@transaction.atomic
def record_minutes(
    registration: Registration, minutes: int, *, source: str, by: Person | None, at: datetime
) -> Attendance:
    """Keep for how many minutes somebody was there; what was recorded before gives way."""
    known = {"minutes": minutes, "source": source, "at": at}
    row, _is_new = Attendance.objects.update_or_create(registration=registration, defaults=known)
    audit.record("attendance_recorded", about=registration.about, by=by, at=at, minutes=minutes)
    return row


@transaction.atomic
def record_list(event: Event, minutes: Mapping[str, int], *, source: str, by: Person | None, at: datetime) -> int:
    """Minutes by address (in lower case), for those who are confirmed at the event; returns for how many."""
    found = Registration.objects.confirmed().filter(event=event, email__in=minutes)
    for registration in found:
        record_minutes(registration, minutes[registration.email], source=source, by=by, at=at)
    audit.record("attendance_list_taken", about=event.about, by=by, at=at, recorded=len(found))
    return len(found)
