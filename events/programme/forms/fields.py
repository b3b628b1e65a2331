"""Fields that the desk's forms share: a zone, a day, a moment on the event's own clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

# Offered first: where the people of these gatherings mostly are.
NEAR = ("Asia/Almaty", "Asia/Bishkek", "Asia/Dushanbe", "Asia/Ashgabat", "Asia/Tashkent", "Asia/Kabul")
FAR = ("UTC", "Europe/Vienna", "Europe/Istanbul", "America/New_York")
WEB = URLValidator(schemes=["https", "http"])
# A day outside these years is a slip of the pen; at the ends of the calendar no zone can be reckoned with either.
FIRST_YEAR, LAST_YEAR = 2000, 2100


def zones_by_region(own: str = "") -> list[tuple[str, object]]:
    """Common zones first, then every IANA name, by continent. `own` is offered as well, also where it has no
    continent ("CET"): a form that left it out would take the zone away.
    """
    near = dict.fromkeys(filter(None, (own if "/" not in own else "", *NEAR, *FAR)))
    common = [(name, spoken(name)) for name in near]
    by_region: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(available_timezones()):
        region, has_region, _city = name.partition("/")
        if has_region and region not in ("posix", "right", "SystemV", "US", "Brazil", "Canada", "Chile", "Mexico"):
            by_region.setdefault(region, []).append((name, spoken(name)))
    return [("", "—"), (_("Common"), common), *by_region.items()]


def spoken(zone: str) -> str:
    """ "Etc/GMT-5" is five hours *ahead* of UTC; people are shown what it means."""
    offset = zone.removeprefix("Etc/GMT")
    if zone.startswith("Etc/GMT") and offset[1:].isdigit():
        return f"UTC{-int(offset):+03d}:00"
    return zone.replace("_", " ")


def figure_input() -> forms.TextInput:
    """A plain field with the number keys: no spinner that a wheel turns by accident."""
    return forms.TextInput(attrs={"inputmode": "numeric"})


def date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def time_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def moment_input() -> forms.DateTimeInput:
    return forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})


def check_year(day: date) -> None:
    """Raises ValidationError for a day that no event has."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        raise ValidationError(_("Choose a date between the years %(first)s and %(last)s.") % years)


class DayField(forms.DateField):
    """A day within reason (FIRST_YEAR to LAST_YEAR)."""

    default_validators = [check_year]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"widget": date_input(), **kwargs})


class ClockField(forms.Field):
    """A date and time as a clock in the event's zone shows them, kept naive: the form joins it to the zone.

    A value with an offset of its own is refused: it would be another moment than the person means.
    """

    default_validators = [check_year]

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"required": False, "widget": moment_input(), **kwargs})

    def to_python(self, value: str | None) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError as error:
            raise ValidationError(_("Write a date and a time, such as 2026-12-10 18:00.")) from error
        if moment.tzinfo:
            raise ValidationError(_("Write the time of a clock in the event’s time zone, without “Z” or “+05:00”."))
        return moment.replace(second=0, microsecond=0)


def on_clock(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which a clock in the zone shows this.

    Raises ValidationError for an hour that summer time skips.
    """
    moment = datetime.combine(day, clock, zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != datetime.combine(day, clock):
        raise ValidationError(_("Clocks in this zone skip that hour on that day. Please choose another time."))
    return moment
