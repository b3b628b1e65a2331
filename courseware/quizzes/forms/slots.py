"""What a quiz asks: fixed questions and draws."""

from fractions import Fraction
from itertools import groupby
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.actions import SlotText
from courseware.quizzes.forms.fields import ExactField
from courseware.quizzes.forms.quizzes import figure
from courseware.quizzes.models import Question, Quiz, Slot, Tag
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

    def slots(self) -> list[SlotText]:
        return [SlotText(**self.cleaned_data)]


class FixedForm(forms.Form):
    """One approved question, asked of everybody."""

    question = forms.ModelChoiceField(Question.objects.none(), label=_("Question"), to_field_name="code")
    points = points()

    def __init__(self, *args, quiz: Quiz, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        held = Slot.objects.filter(quiz=quiz).exclude(question=None).values("question")
        approved = Question.objects.approved().filter(course=quiz.course_id).exclude(pk__in=held)
        rows = approved.select_related("module").order_by("module__position", "module", "position", "pk")
        self.fields["question"].queryset = rows
        self.fields["question"].choices = [("", _("Choose …")), *by_module(rows)]

    def slots(self) -> list[SlotText]:
        return [SlotText(**self.cleaned_data)]


def by_module(questions: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """For a list to choose from, in groups."""
    groups = groupby(questions, key=lambda each: each.module)
    return [
        (module.title if module else _("of no module"), [(str(e.code), Truncator(e.stem).chars(110)) for e in rows])
        for module, rows in groups
    ]


class SlotForm(forms.Form):
    """What can be changed about a slot where it stands."""

    count = figure(_("How many questions"), least=1, most=MOST_DRAWN)
    points = points()
