from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from intake.forms import DocumentField, DocumentsField
from intake.readers import READERS


class UploadForm(forms.Form):
    """Concept notes, and for which team. Somebody who organizes for one team is not asked."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), empty_label=None)
    file = DocumentsField(label=_("Concept notes or agendas"))
    again = forms.BooleanField(
        label=_("Make a second draft of a document that was handed in before"),
        required=False,
        help_text=_("Choose the file once more, too."),
    )

    def __init__(self, *args, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.managed_by(person)
        self.fields["team"].queryset = teams
        self.only_team = teams.get() if teams.count() == 1 else None
        if self.only_team:
            del self.fields["team"]
        self.fields["file"].help_text = known_files()
        self.second = self.fields["again"] if "again" in self.data else self.fields.pop("again")

    def ask_again(self) -> None:
        """Show the tick for a second draft, once a document turned out to be no new one."""
        self.fields["again"] = self.second

    def chosen_team(self) -> Team:
        return self.only_team or self.cleaned_data["team"]


class VersionForm(forms.Form):
    file = DocumentField(label=_("The newer document"))

    def __init__(self, *args, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = known_files()


def known_files() -> str:
    return _("Files that can be read: %(known)s.") % {"known": ", ".join(READERS)}
