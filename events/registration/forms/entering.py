from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from events.registration.actions import Answers
from events.registration.models import Invitation, Registration

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
        help_texts = {
            "email": _(
                "We send a code to this address; once you have entered it, your registration counts. One person per "
                "address: colleagues who share a mailbox each need one of their own."
            )
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "agency": forms.TextInput(attrs={"autocomplete": "organization"}),
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }

    def __init__(self, *args: Any, person: Person, invitation: Invitation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.invitation = person, invitation
        self.fields["country"].choices = [("", _("Choose a country")), *self.fields["country"].choices]
        self.fields["language"].choices = settings.LANGUAGES
        self.initial.setdefault("language", get_language())
        self.initial["language"] = self.initial["language"] or get_language()
        if person.is_authenticated or invitation:
            del self.fields["email"]
        if invitation:
            invited = {
                name: getattr(invitation, name) for name in ("name", "country", "agency", "position", "language")
            }
            self.initial |= {name: value for name, value in invited.items() if value and not self.initial.get(name)}
        if person.is_authenticated:
            known = {name: getattr(person, name) for name in ASKED if name != "email"}
            self.initial |= {name: value for name, value in known.items() if value and not self.initial.get(name)}

    def address(self) -> str:
        """Where the code goes: the invited address, the proven one of somebody signed in, or the one typed."""
        if self.invitation:
            return self.invitation.email
        return self.person.email if self.person.is_authenticated else self.cleaned_data["email"]

    def answers(self) -> Answers:
        return Answers(**{name: self.cleaned_data[name] for name in ASKED if name != "email"})
