from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.programme.drafting.clock import times
from events.programme.forms.event import on_wall
from events.programme.forms.fields import DayField, figure_input, on_clock, time_input
from events.programme.models import Event, Session

LONGEST_MINUTES = 12 * 60


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One session on the form, with its bound fields."""

    session: Session
    place: forms.BoundField
    minutes: forms.BoundField


class LayoutForm(forms.Form):
    """The whole programme at once: where it starts, the order of the sessions and the minutes of each."""

    day = DayField(label=_("Date"))
    start = forms.TimeField(label=_("Start"), widget=time_input())

    def __init__(self, *args, event: Event, sessions: list[Session], **kwargs: object) -> None:
        first = on_wall(event.starts_at, event.zone)
        super().__init__(*args, initial={"day": first and first.date(), "start": first and first.time()}, **kwargs)
        self.event, self.sessions = event, sessions
        for place, session in enumerate(sessions, start=1):
            self.fields[f"place-{session.pk}"] = forms.IntegerField(
                label=_("Place"), min_value=1, max_value=999, initial=place, widget=figure_input()
            )
            self.fields[f"minutes-{session.pk}"] = forms.IntegerField(
                label=_("Minutes"),
                min_value=1,
                max_value=LONGEST_MINUTES,
                initial=minutes_of(session),
                required=False,
                widget=figure_input(),
            )

    def clean(self) -> None:
        if not self.event.time_zone:
            raise ValidationError(_("Set the time zone of the event first."))
        if not self.errors:
            day, start = self.cleaned_data["day"], self.cleaned_data["start"]
            self.cleaned_data["starts_at"] = on_clock(day, start, self.event.zone)

    def rows(self) -> list[LayoutRow]:
        return [LayoutRow(one, self[f"place-{one.pk}"], self[f"minutes-{one.pk}"]) for one in self.sessions]

    @property
    def starts_at(self) -> datetime:
        return self.cleaned_data["starts_at"]

    def plan(self) -> list[tuple[Session, int]]:
        """Sessions with minutes, by their places; those without stay as they are."""
        ordered = sorted(self.sessions, key=lambda one: self.cleaned_data[f"place-{one.pk}"])
        minutes = ((one, self.cleaned_data[f"minutes-{one.pk}"]) for one in ordered)
        return [(one, count) for one, count in minutes if count]


def minutes_of(session: Session) -> int | None:
    """From its times, or from the clock times that the document gives it."""
    if session.starts_at and session.ends_at:
        return round((session.ends_at - session.starts_at).total_seconds() / 60)
    found = times(session.stated_time)
    if not found or found[0].end is None:
        return None
    start, end = found[0].start, found[0].end
    return ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)
