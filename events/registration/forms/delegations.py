from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from events.programme.forms.fields import ClockField, figure_input
from events.programme.models import Event
from events.registration.attachments import ACCEPT
from events.registration.forms.invitations import usual_language
from events.registration.forms.moments import clock_of, moment_of
from events.registration.forms.problems import refusal
from events.registration.invitefile import Line, Unreadable, nominees
from events.registration.models import Delegation, Invitation

MOST_SEATS = 500
MOST_CHARACTERS = 100_000


class AllotmentForm(forms.Form):
    """How many a delegation may nominate, and whether seats are kept for them."""

    seats = forms.IntegerField(label=_("Seats it may fill"), min_value=1, max_value=MOST_SEATS, widget=figure_input())
    hold = forms.BooleanField(label=_("Keep these seats free for it"), required=False)
    returns_at = ClockField(label=_("Unused seats return to everybody on"))

    def __init__(self, *args: Any, event: Event, delegation: Delegation | None = None, **kwargs: Any) -> None:
        if delegation:
            returns_at = clock_of(delegation.returns_at, event)
            kwargs["initial"] = {"seats": delegation.seats, "hold": delegation.holds, "returns_at": returns_at}
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["returns_at"].help_text = _(
            "By the clock of %(zone)s. Leave empty to keep them until registration closes."
        ) % {"zone": event.time_zone}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.cleaned_data["returns_at"] = moment_of(self, "returns_at", self.event)
        return self.cleaned_data

    def allotment(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("seats", "hold", "returns_at")}


class DelegationForm(AllotmentForm, forms.ModelForm):
    class Meta:
        model = Delegation
        fields = ["country", "agency", "focal_name", "focal_email", "language"]
        help_texts = {
            "focal_email": _("The focal point signs in with this address; the letter with the link goes there."),
        }

    field_order = ["country", "agency", "focal_name", "focal_email", "language", "seats", "hold", "returns_at"]

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, event=event, initial={"language": usual_language(event)}, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES
        self.fields["country"].choices = [("", "—"), *list(self.fields["country"].choices)[1:]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("country") and not cleaned.get("agency"):
            self.add_error("country", _("Name a country or an agency, or both."))
        return cleaned

    def clean_focal_email(self) -> str:
        return self.cleaned_data["focal_email"].lower()


class NomineeForm(forms.ModelForm):
    """One nominee. Consent is not asked here: it is theirs to give."""

    class Meta:
        model = Invitation
        fields = ["name", "email", "position", "category"]
        labels = {"position": _("Position (job title)"), "category": _("Takes part as")}
        help_texts = {"email": _("The nominee’s own address: a link to confirm goes there.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class NomineeListForm(forms.Form):
    text = forms.CharField(
        label=_("Nominees, one per line"),
        strip=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 8, "placeholder": "Aliya Umarova; aliya@example.org; Inspector"}),
        help_text=_("Name; e-mail address; position. Up to 500 lines, also copied from a spreadsheet."),
    )

    def clean(self) -> dict[str, Any]:
        try:
            self.cleaned_data["sheet"] = nominees(self.cleaned_data.get("text", ""))
        except Unreadable as unreadable:
            if "text" not in self.errors:
                self.add_error("text", refusal(unreadable))
        return self.cleaned_data

    def lines(self) -> list[Line]:
        return self.cleaned_data["sheet"].lines

    def people(self) -> list[tuple[str, str, str]]:
        """Address, name and position of those whose lines have no problem."""
        fine = [line.values for line in self.lines() if not line.problems]
        return [(values["email"], values.get("name", ""), values.get("position", "")) for values in fine]


class NoteForm(forms.Form):
    file = forms.FileField(
        label=_("Note verbale"),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_("PDF, DOCX, JPEG or PNG, at most 5 MB."),
    )

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > 5 * 1024 * 1024:
            raise ValidationError(_("This file is larger than 5 MB."))
        return file
