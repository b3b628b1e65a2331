from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.programme.drafting.clock import times
from events.programme.errors import Refused
from events.programme.forms.fields import WEB, DayField, on_clock, time_input, zones_by_region
from events.programme.forms.people import BodiesField, LanguagesField, SpeakersField
from events.programme.models import Event
from events.programme.standing import OF_THE_DATE, OF_THE_ZONE
from events.programme.states import LANGUAGES, Format
from events.programme.wording import days_in
from intake.forms import LinesField

PLAIN = ("title", "summary", "format", "language", "languages", "venue", "audience", "objectives", "themes",
         "announced", "contact", "time_zone", "meeting_url")  # fmt: skip
BODIES = ("organisers", "partners")
OF_THE_TIME = {"day", "last_day", "start", "end", "time_zone", "which_day"}
# Which fields of the form show a value of the event that is spread over several.
FIELD_OF = {"starts_at": "start", "ends_at": "end"}


def languages() -> list[tuple[str, str]]:
    return [("", "—"), *((code, gettext(name)) for code, name in LANGUAGES.items())]


class EventForm(forms.Form):
    """The values of an event; dates and times are those of a clock in the event's own zone.

    Seats and the time of registering are not among them: they are changed where a freed seat is given on at once.
    """

    template_name = "events/programme/rows_form.html"
    says_what_is_needed = True  # above the form, once; "optional" at every field would belie the marks of open ones
    ROWS = (
        ("title",), ("summary",), ("which_day",), ("day", "last_day"), ("start", "end"), ("time_zone",),
        ("format", "language"), ("venue",), ("languages",), ("organisers",), ("partners",), ("audience",),
        ("objectives",), ("themes",), ("announced",), ("contact",), ("meeting_url",),
    )  # fmt: skip

    sequence = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), max_length=250, widget=forms.Textarea(attrs={"rows": 2}))
    summary = forms.CharField(
        label=_("Summary"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Two or three sentences at the top of the page: what it is about and why to come."),
    )
    which_day = forms.ChoiceField(
        label=_("Which of these days is meant?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("The document leaves it open. These days fit what it says; or give another one below."),
    )
    day = DayField(label=_("Date"), required=False)
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Only where the event lasts several days."))
    start = forms.TimeField(label=_("Start"), required=False, widget=time_input())
    end = forms.TimeField(label=_("End"), required=False, widget=time_input())
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        help_text=_("All times here are told in this zone."),
    )
    format = forms.ChoiceField(label=_("Format"), choices=[("", "—"), *Format.choices], required=False)
    language = forms.ChoiceField(label=_("Language"), choices=languages, required=False)
    venue = forms.CharField(label=_("Venue"), required=False, max_length=300)
    languages = LanguagesField(
        label=_("Languages, with interpretation"), help_text=_("Separated by commas, such as: English, Russian.")
    )
    organisers = BodiesField(
        label=_("Organisers"),
        help_text=_("One per line, here and in the lists below. What a body does may follow: name; host."),
    )
    partners = BodiesField(label=_("Partners"), help_text=_("Such as: name; with the financial support of."))
    audience = LinesField(label=_("For whom"))
    objectives = LinesField(label=_("Objectives"))
    themes = LinesField(label=_("Themes"))
    announced = SpeakersField(
        label=_("Speakers without a session of their own"),
        help_text=_("One per line: name; role; organization. Speakers of sessions are set in the sessions."),
    )
    contact = forms.CharField(
        label=_("Contact"),
        required=False,
        max_length=500,
        help_text=_("Shown on the page to everybody: whom to write to or call."),
    )
    meeting_url = forms.CharField(
        label=_("Meeting link"),
        required=False,
        max_length=500,
        validators=[WEB],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("Only registered people get it, from 15 minutes before the start."),
    )

    def __init__(self, *args, event: Event, **kwargs: object) -> None:
        super().__init__(*args, initial=initial_of(event), **kwargs)
        self.event = event
        self.fields["time_zone"].choices = zones_by_region(event.time_zone)
        self.fields["which_day"].choices = [(day.isoformat(), date_format(day, "l, j E Y")) for day in days_open(event)]
        if not self.fields["which_day"].choices:
            del self.fields["which_day"]

    def rows(self) -> list[list[forms.BoundField]]:
        """Fields that stand side by side where there is room."""
        return [[self[name] for name in names] for names in self.ROWS if names[0] in self.fields]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> None:
        cleaned = self.cleaned_data
        zone = ZoneInfo(cleaned.get("time_zone") or "UTC")
        if cleaned.get("which_day") and not cleaned.get("day") and "day" not in self.errors:
            cleaned["day"] = date.fromisoformat(cleaned["which_day"])
        if self.asks_for_a_day() and not cleaned.get("day"):
            self.say("day", _("Give the date as well."))
        if cleaned.get("day") and not self.errors:
            self.set_span(zone)

    def asks_for_a_day(self) -> bool:
        """Hours that merely stand in the form because the document states them do not."""
        hours = {name for name in ("start", "end", "last_day") if self.cleaned_data.get(name)}
        return bool(hours if self.event.starts_at else hours & set(self.changed_data))

    def set_span(self, zone: ZoneInfo) -> None:
        """Start and end as moments. An end before the start, on one day, is on the next: midnight is between."""
        day, last, start, end = (self.cleaned_data.get(name) for name in ("day", "last_day", "start", "end"))
        for name in ("start", "end", "time_zone"):
            if not self.cleaned_data.get(name):
                self.say(name, _("A date needs this as well."))
        if self.errors:
            return
        if last and last < day:
            return self.say("last_day", _("The last day cannot come before the first."))
        last = last or (day + timedelta(days=1) if end < start else day)
        self.set_moment("starts_at", "start", day, start, zone)
        self.set_moment("ends_at", "end", last, end, zone)

    def set_moment(self, name: str, field: str, day: date, clock: time, zone: ZoneInfo) -> None:
        try:
            self.cleaned_data[name] = on_clock(day, clock, zone)
        except ValidationError as error:
            self.say(field, error)

    def say(self, field: str, error: object) -> None:
        if field not in self.errors:
            self.add_error(field, error)

    def say_refusal(self, refusal: Refused) -> None:
        field = FIELD_OF.get(refusal.field or "", refusal.field)
        self.add_error(field if field in self.fields else None, str(refusal))

    def values(self) -> dict[str, object]:
        """What the verb `correct` takes."""
        cleaned = self.cleaned_data
        moments = {name: cleaned.get(name) for name in ("starts_at", "ends_at")}
        return {name: cleaned[name] for name in PLAIN} | self.bodies() | moments

    def bodies(self) -> dict[str, object]:
        """Who holds the event and with whom; what each of them does, once both lists are right."""
        told = {name: self.cleaned_data[name] for name in BODIES if name in self.cleaned_data}
        lists: dict[str, object] = {name: list(bodies) for name, bodies in told.items()}
        parts = {body: part for name in reversed(told) for body, part in told[name].items() if part}
        return lists | ({"parts": parts} if len(told) == len(BODIES) else {})

    def sound_values(self) -> dict[str, object]:
        """Those values that are right as they stand, for a form that is still being filled in. Day, hours and zone
        belong together: with a mistake in one of them none is given."""
        names = {name for name in PLAIN if name in self.cleaned_data and name not in self.errors}
        if OF_THE_TIME & set(self.errors):
            return {name: self.cleaned_data[name] for name in names - OF_THE_TIME} | self.bodies()
        moments = {name: self.cleaned_data.get(name) for name in ("starts_at", "ends_at")}
        return {name: self.cleaned_data[name] for name in names} | self.bodies() | moments


def days_open(event: Event) -> list[date]:
    """The days that fit an incomplete date of the document, as the open points give them (ISO dates)."""
    if event.starts_at:
        return []
    return days_in(value for code, values in event.open_points if code in OF_THE_DATE for value in values.values())


def initial_of(event: Event) -> dict[str, object]:
    starts, ends = (on_wall(moment, event.zone) for moment in (event.starts_at, event.ends_at))
    values = {name: getattr(event, name) for name in PLAIN} | {"sequence": event.sequence}
    when = {
        "day": starts and starts.date(),
        "start": starts and starts.time(),
        "end": ends and ends.time(),
        "last_day": ends.date() if starts and ends and is_several_days(starts, ends) else None,
    }
    values |= {name: {body: event.parts.get(body, "") for body in getattr(event, name)} for name in BODIES}
    return (
        days_stated(event)
        | hours_stated(event)
        | values
        | {name: value for name, value in when.items() if value is not None}
    )


def days_stated(event: Event) -> dict[str, object]:
    """The days that the document states of an event whose zone is still open."""
    told = next((values for code, values in event.open_points if code in OF_THE_ZONE and "first" in values), None)
    if event.starts_at or told is None:
        return {}
    first, last = date.fromisoformat(told["first"]), date.fromisoformat(told["last"])
    return {"day": first, "last_day": last if last > first else None}


def hours_stated(event: Event) -> dict[str, object]:
    """Start and end that the document states of an event whose day is still open, so that nobody has to type them."""
    texts = [values.get("text", "") for code, values in event.open_points if code == "event_time_waiting"]
    texts = texts or [session.stated_time for session in event.sessions.all() if session.stated_time]
    if event.starts_at or not texts:
        return {}
    read = (times(text, in_agenda=True) for text in texts)
    spans = [(found[0].start, found[-1].end) for found in read if found]
    return {"start": spans[0][0], "end": spans[-1][1]} if spans else {}


def on_wall(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment and moment.astimezone(zone).replace(tzinfo=None)


def is_several_days(starts: datetime, ends: datetime) -> bool:
    """Not merely over midnight, which the form reads from the hours alone."""
    return ends.date() != starts.date() and not (
        ends.date() == starts.date() + timedelta(days=1) and ends.time() < starts.time()
    )
