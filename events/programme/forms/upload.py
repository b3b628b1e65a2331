from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from intake.readers import READERS
from intake.readers.gate import LARGEST_BYTES
from intake.wording import sentence


class UploadForm(forms.Form):
    """A concept note, and for which team. Somebody who organizes for one team is not asked."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), empty_label=None)
    file = forms.FileField(
        label=_("Concept note"),
        allow_empty_file=True,  # the reader has better words for an empty file
        widget=forms.FileInput(attrs={"accept": ",".join(READERS)}),
    )

    def __init__(self, *args, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.managed_by(person)
        self.fields["team"].queryset = teams
        self.only_team = teams.get() if teams.count() == 1 else None
        if self.only_team:
            del self.fields["team"]
        self.fields["file"].help_text = _("Plain text or Markdown (%(known)s).") % {"known": ", ".join(READERS)}

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_BYTES:
            raise ValidationError(sentence("too_big", {"size": file.size, "limit": LARGEST_BYTES}))
        return file

    def chosen_team(self) -> Team:
        return self.only_team or self.cleaned_data["team"]
