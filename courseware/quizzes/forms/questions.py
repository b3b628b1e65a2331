"""A question as its writer fills it in; its lines are in lines.py."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.actions import QuestionText
from courseware.quizzes.forms.fields import TagsField
from courseware.quizzes.forms.lines import CHOOSING, ChoiceForms
from courseware.quizzes.models import Question
from courseware.quizzes.states import Difficulty, Kind
from courseware.reading.models import Course, Module


def kinds_like(kind: str) -> list[tuple[str, str]]:
    """What a question may become without losing its lines: choices stay choices."""
    same = [Kind(kind)] if kind in Kind.values and kind not in CHOOSING else CHOOSING
    return [(each.value, each.label) for each in same]


class QuestionForm(forms.ModelForm):
    tags = TagsField(
        label=_("Tags"),
        required=False,
        max_length=2000,
        help_text=_("Words to find and draw it by, with commas between them. Learning objectives are tags, too."),
        widget=forms.TextInput(attrs={"list": "tags", "autocomplete": "off"}),
    )
    difficulty = forms.TypedChoiceField(
        label=_("Difficulty"), choices=Difficulty.choices, coerce=int, initial=Difficulty.MEDIUM
    )

    class Meta:
        model = Question
        fields = ["kind", "stem", "feedback", "section", "passage", "tags", "difficulty"]
        labels = {"section": _("Section")}
        widgets = {
            "stem": forms.Textarea(attrs={"rows": 3}),
            "passage": forms.Textarea(attrs={"rows": 3}),
            "feedback": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "stem": "",
            "passage": _("The words of the module that support the right answer, copied letter by letter."),
            "feedback": _("Shown to everybody with the feedback, whatever they answered."),
        }

    def __init__(self, *args, course: Course, module: Module | None, kind: str, **kwargs) -> None:
        question = kwargs.get("instance")
        if question:
            held = {"tags": [each.name for each in question.tags.all()]}
            kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_like(kind)
        if kind == Kind.CLOZE:
            self.fields["stem"].label = _("Sentence with gaps")
        if len(self.fields["kind"].choices) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
        self.order_fields(["kind", "stem"])
        if module is None:
            del self.fields["section"], self.fields["passage"]
        else:
            self.fields["section"].queryset = module.sections.all()
            self.fields["section"].empty_label = _("none in particular")

    @property
    def first(self) -> list[forms.BoundField]:
        """What stands above the lines; `rest` is below them."""
        return [each for each in self.visible_fields() if each.name in ("kind", "stem")]

    @property
    def rest(self) -> list[forms.BoundField]:
        return [each for each in self.visible_fields() if each.name not in ("kind", "stem")]


def question_text(form: QuestionForm, choices: ChoiceForms) -> QuestionText:
    """What the forms do not ask for stays as the question has it."""
    given: dict[str, Any] = {name: value for name, value in form.cleaned_data.items() if name != "tags"}
    kept = {name: getattr(form.instance, name) for name in ("section", "passage")}
    return QuestionText(choices=choices.texts(), **kept | given)
