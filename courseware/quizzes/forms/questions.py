from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from django import forms
from django.forms import formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.drafting.suggestions import Suggestion
from courseware.quizzes.errors import FAULTS
from courseware.quizzes.grading import fault_of
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Kind
from courseware.reading.models import Module
from intake.forms import small_int

MOST_CHOICES = 12
CHOOSING = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)


class QuizForm(forms.ModelForm):
    class Meta:
        model = Quiz
        fields = ["layout", "pass_percent"]


class QuestionForm(forms.ModelForm):
    class Meta:
        model = Question
        fields = ["kind", "stem", "section", "passage"]
        labels = {"section": _("Section")}
        widgets = {"stem": forms.Textarea(attrs={"rows": 3}), "passage": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"passage": _("The words of the module that support the right answer, copied letter by letter.")}

    def __init__(self, *args, module: Module, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = module.sections.all()
        self.fields["section"].empty_label = _("none in particular")
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in CHOOSING]


def one_line() -> forms.Textarea:
    """A box of one line that grows with its text, so that long answers can be read."""
    return forms.Textarea(attrs={"rows": 1})


class ChoiceForm(forms.Form):
    """`key` names a line that the question has already, so that answers given to it keep their meaning."""

    key = forms.IntegerField(required=False, min_value=1, max_value=32000, widget=forms.HiddenInput)
    text = forms.CharField(label=_("Answer"), max_length=500, widget=one_line())
    correct = forms.BooleanField(label=_("This answer is right"), required=False)
    feedback = forms.CharField(
        label=_("Feedback for those who choose it"), max_length=1000, required=False, widget=one_line()
    )


class ChoiceForms(forms.BaseFormSet):
    """The answers of one question; empty rows are left aside. Cleaned together with the question's kind."""

    kind: str = ""
    weights: Mapping[int, Fraction | None] = MappingProxyType({})

    def texts(self) -> tuple[ChoiceText, ...]:
        filled = [f.cleaned_data for f in self.forms if f.cleaned_data.get("text") and not f.cleaned_data.get("DELETE")]
        return tuple(
            ChoiceText(
                given["text"], given["correct"], given["feedback"], self.weights.get(given["key"]), key=given["key"]
            )
            for given in filled
        )

    def typed(self) -> set[str]:
        """The answers as they stand in the rows, right or not."""
        return {form["text"].value() or "" for form in self.forms}

    def clean(self) -> None:
        if any(self.errors):
            return
        if self.kind in CHOOSING and (fault := fault_of(QuestionText(self.kind, "", self.texts()).item)):
            raise forms.ValidationError(FAULTS[fault])

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this answer")


def taken_from(offered: Sequence[Suggestion], number: str | None) -> Suggestion | None:
    """The suggestion whose number, counted from 0, a button sent."""
    at = small_int(number or "")
    return offered[at] if at is not None and at < len(offered) else None


def choice_forms(
    question: Question | None, data: Any = None, *, more: bool = False, taken: Suggestion | None = None
) -> ChoiceForms:
    """The answers of a question as a form set: four empty rows for a new one.

    `more` adds a row to what was posted; `taken` fills the first empty row, or one more.
    """
    old = list(question.choices.all()) if question else []
    rows = [{name: getattr(each, name) for name in ("key", "text", "correct", "feedback")} for each in old]
    form_set = formset_factory(
        ChoiceForm, formset=ChoiceForms, extra=0 if question else 4, can_delete=True, max_num=MOST_CHOICES
    )
    if data is not None and more:
        data = data.copy()
        add_answer(data, taken)
    forms_ = form_set(data, initial=rows, prefix="choices")
    forms_.weights = {each.key: each.weight for each in old}
    forms_.kind = data.get("kind", "") if data is not None else ""
    return forms_


def add_answer(data: QueryDict, taken: Suggestion | None) -> None:
    """Make room for one more answer in what was posted, or write `taken` where there is room already."""
    count = min(small_int(data.get("choices-TOTAL_FORMS", "")) or 0, MOST_CHOICES)
    empty = [n for n in range(count) if not data.get(f"choices-{n}-text", "").strip()]
    if not (taken and empty):
        empty, count = [min(count, MOST_CHOICES - 1)], min(count + 1, MOST_CHOICES)
    data["choices-TOTAL_FORMS"] = str(count)
    if taken:
        data[f"choices-{empty[0]}-text"] = taken.text[:500]
        data[f"choices-{empty[0]}-feedback"] = (_("The text says: “%(quote)s”") % {"quote": taken.quote})[:1000]


def question_text(form: QuestionForm, choices: ChoiceForms) -> QuestionText:
    """What the forms do not ask for stays as the question has it."""
    kept = {name: getattr(form.instance, name) for name in ("feedback", "difficulty")}
    return QuestionText(choices=choices.texts(), **kept, **form.cleaned_data)
