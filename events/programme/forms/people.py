"""People and languages as somebody types them into one box."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.programme.states import LANGUAGES
from intake.forms import LinesField

PARTS = ("name", "role", "affiliation")
LONGEST = (150, 150, 200)
LONGEST_PART = 100


class SpeakersField(LinesField):
    """One person per line: name; role; body. Gives dicts of these three."""

    def prepare_value(self, value: object) -> object:
        if isinstance(value, list):
            return "\n".join("; ".join(filter(None, (one.get(part) for part in PARTS))) for one in value)
        return value

    def clean(self, value: object) -> list[dict[str, str]]:
        return [self.person(line) for line in super().clean(value)]

    def person(self, line: str) -> dict[str, str]:
        parts = [" ".join(part.split()) for part in line.split(";", 2)]
        parts += [""] * (len(PARTS) - len(parts))
        for part, longest in zip(parts, LONGEST, strict=True):
            if len(part) > longest:
                raise ValidationError(
                    _("“%(text)s” is too long: part name, role and body with “;”.") % {"text": part[:40]}
                )
        return dict(zip(PARTS, parts, strict=True))


class BodiesField(LinesField):
    """One body per line: name; what it does. Gives a dict of these two, in the order of the lines."""

    def prepare_value(self, value: object) -> object:
        if isinstance(value, dict):
            return "\n".join("; ".join(filter(None, told)) for told in value.items())
        return value

    def clean(self, value: object) -> dict[str, str]:
        lines = (line.partition(";") for line in super().clean(value))
        return {name.strip(): self.fitting(part.strip()) for name, _sign, part in lines if name.strip()}

    def fitting(self, part: str) -> str:
        if len(part) > LONGEST_PART:
            raise ValidationError(
                _("“%(text)s” is too long: say what the body does in %(most)s letters.")
                % {"text": f"{part[:40]}…", "most": LONGEST_PART}
            )
        return part


class LanguagesField(forms.CharField):
    """Names of languages with commas between them; gives their codes (ISO 639-1), each once."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"required": False, "max_length": 300, **kwargs})

    def prepare_value(self, value: object) -> object:
        if isinstance(value, list):
            return ", ".join(gettext(LANGUAGES[code]) if code in LANGUAGES else code for code in value)
        return value

    def to_python(self, value: object) -> list[str]:
        names = [name.strip() for name in super().to_python(value).replace(";", ",").split(",")]
        return list(dict.fromkeys(code_of(name) for name in names if name))

    def run_validators(self, value: list[str]) -> None:
        super().run_validators(", ".join(value))


def code_of(name: str) -> str:
    """By its name in the language of the site, in English, or by its code. Raises ValidationError."""
    known = {code: code for code in LANGUAGES}
    known |= {english.casefold(): code for code, english in LANGUAGES.items()}
    known |= {gettext(english).casefold(): code for code, english in LANGUAGES.items()}
    if name.casefold() in known:
        return known[name.casefold()]
    names = ", ".join(gettext(english) for english in LANGUAGES.values())
    raise ValidationError(_("“%(name)s” is not among the languages: %(known)s.") % {"name": name[:40], "known": names})
