from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.programme.forms.fields import figure_input
from events.programme.models import Event
from events.registration import asking, sensitive
from events.registration.actions import Choice, QuestionValues, asked_of, by_section
from events.registration.models import Question
from events.registration.states import KIND_WORDS, WITH_CHOICES, Kind, SeenBy
from intake.forms import LinesField

OWN = ["label", "help", "kind", "section", "required", "seen_by", "purpose", "kept_days"]
CHOICE, EVERYBODY, PARTED_BY = "choice-", "everybody", "="
MOST_CHOICES, LONGEST_CHOICE, MOST_DAYS = 60, 120, 1095


class QuestionForm(forms.ModelForm):
    """One question of an event's form. Choices that are there keep their keys, whatever becomes of their words.

    `warning` is why it should not be asked (a sentence) where its words are sensitive; a second press with the field
    `keep` saves it all the same.
    """

    more_choices = LinesField(
        label=_("Choices"), help_text=_("One per line, for the kinds that have choices."), most=MOST_CHOICES
    )
    shown_if = forms.ChoiceField(
        label=_("Who is asked?"), help_text=_("Only questions with choices that stand before it are listed.")
    )

    class Meta:
        model = Question
        fields = OWN
        labels = {"required": _("It must be answered"), "purpose": _("What is it asked for?")}
        help_texts = {
            "label": _("As people read it."),
            "section": _("The heading it stands under; questions with the same heading stand together."),
            "purpose": _("Said to people beside the question, for example: To order enough chairs."),
            "kept_days": _("Then the answers are deleted by themselves."),
        }
        widgets = {"kept_days": figure_input(), "label": forms.TextInput(), "seen_by": forms.RadioSelect}

    def __init__(self, *args: Any, event: Event, question: Question | None = None, **kwargs: Any) -> None:
        initial = {name: getattr(question, name) for name in OWN} if question else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.event, self.question, self.warning = event, question, ""
        self.fields["kind"].choices = [(kind, KIND_WORDS.get(kind, kind.label)) for kind in Kind]
        self.fields["seen_by"].choices = SeenBy.choices
        self.fields["kept_days"].min_value, self.fields["kept_days"].max_value = 1, MOST_DAYS
        for n, (key, label) in enumerate(question.labels.items() if question else (), start=1):
            self.fields[CHOICE + key] = forms.CharField(
                label=_("Choice %(n)s") % {"n": n}, initial=label, required=False, max_length=LONGEST_CHOICE
            )
        if question and question.labels:
            self.fields["more_choices"].label = _("Further choices")
            self.fields["more_choices"].help_text = _("One per line. To remove a choice, empty its field above.")
        for name in ("more_choices", *(name for name in self.fields if name.startswith(CHOICE))):
            shown = {"data-shown-if": "kind", "data-shown-value": " ".join(WITH_CHOICES)}
            self.fields[name].widget.attrs |= shown
        self.fields["section"].widget.attrs["list"] = "sections"
        self.offer_conditions()
        self.order_fields([*OWN[:3], *(name for name in self.fields if name.startswith(CHOICE)), "more_choices",
                           "shown_if", *OWN[3:]])  # fmt: skip

    def offer_conditions(self) -> None:
        choices: list[tuple[str, str]] = [(EVERYBODY, str(_("Everybody")))]
        asked = asked_of(self.event)
        self.sections = [name for name, _questions in by_section(asked) if name]
        for other in asked:
            if self.question and other.pk == self.question.pk:
                break
            for value in other.conditions:
                words = {"question": other.label, "value": asking.value_label(other, value)}
                said = _("Only those who answer “%(value)s” to “%(question)s”") % words
                choices.append((f"{other.key}{PARTED_BY}{value}", said))
        self.fields["shown_if"].choices = choices
        if self.question and self.question.shown_if_key:
            self.initial["shown_if"] = f"{self.question.shown_if_key}{PARTED_BY}{self.question.shown_if_value}"

    def clean_kept_days(self) -> int:
        days = self.cleaned_data["kept_days"]
        if not 1 <= days <= MOST_DAYS:
            raise ValidationError(_("Enter 1 to %(most)s days.") % {"most": MOST_DAYS})
        return days

    def clean_more_choices(self) -> list[str]:
        lines = self.cleaned_data["more_choices"]
        if any(len(line) > LONGEST_CHOICE for line in lines):
            raise ValidationError(_("Please keep each choice to %(most)s characters.") % {"most": LONGEST_CHOICE})
        return lines

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("kind") in WITH_CHOICES and "more_choices" in self.cleaned_data:
            self.check_choices()
        words = f"{self.cleaned_data.get('label', '')} {self.cleaned_data.get('help', '')}"
        code = sensitive.warns(words, self.cleaned_data.get("kind", ""), self.event.format)
        if code and self.data.get("keep") != code and not self.errors:
            self.warning, self.warning_code = asking.why_not(code), code
        return self.cleaned_data

    def check_choices(self) -> None:
        labels = [choice["label"].casefold() for choice in self.choices()]
        if len(labels) < 2:
            self.add_error("more_choices", _("This kind of question needs two choices at least."))
        elif len(set(labels)) < len(labels):
            self.add_error("more_choices", _("Two choices have the same words."))

    def choices(self) -> list[Choice]:
        """Those that were there and still have words, then the new ones."""
        there = [name for name in self.fields if name.startswith(CHOICE)]
        kept = [Choice(key=name.removeprefix(CHOICE), label=self.cleaned_data.get(name, "")) for name in there]
        added = [Choice(key="", label=label) for label in self.cleaned_data["more_choices"]]
        return [choice for choice in (*kept, *added) if choice["label"].strip()]

    def may_be_saved(self) -> bool:
        return self.is_valid() and not self.warning

    def values(self) -> QuestionValues:
        key, is_conditional, value = self.cleaned_data["shown_if"].partition(PARTED_BY)
        own = {name: self.cleaned_data[name] for name in OWN}
        return QuestionValues(
            **own, choices=self.choices(), shown_if_key=key if is_conditional else "", shown_if_value=value
        )
