from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.registration.models import Wording


class WordingForm(forms.ModelForm):
    """Subject and opening of one kind of letter."""

    class Meta:
        model = Wording
        fields = ["subject", "body"]
        labels = {"body": _("Opening")}
        widgets = {"body": forms.Textarea(attrs={"rows": 9})}


def language_from(asked: str, otherwise: str) -> str:
    """A language that letters are written in: the one asked for, else that of the event, else the site's."""
    written = dict(settings.LANGUAGES)
    return next((code for code in (asked, otherwise) if code in written), settings.LANGUAGE_CODE)
