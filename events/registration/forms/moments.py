"""A moment that an organizer writes as a clock in the event's zone shows it."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError

from events.programme.forms.fields import on_clock
from events.programme.models import Event


def moment_of(form: forms.Form, name: str, event: Event) -> datetime | None:
    """The moment in UTC; None where the field is empty or wrong, and then the form says so."""
    written = form.cleaned_data.get(name)
    try:
        return on_clock(written.date(), written.time(), event.zone) if written else None
    except ValidationError as error:
        form.add_error(name, error)
        return None


def clock_of(moment: datetime | None, event: Event) -> datetime | None:
    """The other way round, to fill a form."""
    return moment and moment.astimezone(event.zone).replace(tzinfo=None)
