from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class FractionField(models.CharField):
    """An exact number such as 2/3, kept as text ("2/3", "1"): a third and two thirds are a whole, not 0.9999.

    Sums and comparisons are made in Python; the database cannot order by such a column.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Migrations can write a default as text, not as a Fraction."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"default": str(self.default)} if self.has_default() else {})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"max_length": 40} | kwargs))

    def get_default(self) -> Fraction | None:
        return self.to_python(super().get_default() if self.has_default() else None)

    def from_db_value(self, value: str | None, *_ignored: Any) -> Fraction | None:
        return None if value is None else Fraction(value)

    def to_python(self, value: Any) -> Fraction | None:
        if value is None or value == "" or isinstance(value, Fraction):
            return None if value == "" else value
        try:
            return Fraction(str(value).strip().replace(",", "."))
        except (ValueError, ZeroDivisionError):
            raise ValidationError(_("Please give a number, such as 1, 0.5 or 2/3.")) from None

    def get_prep_value(self, value: Any) -> str | None:
        number = self.to_python(value)
        return None if number is None else str(number)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        """Those of CharField measure text."""
