"""Finding questions in the bank, and its tags."""

import re
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.forms.fields import LONGEST_TAG, TagsField
from courseware.quizzes.models import Choice, Question, Tag
from courseware.quizzes.states import Difficulty, Kind, Review
from courseware.reading.models import Course, Module

NONE = "-"
MOST_WORDS = 6
STATES = [(each.value, each.label) for each in Review if each != Review.REPLACED]


def choice(label: str, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", _("any")), *choices], required=False)


class FilterForm(forms.Form):
    """Each part narrows the list down; what is not known is left aside."""

    says_what_is_needed = True
    use_required_attribute = False

    words = forms.CharField(label=_("Words"), max_length=200, required=False)
    module = choice(_("Module"), [])
    tag = choice(_("Tag"), [])
    kind = choice(_("Kind"), Kind.choices)
    difficulty = choice(_("Difficulty"), Difficulty.choices)
    state = choice(_("State"), STATES)

    def __init__(self, *args, modules: list[Module], tags: list[Tag], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.tags = tags
        none = (NONE, _("of no module"))
        self.fields["module"].choices = [("", _("any")), none, *((each.slug, each.title) for each in modules)]
        self.fields["tag"].choices = [("", _("any")), *((each.name, each.name) for each in tags)]

    @property
    def is_filtered(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def found(self, questions: QuerySet[Question]) -> QuerySet[Question]:
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        for word in given.pop("words", "").split()[:MOST_WORDS]:
            questions = questions.filter(says(word))
        module = given.pop("module", None)
        if module:
            questions = questions.filter(module=None) if module == NONE else questions.filter(module__slug=module)
        names = {"tag": "tags__name", "state": "review"}
        return questions.filter(**{names.get(name, name): value for name, value in given.items()})


class ChoosingForm(FilterForm):
    """Among approved questions, there is no state to ask for."""

    state = None


def says(word: str) -> Q:
    """In the question or in one of its lines. As an expression, because SQLite tells capitals apart in Cyrillic."""
    literal = re.escape(word)
    lines = Choice.objects.filter(question=OuterRef("pk")).filter(Q(text__iregex=literal) | Q(match__iregex=literal))
    return Q(stem__iregex=literal) | Q(Exists(lines))


class KindForm(forms.Form):
    """What the form of a new question depends on."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    module = forms.ModelChoiceField(
        Module.objects.none(),
        label=_("Module"),
        to_field_name="slug",
        required=False,
        empty_label=_("none: for tests of the course and draws by tag"),
    )

    def __init__(self, *args, course: Course, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = Module.objects.originals().filter(course=course)


class TaggingForm(forms.Form):
    """Tags to put on, or take off, the questions that are ticked."""

    names = TagsField(
        label=_("Tags"), max_length=2000, widget=forms.TextInput(attrs={"list": "tags", "autocomplete": "off"})
    )
    questions = forms.ModelMultipleChoiceField(Question.objects.none(), to_field_name="code")

    def __init__(self, *args, questions: QuerySet[Question], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = questions
        self.fields["names"].error_messages["required"] = _("Write the tags first.")
        self.fields["questions"].error_messages["required"] = _("Tick the questions first.")


class TagForm(forms.Form):
    """What may be done to a tag: `tag` and the others are those of the course."""

    tag = forms.ModelChoiceField(Tag.objects.none())
    do = forms.ChoiceField(choices=[(name, name) for name in ("rename", "objective", "plain", "merge", "remove")])
    name = forms.CharField(max_length=LONGEST_TAG, required=False)
    into = forms.ModelChoiceField(Tag.objects.none(), required=False, to_field_name="name")

    def __init__(self, *args, course: Course, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tag"].queryset = self.fields["into"].queryset = Tag.objects.filter(course=course)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        wanted = {"rename": "name", "merge": "into"}.get(given.get("do", ""))
        if wanted and not given.get(wanted):
            self.add_error(wanted, _("Write the new name.") if wanted == "name" else _("Choose the other tag."))
        return given
