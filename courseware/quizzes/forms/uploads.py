from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.reading.models import Course
from intake.forms import DocumentsField
from intake.readers import READERS


class UploadForm(forms.Form):
    file = DocumentsField(
        label=_("Pages of articles"),
        help_text=_("One file or several; one page may hold several articles. All become modules of one course."),
    )
    course = forms.ModelChoiceField(
        Course.objects.none(),
        to_field_name="slug",
        label=_("Add to the course"),
        required=False,
        empty_label=_("a new course"),
    )
    team = forms.ModelChoiceField(
        Team.objects.none(), to_field_name="slug", label=_("Team of the new course"), required=False
    )
    title = forms.CharField(
        label=_("Title of the new course"),
        max_length=250,
        required=False,
        help_text=_("Left empty, the first article lends its title; you can change it later."),
    )

    def __init__(self, *args, person: Person, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known = gettext("Files that can be read: %(known)s.") % {"known": ", ".join(READERS)}
        self.fields["file"].help_text = f"{self.fields['file'].help_text} {known}"
        teams = Team.objects.managed_by(person)
        self.fields["team"].queryset = teams
        self.fields["team"].initial = teams.values_list("slug", flat=True).first()
        self.fields["course"].queryset = Course.objects.managed_by(person)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not given.get("course") and not given.get("team") and "team" not in self.errors:
            self.add_error("team", _("Choose the team that the new course belongs to."))
        return given
