from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from events.registration.actions import Answers
from events.registration.models import Registration

ASKED = ["name", "email", "country", "agency", "position", "language"]


class RegistrationForm(forms.ModelForm):
    """One form, no password. A signed-in person's address is the proven one and cannot be changed here."""

    consent = forms.BooleanField(
        label=_("I agree that my answers are used to run this event, as the privacy notice says.")
    )

    class Meta:
        model = Registration
        fields = ASKED
        labels = {"position": _("Position (job title)"), "language": _("Language for letters")}
        help_texts = {"email": _("We send a code to this address. Your seat is confirmed once you have entered it.")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "agency": forms.TextInput(attrs={"autocomplete": "organization"}),
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("Choose a country")), *self.fields["country"].choices]
        self.fields["language"].choices = settings.LANGUAGES
        self.initial.setdefault("language", get_language())
        self.initial["language"] = self.initial["language"] or get_language()
        if person.is_authenticated:
            del self.fields["email"]
            known = {name: getattr(person, name) for name in ASKED if name != "email"}
            self.initial |= {name: value for name, value in known.items() if value and not self.initial.get(name)}

    def answers(self) -> Answers:
        return Answers(**{name: self.cleaned_data[name] for name in ASKED if name != "email"})
