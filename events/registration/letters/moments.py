"""Moments as a letter tells them: in the active language, with the name of the zone and its distance from UTC."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import dateformat
from django.utils.translation import gettext as _

from events.programme.models import Event

DAY, HOUR = "l, j E Y", "H:i"


def when(event: Event, own_zone: str = "") -> str:
    """The time of an event in its own zone, and on a line of its own in the reader's where clocks differ there."""
    if not (event.starts_at and event.ends_at):
        return _("to be announced")
    return both(event.starts_at, event.ends_at, event.zone, own_zone)


def both(starts_at: datetime, ends_at: datetime, zone: ZoneInfo, own_zone: str = "") -> str:
    there, here = span(starts_at, ends_at, zone), known(own_zone)
    if here is None or starts_at.astimezone(here).utcoffset() == starts_at.astimezone(zone).utcoffset():
        return there
    return "\n".join([there, _("Your time: %(span)s") % {"span": span(starts_at, ends_at, here)}])


def span(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    start, end = starts_at.astimezone(zone), ends_at.astimezone(zone)
    day = "" if start.date() == end.date() else f"{dateformat.format(end, DAY)}, "
    dash = " – " if day else "–"
    hours = f"{dateformat.format(start, HOUR)}{dash}{day}{dateformat.format(end, HOUR)}"
    return f"{dateformat.format(start, DAY)}, {hours}, {named(zone, start)}"


def until(moment: datetime, event: Event, own_zone: str = "") -> str:
    """A deadline, on the reader's clock where we know it, else on the event's."""
    zone = known(own_zone) or event.zone
    local = moment.astimezone(zone)
    return f"{dateformat.format(local, DAY)}, {dateformat.format(local, HOUR)}, {named(zone, local)}"


def named(zone: ZoneInfo, local: datetime) -> str:
    offset = dateformat.format(local, "O")
    return f"{zone.key} (UTC{offset[:3]}:{offset[3:]})"


def known(zone: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(zone) if zone else None
    except (ZoneInfoNotFoundError, ValueError):  # a zone that the data no longer knows is as good as none
        return None
