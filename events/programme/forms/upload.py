from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from intake.forms import DocumentField
from intake.readers import READERS


class UploadForm(forms.Form):
    """A concept note, and for which team. Somebody who organizes for one team is not asked."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), empty_label=None)
    file = DocumentField(label=_("Concept note"))

    def __init__(self, *args, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.managed_by(person)
        self.fields["team"].queryset = teams
        self.only_team = teams.get() if teams.count() == 1 else None
        if self.only_team:
            del self.fields["team"]
        self.fields["file"].help_text = _("Plain text or Markdown (%(known)s).") % {"known": ", ".join(READERS)}

    def chosen_team(self) -> Team:
        return self.only_team or self.cleaned_data["team"]
