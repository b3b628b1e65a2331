from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from events.programme.forms.fields import ClockField
from events.programme.models import Event
from events.registration.actions import Guest
from events.registration.forms.moments import moment_of
from events.registration.forms.problems import refusal
from events.registration.invitefile import Line, Unreadable, decoded, invitees
from events.registration.models import Invitation
from events.registration.states import Category

MOST_BYTES = 500_000
HOLD_HELP = _("A seat is kept free until then. Leave empty to keep none: whoever registers first gets it.")


# What people write beside the names of the list (ISO 3166 in both languages).
ALSO_WRITTEN = {
    "KG": ("кыргызстан", "кыргызская республика", "kyrgyz republic"),
    "KZ": ("республика казахстан", "republic of kazakhstan"),
    "TJ": ("республика таджикистан", "republic of tajikistan"),
    "TM": ("туркмения", "turkmenia"),
    "UZ": ("республика узбекистан", "republic of uzbekistan"),
    "RU": ("россия", "российская федерация", "russia", "russian federation"),
    "TR": ("турция", "turkey", "türkiye", "turkiye"),
    "CN": ("китай", "кнр", "china"),
    "IR": ("иран", "iran"),
    "KR": ("южная корея", "республика корея", "south korea", "republic of korea"),
    "GB": ("великобритания", "uk", "united kingdom", "great britain"),
    "US": ("сша", "usa", "united states", "united states of america"),
    "AE": ("оаэ", "uae", "united arab emirates"),
    "BY": ("белоруссия", "беларусь", "belarus"),
    "MD": ("молдавия", "молдова", "moldova"),
    "CZ": ("чехия", "czech republic", "czechia"),
}


@cache
def country_names() -> dict[str, str]:
    """What people write for a country, in lower case → its code: names in both languages, and the code itself."""
    names: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            names |= {str(name).casefold(): code for code, name in countries}
    names |= {name: code for code, also in ALSO_WRITTEN.items() for name in also}
    return names | {code.casefold(): code for code in countries.countries}


def usual_language(event: Event) -> str:
    """Letters are written in the event's language, where we write in it."""
    known = [code for code, _name in settings.LANGUAGES]
    return event.language if event.language in known else known[0]


def hold_help(event: Event) -> str:
    return f"{HOLD_HELP} " + gettext("Times are those of %(zone)s.") % {"zone": event.time_zone}


class InvitationForm(forms.ModelForm):
    """One person. What is known of them is filled in beforehand when they register."""

    hold_until = ClockField(label=_("Keep a seat until"))
    expires_at = ClockField(
        label=_("The link works until"),
        help_text=_("Leave empty for two weeks. It never works longer than people can register."),
    )

    class Meta:
        model = Invitation
        fields = ["email", "name", "country", "agency", "position", "category", "language"]
        labels = {"position": _("Position (job title)")}

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, initial={"language": usual_language(event)}, **kwargs)
        self.event = event
        self.fields["language"].choices = settings.LANGUAGES
        self.fields["country"].choices = [("", "—"), *list(self.fields["country"].choices)[1:]]
        self.fields["hold_until"].help_text = hold_help(event)

    def clean(self) -> dict[str, Any]:
        """Whether the address is invited already is the verb's to say: it knows which invitations stand."""
        for name in ("hold_until", "expires_at"):
            self.cleaned_data[name] = moment_of(self, name, self.event)
        return self.cleaned_data

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class ImportForm(forms.Form):
    """A table of people, as a file or pasted; read at once, kept nowhere."""

    file = forms.FileField(
        label=_("CSV file"), required=False, widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv"})
    )
    text = forms.CharField(
        label=_("or paste the lines here"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )
    language = forms.ChoiceField(
        label=_("Language for letters"), choices=settings.LANGUAGES, help_text=_("For lines that name none.")
    )
    hold_until = ClockField(label=_("Keep a seat for each until"))

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, initial={"language": usual_language(event)}, **kwargs)
        self.event = event
        self.fields["hold_until"].help_text = hold_help(event)

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("This file is too large for a list of people. Check that it is the right one."))
        return file

    def clean(self) -> dict[str, Any]:
        """`text` is the list as one text; `sheet` what was read of it; `hold_until` a moment."""
        cleaned = self.cleaned_data
        cleaned["hold_until"] = moment_of(self, "hold_until", self.event)
        file = cleaned.get("file")
        try:
            cleaned["text"] = decoded(file.read()) if file else cleaned.get("text", "")
            cleaned["sheet"] = invitees(cleaned["text"], country_names())
        except Unreadable as unreadable:
            if "file" not in self.errors:
                self.add_error("file" if file else "text", refusal(unreadable))
        return cleaned

    def guests(self) -> list[Guest]:
        """Those of the lines that have no problem."""
        return [guest_of(line, self.cleaned_data["language"]) for line in self.lines() if not line.problems]

    def lines(self) -> list[Line]:
        return self.cleaned_data["sheet"].lines


def guest_of(line: Line, language: str) -> Guest:
    values = {name: value for name, value in line.values.items() if value}
    return Guest(**({"language": language, "category": Category.PARTICIPANT} | values))
