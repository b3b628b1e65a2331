"""The text of a module, section by section."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from courseware.reading.actions import ModuleText, SectionText
from courseware.reading.errors import EmptyModule
from courseware.reading.models import Module
from courseware.reading.reading_aids import explained, views_in
from intake.forms import LinesField, small_int

refuse_nul = ProhibitNullCharactersValidator()


class AbbreviationsField(forms.CharField):
    """Short forms and what they stand for, "IOM = International Organization for Migration", one on each line."""

    widget = forms.Textarea(attrs={"rows": 4})
    default_error_messages = {"pair": _("Write each line as: short form = full words. Not understood: %(line)s")}

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{each['short']} = {each['long']}" for each in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[dict[str, str]]:
        text = super().to_python(value)
        refuse_nul(text)
        return [self._pair(line) for line in text.splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Those of a text do not fit a list of pairs; to_python has judged the text."""

    def _pair(self, line: str) -> dict[str, str]:
        short, _equals, long = (part.strip() for part in line.partition("="))
        if not short or not long:
            raise forms.ValidationError(self.error_messages["pair"], code="pair", params={"line": line[:60]})
        return {"short": short[:40], "long": long[:200]}


class ObjectivesField(LinesField):
    """What readers should be able to do afterwards, one on each line."""

    def prepare_value(self, value: Any) -> Any:
        return super().prepare_value([each["text"] for each in value] if isinstance(value, list) else value)


MOST_SECTIONS = 200
LARGEST_REVISION = 2**31 - 1
MODULE_FIELDS = "title author published_on publisher source reading_minutes objectives key_terms abbreviations captions"


class ModuleForm(forms.ModelForm):
    seen = forms.IntegerField(min_value=0, max_value=LARGEST_REVISION, widget=forms.HiddenInput)
    objectives = ObjectivesField(
        label=_("Objectives"),
        most=20,
        help_text=_("What readers can do afterwards, one on each line, each with a verb: explain, name, compare."),
    )
    key_terms = LinesField(label=_("Key terms"), most=200, help_text=_("One on each line."))
    abbreviations = AbbreviationsField(
        label=_("Short forms"), required=False, help_text=_("One on each line: short form = full words.")
    )
    captions = LinesField(
        label=_("Words under pictures"),
        most=200,
        max_length=40_000,
        help_text=_("Shown after the text, one on each line."),
    )
    reading_minutes = forms.IntegerField(label=_("Reading minutes"), min_value=1, max_value=600)

    class Meta:
        model = Module
        fields = MODULE_FIELDS.split()
        widgets = {"published_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.revision
        if self.instance.objectives and not self.instance.revision:
            self.fields["objectives"].evidence = {"origin": "proposed"}

    def clean_objectives(self) -> list[dict[str, str]]:
        """A line that stays as it was drafted keeps what it was drafted from."""
        drafted = {each["text"]: each for each in self.initial.get("objectives") or []}
        return [drafted.get(line, {"text": line}) for line in self.cleaned_data["objectives"]]

    def clean_abbreviations(self) -> list[dict[str, Any]]:
        """A pair that stays as it was keeps the mark that the text does not spell it out."""
        known = {(each["short"], each["long"]): each for each in self.initial.get("abbreviations") or []}
        return [known.get((each["short"], each["long"]), each) for each in self.cleaned_data["abbreviations"]]


class SectionForm(forms.Form):
    code = forms.UUIDField(required=False, widget=forms.HiddenInput)
    heading = forms.CharField(label=_("Heading"), max_length=250, required=False)
    body = forms.CharField(label=_("Text (Markdown)"), max_length=100_000, widget=forms.Textarea(attrs={"rows": 12}))
    number = forms.IntegerField(label=_("Place in the module"), min_value=1, max_value=500)


class SectionForms(forms.BaseFormSet):
    """The sections of a module in one form; a last empty one is left aside."""

    def clean(self) -> None:
        if not any(self.errors) and not self.texts():
            raise forms.ValidationError(str(EmptyModule.message))

    def texts(self) -> list[SectionText]:
        """What is to stay, in the order of the numbers."""
        filled = [f.cleaned_data for f in self.forms if f.cleaned_data.get("body") and not f.cleaned_data.get("DELETE")]
        filled.sort(key=lambda given: given["number"])
        return [SectionText(given["heading"], given["body"], given["code"]) for given in filled]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this section")
        if index is not None:
            form.fields["number"].initial = index + 1


SectionFormSet = formset_factory(SectionForm, formset=SectionForms, extra=0, can_delete=True, max_num=MOST_SECTIONS)


def section_forms(module: Module, data: Any = None, *, more: bool = False) -> SectionForms:
    """The module's sections as a form set; `more` adds an empty one to what was posted."""
    rows = list(module.sections.values("code", "heading", "body", "blocks", "heading_proposed"))
    for row in rows:
        row["opinions"] = views_in(row["body"], module.language)
    if data is not None and more:
        data, total = data.copy(), small_int(data.get("sections-TOTAL_FORMS", ""))
        count = min(total or 0, MOST_SECTIONS - 1) + 1
        data["sections-TOTAL_FORMS"] = data[f"sections-{count - 1}-number"] = str(count)
    return SectionFormSet(data, initial=rows, prefix="sections")


def module_text(form: ModuleForm, sections: SectionForms) -> ModuleText:
    details = {name: form.cleaned_data[name] for name in form.Meta.fields}
    texts = sections.texts()
    details["terms"] = explained(details["key_terms"], [text.body for text in texts])
    return ModuleText(details=details, sections=texts)
