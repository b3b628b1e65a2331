from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from events.programme.models import Event
from events.registration import asking, attachments
from events.registration.actions import Answers, Given, rules_of
from events.registration.forms.fields import FIELDS
from events.registration.models import Answer, Question, Registration
from events.registration.models.forms import FIELD_PREFIX
from events.registration.states import Kind

EVERYBODY = ["name", "country", "agency", "position", "language"]
DROP, ONE_OF = "-drop", (Kind.CHOICE, Kind.YES_NO)


def countries_to_choose() -> list[tuple[str, Any]]:
    return [("", _("Choose a country")), *countries]


class AnswersForm(forms.ModelForm):
    """What everybody is asked, then the event's own questions, section by section.

    A question with a condition is shown by a script when its time comes; without one it stands there with the condition
    in words. Which answers count is decided here: those to a question that was not to be answered are dropped.
    `kept` are answers given before: they are prefilled as far as they fit today's wording, and a file stays.
    """

    template_name = "events/registration/answers_form.html"

    class Meta:
        model = Registration
        fields = EVERYBODY
        labels = {"position": _("Position (job title)"), "language": _("Language for letters")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "agency": forms.TextInput(attrs={"autocomplete": "organization"}),
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }

    def __init__(
        self, *args: Any, event: Event, kept: Iterable[Answer] = (), may_choose: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kept = {answer.question.key: answer for answer in kept if answer.value is not None or answer.file}
        self.categories = rules_of(event).offered_categories() if may_choose else []
        self.fields["country"].choices = countries_to_choose  # a callable: two hundred names are fetched when shown
        self.fields["country"].valid_value = countries.countries.__contains__  # and one code is judged without them
        self.fields["language"].choices = settings.LANGUAGES
        self.initial["language"] = self.initial.get("language") or get_language()
        if len(self.categories) > 1:
            own = {"label": _("You take part as"), "widget": forms.RadioSelect}
            self.fields["category"] = forms.ChoiceField(choices=self.categories, **own)
        self.questions = list(Question.objects.asked().filter(event=event))
        self.by_key = {question.key: question for question in self.questions}
        for question in self.questions:
            self.ask(question)

    def ask(self, question: Question) -> None:
        name, on = question.field_name, self.by_key.get(question.shown_if_key)
        said = [question.help, asking.only_if(question, on) if on else "", asking.asked_for(question)]
        answer = self.kept.get(question.key)
        if answer and question.still_takes(answer):
            self.initial[name] = answer.file or answer.value
            if answer.file:
                handed_in = _("Handed in already: %(name)s. Choose another to replace it.")
                said.insert(0, handed_in % {"name": answer.file.name})
        help_text = format_html_join(mark_safe("<br>"), "{}", ((words,) for words in said if words))
        common = {"label": question.label, "help_text": help_text, "required": question.required}
        self.fields[name] = FIELDS[question.kind](question, common)
        if not question.required and question.kind in ONE_OF:
            self.let_untick(name)
        if isinstance(self.initial.get(name), attachments.Attachment) and not question.required:
            self.fields[name + DROP] = forms.BooleanField(label=_("Remove the file handed in"), required=False)
        if on:
            self.tie([name, name + DROP], to=on, value=question.shown_if_value)

    def let_untick(self, name: str) -> None:
        """A radio button once pressed stays pressed: whoever answered can take it back."""
        field = self.fields[name]
        if isinstance(field.widget, forms.RadioSelect) and (self.is_bound or name in self.initial):
            field.choices = [*field.choices, ("", _("No answer"))]

    def tie(self, names: list[str], *, to: Question, value: str) -> None:
        """For the script: these are shown while that question is answered with that value."""
        for name in self.fields.keys() & set(names):
            self.fields[name].widget.attrs |= {"data-shown-if": to.field_name, "data-shown-value": value}

    def _post_clean(self) -> None:
        """Nothing more: the form saves no row, and judging one costs more than all that is asked."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        if any(name.startswith(FIELD_PREFIX) and name not in self.fields for name in (*self.data, *self.files)):
            raise ValidationError(
                _("The organizers have just changed this form. Please look through your answers again.")
            )
        self.drop_what_was_not_asked()
        return self.cleaned_data

    def drop_what_was_not_asked(self) -> None:
        said: dict[str, Any] = {}
        for question in self.questions:
            name, on = question.field_name, self.by_key.get(question.shown_if_key)
            if on and not on.is_answered_with(said.get(on.key), question.shown_if_value):
                self.cleaned_data.pop(name, None)
                self.errors.pop(name, None)
            else:
                said[question.key] = self.cleaned_data.get(name)

    def full_clean(self) -> None:
        """A browser forgets the files of a form that comes back; whoever chose one is told."""
        super().full_clean()
        if not self.is_bound or not self.errors:
            return
        again = _("Please choose the file again: a form that comes back has lost it.")
        for name in self.files:
            if name in self.fields and name not in self.errors:
                self.add_error(name, again)

    def answers(self) -> Answers:
        """What everybody is asked; with the category where the event lets people choose, or offers one alone."""
        given = Answers(**{name: self.cleaned_data[name] for name in EVERYBODY})
        if self.categories:
            given["category"] = self.cleaned_data.get("category") or self.categories[0][0]
        return given

    def given(self, *, at: datetime) -> list[Given]:
        """The answers to the event's own questions; files are kept by now. Call it once, on a valid form."""
        said = ((question, self.cleaned_data.get(question.field_name)) for question in self.questions)
        return [self.given_to(question, value, at) for question, value in said if self.is_answer(question, value)]

    def is_answer(self, question: Question, value: Any) -> bool:
        if value in (None, "", []):
            return False
        return isinstance(value, UploadedFile) or not self.cleaned_data.get(question.field_name + DROP)

    def given_to(self, question: Question, value: Any, at: datetime) -> Given:
        if question.kind != Kind.FILE:
            return Given(question, value)
        if isinstance(value, UploadedFile):
            value.seek(0)
            value = attachments.take_in(value.name or "", value.read(), at=at)
        return Given(question, None, value)

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by section, in their order; those that everybody is asked have none."""
        own = {question.field_name: question.section for question in self.questions}
        parts = groupby(self.fields, key=lambda name: own.get(name.removesuffix(DROP), ""))
        return [(section, [self[name] for name in names]) for section, names in parts]
