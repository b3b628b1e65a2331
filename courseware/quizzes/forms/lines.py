"""The lines of a question: which fields each has depends on the kind."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.drafting.suggestions import Suggestion
from courseware.quizzes.errors import FAULTS
from courseware.quizzes.forms.fields import ExactField, ToleranceField
from courseware.quizzes.grading import fault_of
from courseware.quizzes.grading.numbers import read_number
from courseware.quizzes.items import gaps_of
from courseware.quizzes.models import Question
from courseware.quizzes.states import Kind
from intake.forms import small_int

MOST_LINES = 24
CHOOSING = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)


def one_line() -> forms.Textarea:
    """A box of one line that grows with its text, so that long answers can be read."""
    return forms.Textarea(attrs={"rows": 1})


def feedback(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, required=False, widget=one_line())


class LineForm(forms.Form):
    """`key` names a line that the question has already, so that answers given to it keep their meaning."""

    REST = ("weight",)  # what stands behind "more" on the page
    IS_RIGHT = False  # where every line is an accepted answer

    key = forms.IntegerField(required=False, min_value=1, max_value=32000, widget=forms.HiddenInput)
    text = forms.CharField(label=_("Answer"), max_length=500, widget=one_line())

    def choice(self) -> ChoiceText:
        given = {name: value for name, value in self.cleaned_data.items() if name != "DELETE"}
        return ChoiceText(**{"correct": self.IS_RIGHT} | given)

    @property
    def main(self) -> list[forms.BoundField]:
        return [each for each in self.visible_fields() if each.name not in (*self.REST, "DELETE")]

    @property
    def rest(self) -> list[forms.BoundField]:
        return [each for each in self.visible_fields() if each.name in self.REST]

    @property
    def has_rest(self) -> bool:
        """Whether one of them is filled in or wrong, so that it is not to be hidden."""
        return any(each.value() or each.errors for each in self.rest)


class ChoosingLine(LineForm):
    correct = forms.BooleanField(label=_("This answer is right"), required=False)
    feedback = feedback(_("Feedback for those who choose it"))
    weight = ExactField(
        label=_("Share of the mark"),
        required=False,
        least=-1,
        most=1,
        help_text=_("Usually left empty: right answers share the mark evenly, and so do wrong ones what they cost."),
    )


class MatchingLine(LineForm):
    REST = ("feedback",)

    text = forms.CharField(label=_("This …"), max_length=500, required=False, widget=one_line())
    match = forms.CharField(label=_("… goes with this"), max_length=500, widget=one_line())
    feedback = feedback(_("Feedback"))


class OrderingLine(LineForm):
    text = forms.CharField(label=_("Line"), max_length=500, widget=one_line())


class NumberLine(LineForm):
    IS_RIGHT = True

    text = forms.CharField(
        label=_("Right number"), max_length=60, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    tolerance = ToleranceField(
        label=_("May be off by"),
        required=False,
        min_value=0,
        max_digits=20,
        decimal_places=8,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("12.5 with 0.1 takes everything from 12.4 to 12.6. Empty: exactly this number."),
    )
    feedback = feedback(_("Feedback for those who give it"))
    weight = ExactField(
        label=_("Share of the mark"), required=False, most=1, help_text=_("Empty: the whole mark. 0.5: half of it.")
    )

    def clean_text(self) -> str:
        if read_number(self.cleaned_data["text"]) is None:
            raise forms.ValidationError(FAULTS["no_number"])
        return self.cleaned_data["text"]


class ShortLine(LineForm):
    IS_RIGHT = True

    text = forms.CharField(label=_("Accepted answer"), max_length=500, widget=one_line())
    feedback = feedback(_("Feedback for those who give it"))
    weight = ExactField(
        label=_("Share of the mark"), required=False, most=1, help_text=_("Empty: the whole mark. 0.5: half of it.")
    )


class GapLine(LineForm):
    gap = forms.IntegerField(
        label=_("Gap number"), min_value=1, max_value=999, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    correct = forms.BooleanField(label=_("This one is right"), required=False)
    feedback = feedback(_("Feedback for those who choose it"))

    field_order = ("gap", "text", "correct")


LINES: dict[str, type[LineForm]] = dict.fromkeys(CHOOSING, ChoosingLine) | {
    Kind.MATCHING: MatchingLine,
    Kind.ORDERING: OrderingLine,
    Kind.NUMERIC: NumberLine,
    Kind.SHORT: ShortLine,
    Kind.CLOZE: GapLine,
}
# How many empty lines a new question begins with.
FIRST = {Kind.NUMERIC: 1, Kind.SHORT: 2, Kind.CLOZE: 4}


class ChoiceForms(forms.BaseFormSet):
    """The lines of one question; empty ones are left aside. Cleaned together with the question's kind and stem."""

    kind: str = ""
    stem: str = ""

    def initial_form_count(self) -> int:
        """What is posted is judged as it stands: any line may be empty, wherever it was moved to."""
        return 0 if self.is_bound else super().initial_form_count()

    def texts(self) -> tuple[ChoiceText, ...]:
        filled = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        return tuple(form.choice() for form in filled if any(form.cleaned_data.get(name) for name in ("text", "match")))

    def typed(self) -> set[str]:
        """The answers as they stand in the rows, right or not."""
        return {form["text"].value() or "" for form in self.forms}

    def clean(self) -> None:
        if self.kind not in LINES:
            return
        if self.kind == Kind.CLOZE and self.stem:
            self._look_for_gaps()
        if any(self.errors):
            return
        if fault := fault_of(QuestionText(self.kind, self.stem, self.texts()).item):
            raise forms.ValidationError(FAULTS[fault])

    def _look_for_gaps(self) -> None:
        gaps = gaps_of(self.stem)
        for form in self.forms if gaps else ():
            if form.cleaned_data.get("gap") not in (*gaps, None) and not form.cleaned_data.get("DELETE"):
                form.add_error("gap", FAULTS["choice_for_no_gap"])

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this line")


