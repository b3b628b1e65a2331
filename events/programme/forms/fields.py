"""Fields that the desk's forms share: a list written one per line, a zone, a moment on the event's own clock."""

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


def zones() -> list[tuple[str, object]]:
    """Common zones first, then every IANA name, by continent."""
    common = [(name, spoken(name)) for name in (*NEAR, *FAR)]
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


class LinesField(forms.CharField):
    """A list of strings, one per line; blank lines and list signs at the start are dropped."""

    MOST = 60

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            **{"required": False, "widget": forms.Textarea(attrs={"rows": 4}), "max_length": 8000, **kwargs}
        )

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:
        lines = [line.lstrip("-*• \t").strip() for line in super().to_python(value).splitlines()]
        return [line for line in lines if line]

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > self.MOST:
            raise ValidationError(_("Please keep to %(most)s lines.") % {"most": self.MOST})

    def run_validators(self, value: list[str]) -> None:
        super().run_validators("\n".join(value))


def figure_input() -> forms.TextInput:
    """A plain field with the number keys: no spinner that a wheel turns by accident."""
    return forms.TextInput(attrs={"inputmode": "numeric"})


def date_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def time_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def moment_input() -> forms.DateTimeInput:
    return forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})


class ClockField(forms.Field):
    """A date and time as a clock in the event's zone shows them, kept naive: the form joins it to the zone."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"required": False, "widget": moment_input(), **kwargs})

    def to_python(self, value: str | None) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            return datetime.fromisoformat(value.strip()).replace(tzinfo=None, second=0, microsecond=0)
        except ValueError as error:
            raise ValidationError(_("Write a date and a time, such as 2026-12-10 18:00.")) from error


def on_clock(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment at which a clock in the zone shows this. Raises ValidationError for an hour that summer time skips."""
    moment = datetime.combine(day, clock, zone)
    if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != datetime.combine(day, clock):
        raise ValidationError(_("Clocks in this zone skip that hour on that day. Please choose another time."))
    return moment
