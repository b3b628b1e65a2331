"""Numbers and tags as people type them."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Short on purpose: 1e999999 would be a number of a million figures.
EXACT = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,12}|/\d{1,12})?")
LONGEST_TAG, MOST_TAGS = 80, 20


class ExactField(forms.CharField):
    """A Fraction, typed as 1, 0.5, 0,5 or 2/3; None where nothing is."""

    def __init__(self, *, least: int = 0, most: int = 100, **kwargs: object) -> None:
        self.least, self.most = least, most
        super().__init__(**{"max_length": 30, "widget": forms.TextInput(attrs={"size": 6}), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, Fraction) else value

    def to_python(self, value: Any) -> Fraction | None:
        text = (super().to_python(value) or "").replace("−", "-")
        if not text:
            return None
        try:
            number = Fraction(text.replace(",", ".")) if EXACT.fullmatch(text) else None
        except ZeroDivisionError:
            number = None
        if number is None:
            raise ValidationError(_("Please give a number, such as 1, 0.5 or 2/3."))
        if not self.least <= number <= self.most:
            words = _("Please give a number from %(least)s to %(most)s.")
            raise ValidationError(words % {"least": self.least, "most": self.most})
        return number

    def run_validators(self, value: Any) -> None:
        """Those of a text do not fit a number; a NUL is no number."""


class ToleranceField(forms.DecimalField):
    """A decimal number, with a comma or a dot; 0.10000000 is shown as 0.1."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class TagsField(forms.CharField):
    """Tags parted by commas: a list of names, each once."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        even = (" ".join(name.split()) for name in super().clean(value).split(","))
        names = list(dict.fromkeys(name for name in even if name))
        if len(names) > MOST_TAGS or any(len(name) > LONGEST_TAG for name in names):
            words = _("Please keep to %(most)s tags of at most %(longest)s letters, with commas between them.")
            raise ValidationError(words % {"most": MOST_TAGS, "longest": LONGEST_TAG})
        return names