def taken_from(offered: Sequence[Suggestion], number: str | None) -> Suggestion | None:
    """The suggestion whose number, counted from 0, a button sent."""
    at = small_int(number or "")
    return offered[at] if at is not None and at < len(offered) else None


def choice_forms(kind: str, question: Question | None, data: Any = None, *, begun: Sequence[str] = ()) -> ChoiceForms:
    """The lines of a question as a form set. A new one begins with the lines `begun`, or with empty ones.

    For an unknown kind those of a choice.
    """
    line = LINES.get(kind, ChoosingLine)
    old = list(question.choices.all()) if question else []
    rows = [{name: getattr(each, name) for name in line.base_fields} for each in old]
    rows = rows or [{"text": text} for text in begun]
    extra = 0 if rows else FIRST.get(kind, 4)
    form_set = formset_factory(line, formset=ChoiceForms, extra=extra, can_delete=True, max_num=MOST_LINES)
    forms_ = form_set(data, initial=None if data is not None else rows, prefix="choices")
    forms_.kind = kind
    forms_.stem = data.get("stem", "") if data is not None else ""
    return forms_


def changed(data: QueryDict, taken: Suggestion | None = None) -> QueryDict:
    """What was posted, after a button that saves nothing: one more line, a line moved up or down, an offer taken."""
    data = data.copy()
    if "up" in data or "down" in data:
        _swap(data, small_int(data.get("up", data.get("down", ""))), -1 if "up" in data else 1)
    elif "more" in data or taken:
        _add_line(data, taken)
    return data


def _count(data: QueryDict) -> int:
    return min(small_int(data.get("choices-TOTAL_FORMS", "")) or 0, MOST_LINES)


def _swap(data: QueryDict, place: int | None, step: int) -> None:
    """Both lines whole, with their keys: which line it is goes along with its words."""
    if place is None or not (0 <= place < _count(data) and 0 <= place + step < _count(data)):
        return
    one, other = (f"choices-{n}-" for n in (place, place + step))
    for name in {each.removeprefix(start) for start in (one, other) for each in data if each.startswith(start)}:
        lists = data.getlist(one + name), data.getlist(other + name)
        for key, values in zip((other + name, one + name), lists, strict=True):
            data.setlist(key, values) if values else data.pop(key, None)


def _add_line(data: QueryDict, taken: Suggestion | None) -> None:
    """Make room for one more line, or write `taken` where there is room already."""
    count = _count(data)
    empty = [n for n in range(count) if not data.get(f"choices-{n}-text", "").strip()]
    if not (taken and empty):
        empty, count = [min(count, MOST_LINES - 1)], min(count + 1, MOST_LINES)
    data["choices-TOTAL_FORMS"] = str(count)
    if taken:
        data[f"choices-{empty[0]}-text"] = taken.text[:500]
        data[f"choices-{empty[0]}-feedback"] = (_("The text says: “%(quote)s”") % {"quote": taken.quote})[:1000]
