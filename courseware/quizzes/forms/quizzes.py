"""How a quiz is set up, and what is allowed to one person."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.quizzes.actions import SETTINGS
from courseware.quizzes.errors import NoSuchPerson
from courseware.quizzes.forms.fields import ExactField
from courseware.quizzes.models import Attempt, Quiz
from courseware.quizzes.states import Behaviour, Reviewed
from courseware.reading.models import Course

MOMENTS = ("review_after", "review_later", "review_closed")
# The parts of the page, each with its fields.
PARTS = (
    ("asking", ("title", "layout", "behaviour", "tries", "penalty", "shuffle_questions", "shuffle_choices")),
    ("attempts", ("attempts_allowed", "wait_minutes", "grade_method", "pass_percent")),
    ("time", ("time_limit_minutes", "grace_seconds", "closes_at")),
)


class QuizForm(forms.ModelForm):
    class Meta:
        model = Quiz
        fields = ["layout", "pass_percent"]


def figure(label: str, help_text: str = "", *, least: int = 0, most: int) -> forms.IntegerField:
    number = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(label=label, help_text=help_text, min_value=least, max_value=most, widget=number)


def seen() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(choices=Reviewed.choices, required=False)


class SettingsForm(forms.ModelForm):
    """Everything that may be set about a quiz (actions.SETTINGS). Tries and what they cost matter for one behaviour."""

    tries = figure(_("Tries for each question"), _("Matters only with several tries for each."), least=1, most=10)
    penalty = ExactField(
        label=_("What each further try costs"),
        most=1,
        help_text=_("Matters only with several tries for each. A share of the mark, such as 1/3 or 0.25."),
    )
    attempts_allowed = figure(_("Tries at the whole quiz"), _("0: as many as people like."), most=1000)
    wait_minutes = figure(_("Minutes to wait before trying again"), _("0: at once. A day has 1440."), most=100_000)
    time_limit_minutes = figure(
        _("Minutes for one try"), _("0: no limit. At the end, what was saved is handed in."), most=10_000
    )
    grace_seconds = figure(
        _("Seconds of grace"),
        _("For answers that were on their way when the time was up. 60 suits slow lines."),
        most=3600,
    )
    pass_percent = figure(_("Percent needed to pass"), most=100)
    review_after, review_later, review_closed = seen(), seen(), seen()

    class Meta:
        model = Quiz
        fields = list(SETTINGS)
        labels = {"behaviour": _("When feedback is given")}
        help_texts = {
            "title": _("Empty: the title of the module, or what kind of test it is."),
            "closes_at": _("Empty: it stays open. On the clock of your own time zone. Open tries end then."),
            "attempts_allowed": "",
        }
        widgets = {
            "behaviour": forms.RadioSelect,
            "closes_at": forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("tries", "penalty"):
            self.fields[name].required = False
            self.fields[name].widget.attrs |= {"data-shown-if": "behaviour", "data-shown-value": Behaviour.TRIES}

    def clean(self) -> dict[str, Any]:
        """What matters for another behaviour stays as it is."""
        given = super().clean()
        for name in ("tries", "penalty"):
            if given.get(name) is None and name not in self.errors:
                given[name] = self.initial[name]
        return given

    @property
    def parts(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        return ((part, [self[name] for name in names]) for part, names in PARTS)

    @property
    def moments(self) -> list[tuple[str, str, list[tuple[str, bool]]]]:
        """For each thing to be seen: its code, its words, and by moment the box and whether it is ticked."""
        ticked = {name: self[name].value() or [] for name in MOMENTS}
        return [
            (value, label, [(name, value in ticked[name]) for name in MOMENTS]) for value, label in Reviewed.choices
        ]


class BlueprintForm(forms.Form):
    """How many questions the test draws for each objective."""

    def __init__(self, *args, objectives: list, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.objectives = {f"tag{each.pk}": each for each in objectives}
        for name, each in self.objectives.items():
            words = _("Approved questions in the bank: %(n)s") % {"n": each.approved}
            self.fields[name] = figure(each.name, words, most=100)
            self.fields[name].initial = min(each.approved, 3)

    def draws(self) -> dict:
        return {tag: self.cleaned_data[name] for name, tag in self.objectives.items()}


class AllowanceForm(forms.Form):
    """More for one person, named by address among those who have access to the course or have tried the quiz."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    extra_minutes = figure(_("More minutes for each try"), most=10_000)
    extra_attempts = figure(_("More tries"), most=1000)
    reason = forms.CharField(
        label=_("Reason"), max_length=250, help_text=_("For your team, and for the person, who may ask for it.")
    )

    def __init__(self, *args, quiz: Quiz, **kwargs) -> None:
        self.quiz = quiz
        super().__init__(*args, initial={"extra_minutes": 0, "extra_attempts": 0}, **kwargs)

    def clean_email(self) -> Person:
        person = Person.objects.filter(email=self.cleaned_data["email"].strip().lower()).first()
        if person is None or not (self._may_read(person) or Attempt.objects.of(person).filter(quiz=self.quiz).exists()):
            raise forms.ValidationError(NoSuchPerson.message)
        return person

    def _may_read(self, person: Person) -> bool:
        return Course.objects.open_to(person).filter(pk=self.quiz.course_id).exists()

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not given["extra_minutes"] and not given["extra_attempts"]:
            self.add_error("extra_minutes", _("Say how many minutes or tries more."))
        given["person"] = given.pop("email", None)
        return given
