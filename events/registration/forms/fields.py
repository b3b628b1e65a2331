"""Fields of a registration form, one per kind of question. What comes out of each is what an Answer holds."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from events.registration import attachments
from events.registration.errors import FileRefused, FileTooLarge
from events.registration.models import Question
from events.registration.models.forms import NO, YES
from events.registration.states import Kind

LONGEST_SHORT, LONGEST_LONG = 300, 4000
MOST_RADIO_BUTTONS = 8
PHONE = re.compile(r"\+\d{7,15}")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


class NumberField(forms.DecimalField):
    """A number with a point or a comma, as the text of a Decimal."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(max_digits=18, decimal_places=6, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python("".join(str(value or "").split()).replace(",", "."))

    def clean(self, value: Any) -> str | None:
        number = super().clean(value)
        return None if number is None else format(number, "f")


class PhoneField(forms.CharField):
    """A number with the code of its country; brackets, blanks and dashes stay as typed."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        number = " ".join(super().clean(value).split())
        if number and not PHONE.fullmatch(re.sub(r"[\s().\-–]", "", number)):
            raise ValidationError(_("Enter the number with the code of the country, for example +998 71 123 45 67."))
        return number


class YesNoField(forms.TypedChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        choices = [(YES, _("Yes")), (NO, _("No"))]
        super().__init__(choices=choices, coerce=lambda said: said == YES, empty_value=None, **kwargs)
        self.widget = forms.RadioSelect(choices=choices)

    def prepare_value(self, value: Any) -> Any:
        return {True: YES, False: NO}.get(value, value) if isinstance(value, bool) else value


class IsoDateField(forms.DateField):
    """A day, as its ISO text."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        kwargs["validators"] = [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str | None:
        day = super().clean(value)
        return day and day.isoformat()


class AttachmentField(forms.FileField):
    """A file as the gate of `attachments` takes it; judged by its content before anything is kept."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs["widget"] = forms.FileInput(attrs={"accept": attachments.ACCEPT})
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: UploadedFile | None, initial: Any = None) -> UploadedFile | None:
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile):
            self.check(file)
        return file

    def check(self, file: UploadedFile) -> None:
        try:
            if file.size > attachments.MAX_BYTES:
                raise FileTooLarge
            attachments.type_of(file.read())
        except FileRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        file.seek(0)


def choice_field(question: Question, common: dict[str, Any]) -> forms.Field:
    choices = list(question.labels.items())
    if len(choices) <= MOST_RADIO_BUTTONS:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    return forms.ChoiceField(choices=[("", _("Choose …")), *choices], **common)


def choices_field(question: Question, common: dict[str, Any]) -> forms.Field:
    choices = list(question.labels.items())
    return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **common)


def country_field(question: Question, common: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=[("", _("Choose a country")), *countries], **common)


def long_field(question: Question, common: dict[str, Any]) -> forms.Field:
    return forms.CharField(max_length=LONGEST_LONG, widget=forms.Textarea(attrs={"rows": 4}), **common)


FIELDS: dict[str, Callable[[Question, dict[str, Any]], forms.Field]] = {
    Kind.SHORT: lambda question, common: forms.CharField(max_length=LONGEST_SHORT, **common),
    Kind.LONG: long_field,
    Kind.NUMBER: lambda question, common: NumberField(**common),
    Kind.CHOICE: choice_field,
    Kind.CHOICES: choices_field,
    Kind.YES_NO: lambda question, common: YesNoField(**common),
    Kind.DATE: lambda question, common: IsoDateField(**common),
    Kind.COUNTRY: country_field,
    Kind.AGENCY: lambda question, common: forms.CharField(max_length=200, **common),
    Kind.PHONE: lambda question, common: PhoneField(**common),
    Kind.EMAIL: lambda question, common: forms.EmailField(**common),
    Kind.FILE: lambda question, common: AttachmentField(max_length=400, **common),
}
