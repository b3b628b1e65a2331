from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.programme.forms.event import on_wall
from events.programme.forms.fields import ClockField, figure_input, on_clock
from events.programme.models import Event
from events.programme.states import Admission
from events.registration import wording
from events.registration.models import Rules
from events.registration.states import Category

WEB = URLValidator(schemes=["https", "http"])
WINDOW = ("registration_opens_at", "registration_closes_at")
OF_THE_EVENT = ("admission", "capacity")
OF_THE_RULES = ("pending_holds_seat", "approve_again", "offer_hours", "promotes_until_hours", "editable_until_hours",
                "categories", "names_hidden", "kept_days", "evaluation_url")  # fmt: skip
MOST_HOURS = 24 * 90


def admissions() -> list[tuple[str, str]]:
    """Each way in, with the sentence that says what it means."""
    return [
        (value, format_html("<span><strong>{}</strong><br>{}</span>", capfirst(label), wording.ADMISSION[value]()))
        for value, label in Admission.choices
    ]


def categories() -> list[tuple[str, str]]:
    return [(value, capfirst(label)) for value, label in Category.choices]


def figure(label: str, help_text: str = "", *, least: int = 0, most: int, required: bool = True) -> forms.IntegerField:
    limits = {"min_value": least, "max_value": most, "required": required}
    return forms.IntegerField(label=label, help_text=help_text, widget=figure_input(), **limits)


class RulesForm(forms.Form):
    """How the seats of an event are given; dates and times are those of a clock in the event's own zone."""

    sequence = forms.IntegerField(widget=forms.HiddenInput)
    admission = forms.ChoiceField(label=_("Who may register"), choices=admissions, widget=forms.RadioSelect)
    registration_opens_at = ClockField(label=_("Registration opens"), help_text=_("Empty: as soon as it is published."))
    registration_closes_at = ClockField(label=_("Registration closes"), help_text=_("Empty: when the event ends."))
    capacity = figure(
        _("Seats"),
        _("Leave empty for no limit. More seats go to the waiting list at once, first in line first."),
        least=1,
        most=1_000_000,
        required=False,
    )
    offer_hours = figure(
        _("Hours to accept a seat from the waiting list"),
        _("Empty: whoever is next gets the seat at once. With a figure the seat is offered and kept for so long."),
        least=1,
        most=MOST_HOURS,
        required=False,
    )
    promotes_until_hours = figure(
        _("Waiting list ends, hours before the start"),
        _("Later nobody moves up, since they would hardly hear of it in time."),
        most=MOST_HOURS,
    )
    pending_holds_seat = forms.BooleanField(
        label=_("Keep a seat for everybody who waits for approval"),
        required=False,
        help_text=_("Without it people take a seat when they are approved, so more may ask than there are seats."),
    )
    approve_again = forms.BooleanField(
        label=_("Approve again when somebody changes the answers after being approved"), required=False
    )
    categories = forms.MultipleChoiceField(
        label=_("Categories to choose from"),
        choices=categories,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick two or more to ask for the category on the form. Otherwise everybody is a participant."),
    )
    editable_until_hours = figure(
        _("Answers can be changed until, hours before the start"),
        _("Withdrawing is possible at any time."),
        most=MOST_HOURS,
    )
    names_hidden = forms.BooleanField(
        label=_("Other participants see “Country – Agency” instead of the name"), required=False
    )
    kept_days = figure(
        _("Days that registrations are kept after the event"),
        _("Then names, addresses and answers are removed; the figures stay."),
        least=1,
        most=3650,
    )
    evaluation_url = forms.CharField(
        label=_("Link to an evaluation form"),
        required=False,
        max_length=500,
        validators=[WEB],
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=_("It stands in the letter of thanks after the event."),
    )

    def __init__(self, *args, event: Event, **kwargs: object) -> None:
        super().__init__(*args, initial=initial_of(event), **kwargs)
        self.event = event

    def clean_categories(self) -> list[str]:
        return [value for value in Category.values if value in self.cleaned_data["categories"]]

    def clean(self) -> None:
        for name in WINDOW:
            if moment := self.cleaned_data.get(name):
                self.set_moment(name, moment)

    def set_moment(self, name: str, moment: object) -> None:
        try:
            self.cleaned_data[name] = on_clock(moment.date(), moment.time(), self.event.zone)
        except ValidationError as error:
            self.add_error(name, error)

    def say_refusal(self, refusal: Exception) -> None:
        field = getattr(refusal, "field", None)
        self.add_error(field if field in self.fields else None, str(refusal))

    def values(self) -> dict[str, object]:
        """What the verb `set_rules` takes."""
        return {name: self.cleaned_data[name] for name in (*OF_THE_EVENT, *WINDOW, *OF_THE_RULES)}


def initial_of(event: Event) -> dict[str, object]:
    rules = Rules.objects.of(event)
    window = {name: on_wall(getattr(event, name), event.zone) for name in WINDOW}
    of_event = {name: getattr(event, name) for name in (*OF_THE_EVENT, "sequence")}
    return of_event | window | {name: getattr(rules, name) for name in OF_THE_RULES}
