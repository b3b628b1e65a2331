"""Form fields that several domains share: a list written one per line, a document to read, a number in a POST."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from intake.errors import Refused
from intake.readers import READERS
from intake.readers.gate import LARGEST_BYTES
from intake.wording import sentence

MOST_DIGITS = 6


def small_int(text: str) -> int | None:
    """A number of at most six digits; None for anything else, also for a sign, a space or digits without end."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


class LinesField(forms.CharField):
    """A list of strings, one per line. Blank lines, list signs at the start and repeated lines are dropped.

    `most` is how many lines there may be; `max_length` counts the characters of all of them.
    """

    def __init__(self, *, most: int = 60, **kwargs: object) -> None:
        self.most = most
        super().__init__(
            **{"required": False, "widget": forms.Textarea(attrs={"rows": 4}), "max_length": 8000, **kwargs}
        )

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:
        lines = (" ".join(line.lstrip("-*• \t").split()) for line in super().to_python(value).splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def validate(self, value: list[str]) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(_("Please keep to %(most)s lines.") % {"most": self.most})

    def run_validators(self, value: list[str]) -> None:
        """The validators of a text (its length, no NUL) see all the lines as one text."""
        super().run_validators("\n".join(value))


class DocumentField(forms.FileField):
    """A file that a reader of ours can take in; one that is too big is refused before anything reads it."""

    def __init__(self, **kwargs: object) -> None:
        own = {
            "allow_empty_file": True,  # the reader has better words for an empty file
            "widget": forms.FileInput(attrs={"accept": ",".join(READERS)}),
        }
        super().__init__(**own | kwargs)

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        file = super().to_python(data)
        if file and file.size > LARGEST_BYTES:
            raise ValidationError(sentence("too_big", {"size": file.size, "limit": LARGEST_BYTES}))
        return file


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class DocumentsField(DocumentField):
    """Several files at once: a list of them. One that is too big does not spoil the others: `contents` refuses it."""

    most = 20

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"widget": ManyFiles(attrs={"accept": ",".join(READERS)}), **kwargs})

    def clean(self, data: object, initial: object = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > self.most:
            raise ValidationError(_("Please choose at most %(most)s files at once.") % {"most": self.most})
        if len(files) < 2:
            return [super().clean(files[0] if files else None, initial)]
        return list(files)


def contents(file: UploadedFile) -> bytes:
    """The bytes of an uploaded file; one that is too big is refused (too_big) before it is read into memory."""
    if file.size > LARGEST_BYTES:
        raise Refused("too_big", size=file.size, limit=LARGEST_BYTES)
    return file.read()
