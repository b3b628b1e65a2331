from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.live.attendancefile import Line, attendances
from events.programme.models import Event
from events.registration.invitefile import Unreadable, decoded
from events.registration.models import Registration
from events.registration.states import RegistrationState

LARGEST = 2 * 1024 * 1024  # bytes
UNREADABLE = {
    "not_text": _("This is not a text. In a spreadsheet choose “Save as”, then CSV."),
    "broken": _("The list cannot be read as a table: a quotation mark is not closed."),
    "too_many": _("The list has more than 5,000 lines. Please hand it in in parts."),
}
NOTHING = _("Choose a file, or paste the list.")
WHY = {
    "no_email": _("There is no e-mail address."),
    "no_minutes": _("The minutes are not a whole number."),
    "too_many": _("So many minutes cannot be right."),
    "twice": _("The address stands in an earlier line already. Add its minutes up in one line."),
    "unknown": _("Nobody is registered for this event with this address."),
    "unconfirmed": _("The registration with this address is not confirmed."),
}


class AttendanceForm(forms.Form):
    """A file or a pasted text with address and minutes in each line; `lines` are what it says."""

    file = forms.FileField(label=_("File with the list (CSV)"), required=False)
    text = forms.CharField(
        label=_("Or paste the list"),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 6, "placeholder": "aliya@example.org;85"}),
    )

    def clean(self) -> dict[str, object]:
        values = super().clean()
        try:
            values["text"] = decoded(values["file"].read(LARGEST)) if values.get("file") else values.get("text", "")
            self.lines = attendances(values["text"])
        except Unreadable as trouble:
            raise ValidationError(UNREADABLE.get(trouble.code, NOTHING)) from None
        return values


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line, whose registration it speaks of, and why it is left out; no words where it is taken."""

    line: Line
    name: str = ""
    why: str = ""


def verdicts(lines: Iterable[Line], event: Event) -> list[Verdict]:
    """What each line comes to. One query."""
    known = Registration.objects.filter(event=event).exclude(state=RegistrationState.DRAFT).exclude(email="")
    rows: dict[str, Registration] = {}
    for row in known:
        if row.email not in rows or row.state == RegistrationState.CONFIRMED:
            rows[row.email] = row
    return [verdict(line, rows.get(line.email)) for line in lines]


def verdict(line: Line, row: Registration | None) -> Verdict:
    if line.problem:
        return Verdict(line, why=WHY[line.problem])
    if row is None:
        return Verdict(line, why=WHY["unknown"])
    if row.state != RegistrationState.CONFIRMED:
        return Verdict(line, row.name, WHY["unconfirmed"])
    return Verdict(line, row.name)
