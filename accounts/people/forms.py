from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person


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
