from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.programme.errors import Refused
from events.programme.forms.event import on_wall
from events.programme.forms.fields import WEB, DayField, on_clock, time_input
from events.programme.models import Event, Session
from events.programme.states import SessionKind

BLANK_ROWS, MOST_SPEAKERS = 3, 30


class SessionForm(forms.Form):
    """One entry of the programme, timed by a clock in the event's zone."""

    template_name = "events/programme/rows_form.html"
    ROWS = (("title",), ("kind",), ("day", "start", "end"), ("summary",), ("meeting_url",))

    title = forms.CharField(label=_("Title"), max_length=400)
    kind = forms.ChoiceField(label=_("Kind"), choices=SessionKind.choices, initial=SessionKind.TALK)
    summary = forms.CharField(
        label=_("Summary"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    day = DayField(label=_("Date"), required=False)
    start = forms.TimeField(label=_("Start"), required=False, widget=time_input())
    end = forms.TimeField(label=_("End"), required=False, widget=time_input())
    meeting_url = forms.CharField(
        label=_("Meeting link of its own"),
        required=False,
        max_length=500,
        validators=[WEB],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("Only where it differs from the link of the event."),
    )

    def __init__(self, *args, event: Event, session: Session | None = None, **kwargs: object) -> None:
        super().__init__(*args, initial=initial_of(event, session), **kwargs)
        self.event = event

    def rows(self) -> list[list[forms.BoundField]]:
        return [[self[name] for name in names] for names in self.ROWS]

    def clean(self) -> None:
        cleaned = self.cleaned_data
        given = [name for name in ("start", "end") if cleaned.get(name)]
        cleaned["starts_at"] = cleaned["ends_at"] = None
        if self.errors or not given:
            return
        for name in ("day", "start", "end"):
            if not cleaned.get(name):
                self.add_error(name, _("A time needs the date, the start and the end."))
        if not self.event.time_zone:
            self.add_error(None, _("Set the time zone of the event first."))
        if not self.errors:
            self.set_span(self.event.zone)

    def set_span(self, zone: ZoneInfo) -> None:
        """An end before the start is on the next day: the session runs over midnight."""
        day, start, end = (self.cleaned_data[name] for name in ("day", "start", "end"))
        last = day + timedelta(days=1) if end < start else day
        for name, field, args in (("starts_at", "start", (day, start)), ("ends_at", "end", (last, end))):
            try:
                self.cleaned_data[name] = on_clock(*args, zone)
            except ValidationError as error:
                self.add_error(field, error)

    def say_refusal(self, refusal: Refused) -> None:
        self.add_error({"ends_at": "end", "starts_at": "start"}.get(refusal.field or ""), str(refusal))

    def values(self) -> dict[str, object]:
        names = ("title", "kind", "summary", "meeting_url", "starts_at", "ends_at")
        return {name: self.cleaned_data[name] for name in names}


def initial_of(event: Event, session: Session | None) -> dict[str, object]:
    """A new session is on the day of the last one."""
    if session is None:
        last = event.sessions.exclude(ends_at=None).order_by("-ends_at").first()
        begins = on_wall(last.starts_at if last else event.starts_at, event.zone)
        return {"day": begins and begins.date()}
    starts, ends = (on_wall(moment, event.zone) for moment in (session.starts_at, session.ends_at))
    first = starts or on_wall(event.starts_at, event.zone)
    values = {name: getattr(session, name) for name in ("title", "kind", "summary", "meeting_url")}
    return values | {"day": first and first.date(), "start": starts and starts.time(), "end": ends and ends.time()}


class SpeakerForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=150, required=False)
    role = forms.CharField(label=_("Role"), max_length=150, required=False)
    affiliation = forms.CharField(label=_("Organisation"), max_length=200, required=False)

    def clean(self) -> None:
        cleaned = self.cleaned_data
        if (
            (cleaned.get("role") or cleaned.get("affiliation"))
            and not cleaned.get("name")
            and "name" not in self.errors
        ):
            self.add_error("name", _("Give the name, or leave the whole row empty."))


class BaseSpeakerForms(forms.BaseFormSet):
    """The speakers in order. A row whose name is emptied is a speaker taken off the programme."""

    def values(self) -> list[dict[str, str]]:
        rows = (form.cleaned_data for form in self.forms)
        return [{name: row[name] for name in ("name", "role", "affiliation")} for row in rows if row.get("name")]


_Forms: Callable = forms.formset_factory(SpeakerForm, formset=BaseSpeakerForms, extra=BLANK_ROWS, max_num=MOST_SPEAKERS, absolute_max=MOST_SPEAKERS)  # fmt: skip  # noqa: E501


def SpeakerForms(data: object = None, *, session: Session | None = None) -> BaseSpeakerForms:
    speakers = session.speakers.all() if session else ()
    rows = [{"name": one.name, "role": one.role, "affiliation": one.affiliation} for one in speakers]
    return _Forms(data, initial=rows, prefix="speakers")


class SectionForm(forms.Form):
    heading = forms.CharField(label=_("Heading"), max_length=200)
    body = forms.CharField(
        label=_("Text"),
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Markdown: a blank line begins a paragraph, “- ” a list item, **two stars** make bold."),
    )
