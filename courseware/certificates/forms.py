import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates.actions.awards import CONDITIONS
from courseware.certificates.errors import NothingAsked
from courseware.certificates.models import Award, PrintedName
from courseware.certificates.paper import unprinted
from courseware.certificates.states import REVOCATIONS
from courseware.quizzes.models import Quiz
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course
from events.programme.models import Event

LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿʻʼ‘’'`.\- ]+")
PRINTABLE = re.compile(r"[^\W\d_\u0530-\uffff]+|[ .'`ʻʼ‘’\-–]+", re.UNICODE)


PRINTED = ("title", "issuer", "signatory_name", "signatory_role", "course", "event")


class AwardForm(forms.ModelForm):
    """What has to be done, then what the certificate says, then the badge. `course` or `event` may be given before."""

    class Meta:
        model = Award
        fields = [
            "course", "event", "minutes", "all_modules", "test_passed", "evaluation", "issued",
            "title", "hours", "language", "issuer", "signatory_name", "signatory_role", "show_score",
            "validity_months", "badge_name", "badge_description", "badge_criteria",
        ]  # fmt: skip
        widgets = {
            "badge_description": forms.Textarea(attrs={"rows": 2}),
            "badge_criteria": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "minutes": _("0: not asked. Hand in at the event who was there for how long."),
            "hours": _("0: nothing is said of them."),
            "validity_months": _(
                "0: without an end. Once it has expired, whoever passes the test again gets a new one. Where no test "
                "is asked for, you decide."
            ),
            "badge_criteria": _("Read by whoever is shown the badge, so it should stand on its own."),
        }

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = Course.objects.filter(team=team).order_by("title")
        self.fields["event"].queryset = Event.objects.filter(team=team).order_by("-starts_at", "title")
        self.fields["course"].empty_label = self.fields["event"].empty_label = _("none")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        course, event = given.get("course"), given.get("event")
        for name in PRINTED:
            self.check_letters(name, str(given.get(name) or ""))
        if not course and not event:
            raise ValidationError(_("Choose a course, an event, or both."))
        if not any(given.get(name) for name in CONDITIONS):
            raise ValidationError(NothingAsked.message)
        if given.get("minutes") and not event:
            self.add_error("event", _("Minutes are those of an event: choose it, or ask for no minutes."))
        if any(given.get(name) for name in ("all_modules", "test_passed", "show_score")) and not course:
            self.add_error("course", _("Modules and test are those of a course: choose it, or do not ask for them."))
        elif (given.get("test_passed") or given.get("show_score")) and not has_test(course):
            self.add_error("test_passed", _("This course has no test after it. Add one first."))
        return given

    def check_letters(self, name: str, text: str) -> None:
        """Titles of course and event stand on the paper, too."""
        if letters := unprinted(text):
            said = _("This cannot be printed: %(letters)s. “%(text)s” stands on the certificate.")
            self.add_error(name, said % {"letters": " ".join(letters), "text": text})


def has_test(course: Course) -> bool:
    return Quiz.objects.filter(course=course, purpose=Purpose.POST).exists()


def proposed(team: Team, person: Person, *, course: Course | None, event: Event | None) -> dict[str, Any]:
    """What a new form begins with."""
    subject = event or course
    language = (event and event.language) or person.language
    return {
        "course": course,
        "event": event,
        "all_modules": bool(course),
        "title": subject.title,
        "language": language if language in ("en", "ru") else "en",
        "issuer": team.name,
        "badge_name": subject.title,
        "badge_description": subject.summary[:500] if subject.summary else "",
    }


class NameForm(forms.Form):
    """A name as it is printed. The letters are those that the paper's font has."""

    name = forms.CharField(
        label=_("Name in Latin letters, as in the passport"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    name_other = forms.CharField(
        label=_("Name in the other script"),
        max_length=150,
        required=False,
        help_text=_("For example in Cyrillic. It is printed below the first one."),
    )

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if not LATIN.fullmatch(name):
            raise ValidationError(_("Please use Latin letters here; the other script has its own field."))
        return name

    def clean_name_other(self) -> str:
        name = " ".join(self.cleaned_data["name_other"].split())
        return printable(name)


class CorrectionForm(NameForm):
    """By an organizer; a name that stands on a certificate in one script only may be in any."""

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        return printable(name)


def printable(name: str) -> str:
    """The name; ValidationError where it holds what no name does, or a letter that the paper cannot show."""
    if PRINTABLE.sub("", name) or unprinted(name):
        raise ValidationError(_("This holds a character that cannot be printed. Please use Cyrillic or Latin."))
    return name


def chosen_name(person: Person) -> dict[str, str]:
    """What the form of names begins with: what was chosen before, else the profile, each in its own field."""
    chosen = PrintedName.objects.filter(person=person).first()
    if chosen:
        return {"name": chosen.name, "name_other": chosen.name_other}
    return {"name": person.name} if LATIN.fullmatch(person.name or "-1") else {"name_other": person.name}


class RevokeForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"), choices=REVOCATIONS, help_text=_("Whoever looks the certificate up reads it.")
    )
    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the holder alone; it stands in the letter."),
    )


class LookUpForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the certificate"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
        help_text=_("20 letters and digits at the bottom of the paper. Dashes and capitals do not matter."),
    )


class HolderForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the holder, as printed"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("In either script. The name is not shown here: you are told whether it is the same."),
    )
