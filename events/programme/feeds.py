"""The event as a calendar file. It says nothing that only registered people may know: calendars are shared."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from icalendar import Calendar
from icalendar import Event as Entry

from events.programme.models import Event, Session
from events.programme.states import EventState, Format

# A zone told for the day alone comes out without any offset, which RFC 5545 (section 3.6.5) does not allow.
YEAR = timedelta(days=366)


def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.visible_to(request.user).with_programme(), slug=slug)
    if not (event.starts_at and event.ends_at):
        raise Http404
    url = request.build_absolute_uri(event.get_absolute_url())
    body = calendar_of(event, url=url).to_ical()
    headers = {"Content-Disposition": f'attachment; filename="{event.slug}.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)


def calendar_of(event: Event, *, url: str) -> Calendar:
    """One entry, told in the event's zone (with its VTIMEZONE). The UID never changes; SEQUENCE rises."""
    file = Calendar()
    file.add("prodid", "-//Convoke//EN")
    file.add("version", "2.0")
    file.add_component(entry_of(event, url=url))
    file.add_missing_timezones(first_date=event.starts_at.date() - YEAR, last_date=event.ends_at.date() + YEAR)
    return file


def entry_of(event: Event, *, url: str) -> Entry:
    entry = Entry()
    cancelled = event.state == EventState.CANCELLED
    entry.add("uid", str(event.code))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed_at or event.created_at)
    entry.add("dtstart", in_zone(event.starts_at, event.zone))
    entry.add("dtend", in_zone(event.ends_at, event.zone))
    entry.add("summary", one_line(str(event)))
    entry.add("description", description_of(event, url))
    entry.add("url", url)
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    if event.format in (Format.ONLINE, Format.HYBRID):
        entry.add("location", _("Online"))
    return entry


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
