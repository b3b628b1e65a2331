from datetime import datetime

from accounts.audit import actions as audit
from accounts.people.models import Person
from events.live.errors import NoLink, NoSeatYet, NotRegistered, Over, TooEarly
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
