"""The table of limits and targets: the rows that stand, and a few empty ones to add more."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries

from events.programme.forms.fields import figure_input
from events.programme.models import Event
from events.registration import wording
from events.registration.actions import QuotaValues
from events.registration.models import Question, Quota
from events.registration.states import LIMITED, Category, Scope

NEW_ROWS, MOST_ROWS, MOST = 3, 400, 1_000_000
ASKED = (Scope.GENDER, Scope.LEVEL)  # counted only where the form has a question of that key
Choice = tuple[str, str]


class QuotaForm(forms.Form):
    """One row that stands. `scope` and `value` say which, so that a table left open changes no other."""

    scope = forms.ChoiceField(choices=Scope.choices, widget=forms.HiddenInput)
    value = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    limit = forms.IntegerField(
        label=gettext_lazy("Seats at most"), required=False, min_value=0, max_value=MOST, widget=figure_input()
    )
    target = forms.IntegerField(
        label=gettext_lazy("Seats wished for"), required=False, min_value=0, max_value=MOST, widget=figure_input()
    )
    remove = forms.BooleanField(label=gettext_lazy("Remove"), required=False)

    def __init__(self, *args, labels: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.labels = labels
        if "scope" in self.fields:
            self.name_cells()

    def name_cells(self) -> None:
        """The row stands in a table, under headings that a screen reader does not repeat at each field."""
        for name in ("limit", "target", "remove"):
            self.fields[name].widget.attrs["aria-label"] = f"{self.words}: {self.fields[name].label}"

    @property
    def words(self) -> str:
        """Whom the row is about; a scope that somebody made up has no words."""
        scope, value = str(self["scope"].value()), str(self["value"].value() or "")
        if scope not in Scope.values:
            return value
        return self.labels.get(f"{scope}:{value}") or wording.counted(scope, value)

    @property
    def may_limit(self) -> bool:
        return self["scope"].value() in LIMITED

    def clean(self) -> None:
        cleaned = self.cleaned_data
        if cleaned.get("limit") is not None and cleaned.get("scope") and cleaned["scope"] not in LIMITED:
            self.add_error("limit", _("Only a target can be set here, since not everybody is asked."))

    def quota(self) -> QuotaValues | None:
        cleaned = self.cleaned_data
        kept = (None, None) if cleaned.get("remove") else (cleaned["limit"], cleaned["target"])
        return QuotaValues(cleaned["scope"], cleaned["value"], *kept)


class NewQuotaForm(QuotaForm):
    """A row to be added; left empty it says nothing."""

    scope = value = remove = None
    what = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    agency = forms.CharField(label=gettext_lazy("Name of the agency"), required=False, max_length=200)

    field_order = ("what", "agency", "limit", "target")

    def __init__(self, *args, choices: list[tuple[str, object]], **kwargs: object) -> None:
        super().__init__(*args, labels={}, **kwargs)
        self.fields["what"].choices = choices

    def clean(self) -> None:
        cleaned = self.cleaned_data
        what, figures = cleaned.get("what"), (cleaned.get("limit"), cleaned.get("target"))
        if not what and (cleaned.get("agency") or any(figure is not None for figure in figures)) and not self.errors:
            self.add_error("what", _("Choose who this is about."))
        if what and figures == (None, None) and not self.errors:
            raise ValidationError(_("Give seats at most, seats wished for, or both."))
        cleaned["scope"], _colon, value = (what or "").partition(":")
        cleaned["value"] = " ".join(cleaned.get("agency", "").split()) if value == "?" else value
        if value == "?" and not cleaned["value"]:
            self.add_error("agency", _("Write the name of the agency."))
        super().clean()

    def quota(self) -> QuotaValues | None:
        return super().quota() if self.cleaned_data["what"] else None


class QuotaTable:
    """All rows of an event, bound to what was posted or not."""

    def __init__(self, data: object | None, *, event: Event) -> None:
        self.event = event
        rows = list(Quota.objects.filter(event=event))
        sent = posted_rows(data) if data is not None else len(rows)
        initial = [{name: getattr(row, name) for name in ("scope", "value", "limit", "target")} for row in rows]
        initial = initial if data is None else [{}] * sent
        choices, names = subjects(event), labels(event)
        self.standing = [
            QuotaForm(data, prefix=f"quota-{n}", initial=one, labels=names) for n, one in enumerate(initial)
        ]
        self.new = [NewQuotaForm(data, prefix=f"new-{n}", choices=choices) for n in range(NEW_ROWS)]

    def is_valid(self) -> bool:
        wrong = [form for form in (*self.standing, *self.new) if not form.is_valid()]
        return not wrong

    def quotas(self) -> list[QuotaValues]:
        return [quota for form in (*self.standing, *self.new) if (quota := form.quota())]


def posted_rows(data: object) -> int:
    """How many standing rows were sent, counted by their first field."""
    return next(n for n in range(MOST_ROWS + 1) if n == MOST_ROWS or f"quota-{n}-scope" not in data)


def subjects(event: Event) -> list[tuple[str, object]]:
    """Whom a row can speak of, in groups: each one of a kind, or one of them by name."""
    named = {
        Scope.CATEGORY: [(value, capfirst(label)) for value, label in Category.choices],
        Scope.COUNTRY: [(code, name) for code, name in countries if code],  # without the line below the nearest ones
        Scope.AGENCY: [("?", _("One agency: write its name beside"))],
        **asked(event),
    }
    groups = [
        (capfirst(Scope(scope).label), [(f"{scope}:{value}", label) for value, label in each(scope, choices)])
        for scope, choices in named.items()
    ]
    return [("", "—"), *groups]


def each(scope: str, choices: list[Choice]) -> list[Choice]:
    return [("", wording.counted(scope, "")), *choices]


def asked(event: Event) -> dict[str, list[Choice]]:
    """Gender and level, where the event's form asks for them, with the choices that it gives."""
    questions = Question.objects.asked().filter(event=event, key__in=ASKED)
    return {row.key: [(choice["key"], str(choice["label"])) for choice in row.choices] for row in questions}


def labels(event: Event) -> dict[str, str]:
    """How the form words the choices of gender and level, by "scope:value"."""
    return {f"{scope}:{value}": label for scope, choices in asked(event).items() for value, label in choices}
