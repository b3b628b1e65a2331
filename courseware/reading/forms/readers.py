"""What readers and their devices send."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from courseware.reading.actions import Beat

MOST_SECTIONS = 500
MOST_SECONDS = 10_000_000  # four months without a pause


class SecondsField(forms.Field):
    """Active seconds by section: {"<uuid>": 12}."""

    default_error_messages = {"invalid": _("Sections are told as codes with seconds.")}

    def to_python(self, value: Any) -> dict[UUID, int]:
        if value in self.empty_values:
            return {}
        if not isinstance(value, dict) or len(value) > MOST_SECTIONS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return {forms.UUIDField().clean(code): self._seconds(seconds) for code, seconds in value.items()}

    def _seconds(self, value: Any) -> int:
        if type(value) is not int or not 0 <= value <= MOST_SECONDS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return value


class CodesField(forms.Field):
    """A list of codes of sections."""

    default_error_messages = {"invalid": _("Sections are told as a list of codes.")}

    def to_python(self, value: Any) -> frozenset[UUID]:
        if value in self.empty_values:
            return frozenset()
        if not isinstance(value, list) or len(value) > MOST_SECTIONS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return frozenset(forms.UUIDField().clean(code) for code in value)


class BeatForm(forms.Form):
    """What static/js/reading.js tells, as values of JSON."""

    device = forms.UUIDField()
    sections = SecondsField(required=False)
    read = CodesField(required=False)
    place = forms.UUIDField(required=False)

    def beat(self) -> Beat:
        given = self.cleaned_data
        return Beat(given["device"], given["sections"], given["read"], given["place"])


class NoteForm(forms.Form):
    """`quote` and `before` are set by static/js/notes.js from what is selected; without it there is `text` alone."""

    code = forms.UUIDField(required=False, widget=forms.HiddenInput)
    quote = forms.CharField(max_length=5000, required=False, widget=forms.HiddenInput)
    before = forms.CharField(max_length=80, required=False, strip=False, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your note"), max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
