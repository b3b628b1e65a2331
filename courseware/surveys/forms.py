from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from courseware.surveys.actions import QuestionText
from courseware.surveys.actions.filling import LONGEST
from courseware.surveys.models import Question, Survey
from courseware.surveys.states import QuestionKind, SurveyKind
from intake.forms import LinesField

MOST_CHOICES = 12


class Rating(forms.RadioSelect):
    """Five circles in a row."""


class AnswerForm(forms.Form):
    """The questions of a survey as people see them; none has to be answered."""

    use_required_attribute = False

    def __init__(self, *args, questions: Sequence[Question], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for question in questions:
            self.fields[f"q-{question.code}"] = field_of(question)

    @property
    def answers(self) -> dict[UUID, int | str | None]:
        return {UUID(name.removeprefix("q-")): value for name, value in self.cleaned_data.items()}


def field_of(question: Question) -> forms.Field:
    told: dict[str, Any] = {"label": str(question), "required": False}
    if question.kind == QuestionKind.TEXT:
        told["help_text"] = _("Please name nobody.")
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=LONGEST, **told)
    is_rating = question.kind == QuestionKind.RATING
    return forms.TypedChoiceField(
        choices=question.offered,
        coerce=int,
        empty_value=None,
        widget=Rating if is_rating else forms.RadioSelect,
        help_text=_("1: not at all, 5: fully") if is_rating else "",
        **told,
    )


class SurveyForm(forms.Form):
    """What stands above the questions, in each language, and when a follow-up goes out."""

    weeks = forms.IntegerField(
        label=_("Weeks later"),
        min_value=1,
        max_value=104,
        help_text=_("After the event, or after a person has completed the course. 12 weeks are usual."),
    )

    def __init__(self, *args, survey: Survey, **kwargs) -> None:
        initial = {"weeks": survey.weeks} | {f"greeting_{code}": survey.introduction.get(code, "") for code in codes()}
        super().__init__(*args, initial=initial, **kwargs)
        if survey.kind == SurveyKind.EVALUATION:
            self.fields["weeks"].initial = survey.weeks
            self.fields["weeks"].required = False
            self.fields["weeks"].widget = forms.HiddenInput()
        for code, name in settings.LANGUAGES:
            label = _("Introduction (%(language)s)") % {"language": name}
            area = forms.Textarea(attrs={"rows": 2, "lang": code})
            self.fields[f"greeting_{code}"] = forms.CharField(label=label, max_length=1000, required=False, widget=area)

    @property
    def introduction(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"greeting_{code}"] for code in codes()}


def codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


class QuestionForm(forms.Form):
    """One question in each language of the site. A language left empty is shown in another one."""

    kind = forms.ChoiceField(label=_("Answered by"), choices=QuestionKind.choices)

    def __init__(self, *args, question: Question | None = None, **kwargs) -> None:
        super().__init__(*args, initial=initial_of(question) if question else {}, **kwargs)
        for code, name in settings.LANGUAGES:
            area = forms.Textarea(attrs={"rows": 2, "lang": code})
            label = _("Question (%(language)s)") % {"language": name}
            self.fields[f"words_{code}"] = forms.CharField(label=label, max_length=500, required=False, widget=area)
        for code, name in settings.LANGUAGES:
            self.fields[f"choices_{code}"] = LinesField(
                label=_("Choices (%(language)s)") % {"language": name},
                required=False,
                most=MOST_CHOICES,
                help_text=_("One on each line, in the same order in every language. Only for “one of several”."),
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not any(given.get(f"words_{code}") for code in codes()):
            self.add_error(f"words_{codes()[0]}", _("Write the question in one language at least."))
        if given.get("kind") == QuestionKind.CHOICE:
            self.check_choices({code: given.get(f"choices_{code}") or [] for code in codes()})
        return given

    def check_choices(self, by_language: dict[str, list[str]]) -> None:
        written = {code: lines for code, lines in by_language.items() if lines}
        first = next(iter(written), codes()[0])
        if len(written.get(first, ())) < 2:
            self.add_error(f"choices_{first}", _("Write two choices at least."))
        for code, lines in written.items():
            if len(lines) != len(written[first]):
                self.add_error(f"choices_{code}", _("Each language needs the same number of choices."))

    @property
    def text(self) -> QuestionText:
        words = {code: self.cleaned_data[f"words_{code}"] for code in codes()}
        choices = {code: self.cleaned_data[f"choices_{code}"] for code in codes()}
        kind = self.cleaned_data["kind"]
        return QuestionText(kind, words, choices if kind == QuestionKind.CHOICE else {})


def initial_of(question: Question) -> dict[str, Any]:
    words = {f"words_{code}": question.words.get(code, "") for code in codes()}
    choices = {f"choices_{code}": question.choices.get(code, []) for code in codes()}
    return {"kind": question.kind, **words, **choices}
