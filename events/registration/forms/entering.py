from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from events.registration.forms.answering import EVERYBODY, AnswersForm
from events.registration.models import Invitation


class RegistrationForm(AnswersForm):
    """One form, no password. A signed-in person's address is the proven one and cannot be changed here."""

    consent = forms.BooleanField(
        label=_("I agree that my answers are used to run this event, as the privacy notice says.")
    )

    class Meta(AnswersForm.Meta):
        fields = ["name", "email", *EVERYBODY[1:]]
        help_texts = {
            "email": _(
                "We send a code to this address; once you have entered it, your registration counts. One person per "
                "address: colleagues who share a mailbox each need one of their own."
            )
        }
        widgets = AnswersForm.Meta.widgets | {"email": forms.EmailInput(attrs={"autocomplete": "email"})}

    def __init__(self, *args: Any, person: Person, invitation: Invitation | None = None, **kwargs: Any) -> None:
        self.person, self.invitation = person, invitation
        super().__init__(*args, may_choose=invitation is None, **kwargs)
        self.fields["consent"] = self.fields.pop("consent")  # after all that it speaks of
        if person.is_authenticated or invitation:
            del self.fields["email"]
        for source in (invitation, person if person.is_authenticated else None):
            self.prefill(source)

    def prefill(self, source: Invitation | Person | None) -> None:
        """From what is known already, where nothing else was said before."""
        known = {name: getattr(source, name, "") for name in EVERYBODY}
        self.initial |= {name: value for name, value in known.items() if value and not self.initial.get(name)}

    def address(self) -> str:
        """Where the code goes: the invited address, the proven one of somebody signed in, or the one typed."""
        if self.invitation:
            return self.invitation.email
        return self.person.email if self.person.is_authenticated else self.cleaned_data["email"]
