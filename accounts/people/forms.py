from zoneinfo import available_timezones

from allauth.account.forms import ConfirmEmailVerificationCodeForm
from allauth.core.internal.cryptokit import compare_user_code
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.people.actions import drop_claim
from accounts.people.models import Person


class NewAddressCodeForm(ConfirmEmailVerificationCodeForm):
    """The code that proves a new address. A claim to it that nobody has proven gives way to whoever does."""

    def clean_code(self) -> str:
        if compare_user_code(actual=self.cleaned_data["code"], expected=self.expected_code):
            drop_claim(self.email)
        return super().clean_code()


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


def zones() -> list[tuple[str, str]]:
    """IANA names with a region, in order; the empty choice follows the device."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc", "posix")))
    return [("", _("As on my device")), ("UTC", "UTC"), *((name, name.replace("_", " ")) for name in names)]


class ProfileForm(forms.ModelForm):
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zones,
        required=False,
        help_text=_("Times are shown in it beside the event’s own."),
    )

    class Meta:
        model = Person
        fields = ["name", "country", "agency", "position", "language", "time_zone"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "agency": forms.TextInput(attrs={"autocomplete": "organization"}),
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES)


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(
        choices=[("", _("As on my device")), ("light", _("Light")), ("dark", _("Dark"))], required=False
    )
