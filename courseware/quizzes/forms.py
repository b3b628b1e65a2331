from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import formset_factory
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.drafting.suggestions import Suggestion
from courseware.quizzes.errors import FAULTS
from courseware.quizzes.grading import fault_of
from courseware.quizzes.models import Question, Quiz
from courseware.quizzes.states import Kind
from courseware.reading.models import Course, Module
from intake.forms import DocumentsField, small_int
from intake.readers import READERS

MOST_CHOICES = 12


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


class AnswerForm(forms.Form):
    """The answer to one question. `question` comes with its choices."""

    choice = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": _("Choose an answer.")})

    def __init__(self, data: Any, *, question: Question, position: int) -> None:
        super().__init__(data, prefix=f"q{position}")
        self.is_single = question.kind != Kind.MULTIPLE
        self.fields["choice"].choices = [(choice.pk, choice.text) for choice in question.choices.all()]

    def clean_choice(self) -> list[int]:
        chosen = self.cleaned_data["choice"]
        if self.is_single and len(chosen) > 1:
            raise forms.ValidationError(_("Choose one answer only."))
        return chosen


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
        self.fields["kind"].choices = Kind.choices


def one_line() -> forms.Textarea:
    """A box of one line that grows with its text, so that long answers can be read."""
    return forms.Textarea(attrs={"rows": 1})


class ChoiceForm(forms.Form):
    text = forms.CharField(label=_("Answer"), max_length=500, widget=one_line())
    correct = forms.BooleanField(label=_("This answer is right"), required=False)
    feedback = forms.CharField(
        label=_("Feedback for those who choose it"), max_length=1000, required=False, widget=one_line()
    )


class ChoiceForms(forms.BaseFormSet):
    """The answers of one question; empty rows are left aside. Cleaned together with the question's kind."""

    kind: str = ""

    def texts(self) -> tuple[ChoiceText, ...]:
        filled = [f.cleaned_data for f in self.forms if f.cleaned_data.get("text") and not f.cleaned_data.get("DELETE")]
        return tuple(ChoiceText(given["text"], given["correct"], given["feedback"]) for given in filled)

    def typed(self) -> set[str]:
        """The answers as they stand in the rows, right or not."""
        return {form["text"].value() or "" for form in self.forms}

    def clean(self) -> None:
        if any(self.errors):
            return
        if fault := fault_of(self.kind, [(each.text, each.correct) for each in self.texts()]):
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
    rows = list(question.choices.values("text", "correct", "feedback")) if question else []
    form_set = formset_factory(
        ChoiceForm, formset=ChoiceForms, extra=0 if question else 4, can_delete=True, max_num=MOST_CHOICES
    )
    if data is not None and more:
        data = data.copy()
        add_answer(data, taken)
    forms_ = form_set(data, initial=rows, prefix="choices")
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
    return QuestionText(choices=choices.texts(), **form.cleaned_data)
