"""The event as an entry of a calendar: as a public file, and as the message that puts it into somebody's own calendar
and takes it out again (iTIP, RFC 5546).

An entry says nothing that only registered people may know: calendars are shared. Its UID never changes, its SEQUENCE
rises with every change of the event, and its times are told in the event's own zone, whose rules come with it.
"""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import UTC, date, datetime
from email.utils import parseaddr
from functools import lru_cache
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Timezone
from icalendar import Event as Entry
from icalendar.parser import Contentline, Parameters

from events.programme.models import Event, Session
from events.programme.states import EventState, Format

KEPT = 200  # entries; each is a few kilobytes


class Guest(NamedTuple):
    name: str
    email: str


def calendar_of(event: Event, *, url: str) -> Calendar:
    """One entry for anybody, with a VTIMEZONE."""
    entry = entry_of(event, url=url)
    entry.add("dtstamp", event.changed_at or event.created_at)
    entry.add("status", "CANCELLED" if is_cancelled(event) else "CONFIRMED")
    return file_of(event, entry)


def invitation(event: Event, *, url: str, guest: Guest, method: str, at: datetime) -> str:
    """What asks a guest's calendar to enter the event (`method` REQUEST) or to take it out (CANCEL).

    Of two with the same SEQUENCE the one with the later DTSTAMP holds, so somebody may withdraw and register again.
    STATUS says whether the event takes place; of an event that does, a CANCEL says nothing, since only this guest is
    taken out (RFC 5546, section 3.2.5).
    """
    lines = [f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}", organizer(), attendee(guest)]
    if is_cancelled(event) or method == "REQUEST":
        lines.append("STATUS:CANCELLED" if is_cancelled(event) else "STATUS:CONFIRMED")
    own = "\r\n".join(["BEGIN:VEVENT", *lines, ""])
    text = kept_text(event, url).replace("BEGIN:VEVENT\r\n", own, 1)
    return text.replace("VERSION:2.0\r\n", f"VERSION:2.0\r\nMETHOD:{method}\r\n", 1)


def organizer() -> str:
    """The address that the letters come from; a mail program compares the two."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return person_line("ORGANIZER", {"CN": name or str(settings.SITE_NAME)}, address)


def attendee(guest: Guest) -> str:
    """Whoever registered has said yes already, so the calendar need not ask."""
    known = {"CN": guest.name or guest.email, "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    return person_line("ATTENDEE", known, guest.email)


def person_line(name: str, parameters: dict[str, str], address: str) -> str:
    values = Parameters({key: one_line(value) for key, value in parameters.items()})
    return Contentline.from_parts(name, values, f"mailto:{address}").to_ical().decode()


_texts: OrderedDict[Hashable, str] = OrderedDict()
_texts_lock = Lock()


def kept_text(event: Event, url: str) -> str:
    """What the entry says to every guest alike. Writing it costs as much as all the rest of a registration."""
    key = (event.code, event.sequence, event.starts_at, event.ends_at, event.time_zone, get_language(), url)
    with _texts_lock:
        text = _texts.get(key)
    if text is None:
        text = file_of(event, entry_of(event, url=url)).to_ical().decode()
        with _texts_lock:
            _texts[key] = text
            while len(_texts) > KEPT:
                _texts.popitem(last=False)
    return text


def file_of(event: Event, entry: Entry) -> Calendar:
    file = Calendar()
    file.add("prodid", "-//Convoke//EN")
    file.add("version", "2.0")
    first, last = event.starts_at.astimezone(event.zone).year, event.ends_at.astimezone(event.zone).year
    file.add_component(rules_of_zone(event.zone.key, first, last))
    file.add_component(entry)
    return file


@lru_cache(maxsize=200)
def rules_of_zone(zone: str, first: int, last: int) -> Timezone:
    """VTIMEZONE for those years and one on either side.

    A zone told for the day alone comes out without any offset, which RFC 5545 (section 3.6.5) does not allow.
    """
    return Timezone.from_tzid(zone, first_date=date(first - 1, 1, 1), last_date=date(last + 1, 12, 31))


def entry_of(event: Event, *, url: str) -> Entry:
    """Without DTSTAMP and STATUS, which differ between a file and a message."""
    entry = Entry()
    entry.add("uid", str(event.code))
    entry.add("sequence", event.sequence)
    entry.add("dtstart", in_zone(event.starts_at, event.zone))
    entry.add("dtend", in_zone(event.ends_at, event.zone))
    entry.add("summary", one_line(str(event)))
    entry.add("description", description_of(event, url))
    entry.add("url", url)
    if event.format in (Format.ONLINE, Format.HYBRID):
        entry.add("location", _("Online"))
    return entry


def is_cancelled(event: Event) -> bool:
    return event.state == EventState.CANCELLED


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone)


def description_of(event: Event, url: str) -> str:
    lines = [line_of(session, event.zone) for session in event.sessions.all()]
    programme = "\n".join([_("Programme"), *lines]) if lines else ""
    parts = (event.summary.strip(), programme, _("Details and registration: %(url)s") % {"url": url})
    return "\n\n".join(part for part in parts if part)


def line_of(session: Session, zone: ZoneInfo) -> str:
    if not session.starts_at:
        return one_line(session.title)
    return f"{session.starts_at.astimezone(zone):%H:%M} {one_line(session.title)}"


def one_line(text: str) -> str:
    return " ".join(text.split())
