"""What a quiz asks: fixed questions and draws."""

from fractions import Fraction

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.actions import SlotText
from courseware.quizzes.forms.fields import ExactField
from courseware.quizzes.forms.quizzes import figure
from courseware.quizzes.models import Question, Quiz, Tag
from courseware.quizzes.states import Difficulty
from courseware.reading.models import Module

MOST_DRAWN = 200


def points() -> ExactField:
    return ExactField(label=_("Points for each"), most=100, initial=Fraction(1))


class DrawForm(forms.Form):
    """So many questions from the bank, of all that is named."""

    count = figure(_("How many questions"), least=1, most=MOST_DRAWN)
    module = forms.ModelChoiceField(
        Module.objects.none(), label=_("From the module"), to_field_name="slug", required=False, empty_label=_("any")
    )
    tag = forms.ModelChoiceField(
        Tag.objects.none(), label=_("With the tag"), to_field_name="name", required=False, empty_label=_("any")
    )
    difficulty = forms.TypedChoiceField(
        label=_("Difficulty"),
        choices=[("", _("any")), *Difficulty.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    points = points()

    def __init__(self, *args, quiz: Quiz, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = Module.objects.originals().filter(course=quiz.course_id)
        self.fields["tag"].queryset = Tag.objects.filter(course=quiz.course_id)

    @property
    def slot(self) -> SlotText:
        return SlotText(**self.cleaned_data)


class ChosenForm(forms.Form):
    """Questions that are asked of everybody, ticked among the `free` ones."""

    questions = forms.ModelMultipleChoiceField(Question.objects.none(), label=_("Questions"), to_field_name="code")
    points = points()

    def __init__(self, *args, free: QuerySet[Question], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = free
        self.fields["questions"].error_messages["required"] = _("Tick the questions first.")

    @property
    def slots(self) -> list[SlotText]:
        return [SlotText(question=each, points=self.cleaned_data["points"]) for each in self.cleaned_data["questions"]]


class SlotForm(forms.Form):
    """What can be changed about a slot where it stands."""

    count = figure(_("How many questions"), least=1, most=MOST_DRAWN)
    points = points()
