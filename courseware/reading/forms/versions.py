"""Language versions."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from courseware.reading.actions import ModuleText, SectionText
from courseware.reading.errors import EmptyModule
from courseware.reading.forms.texts import LARGEST_REVISION
from courseware.reading.models import Module, Section
from courseware.reading.reading_aids import explained
from courseware.reading.wording import OWN_NAMES


class VersionForm(forms.Form):
    """Which language comes next; those that the module has are not offered. Needs the original."""

    language = forms.ChoiceField(label=_("Language"))
    title = forms.CharField(label=_("Title in this language"), max_length=250)

    def __init__(self, *args, module: Module, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        taken = {module.language, *module.versions.values_list("language", flat=True)}
        self.fields["language"].choices = [pair for pair in OWN_NAMES.items() if pair[0] not in taken]


class BesideForm(forms.Form):
    """A language version beside its original: a heading and a text for each section of the original.

    A section left without text does not exist in the version; readers are led to the original there. Sections that only
    the version has stay as they are, after the others.
    """

    title = forms.CharField(label=_("Title"), max_length=250)
    seen = forms.IntegerField(min_value=0, max_value=LARGEST_REVISION, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, version: Module, sections: list[Section], **kwargs) -> None:
        super().__init__(data, initial={"title": version.title, "seen": version.revision}, **kwargs)
        self.own = list(version.sections.all())
        self.version, self.sections = version, sections
        done = {section.original_id: section for section in self.own}
        self.done = {section.pk: done.get(section.pk) for section in sections}
        for section in sections:
            self._offer(section, self.done[section.pk])

    def _offer(self, section: Section, done: Section | None) -> None:
        heading = forms.CharField(label=_("Heading"), max_length=250, required=False)
        heading.initial = done.heading if done else ""
        body = forms.CharField(
            label=_("Text (Markdown)"), max_length=100_000, required=False, widget=forms.Textarea(attrs={"rows": 12})
        )
        body.initial = done.body if done else ""
        self.fields[f"heading-{section.code}"], self.fields[f"body-{section.code}"] = heading, body

    @property
    def rows(self) -> list[tuple[Section, forms.BoundField, forms.BoundField]]:
        return [(each, self[f"heading-{each.code}"], self[f"body-{each.code}"]) for each in self.sections]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and not self._texts():
            raise forms.ValidationError(str(EmptyModule.message))
        return given

    def module_text(self) -> ModuleText:
        texts = self._texts()
        terms = explained(self.version.key_terms, [text.body for text in texts])
        return ModuleText({"title": self.cleaned_data["title"], "terms": terms}, texts)

    def _texts(self) -> list[SectionText]:
        filled = [each for each in self.sections if self.cleaned_data.get(f"body-{each.code}")]
        only_here = [each for each in self.own if each.original_id not in self.done]
        return [
            *(self._text(each) for each in filled),
            *(SectionText(each.heading, each.body, each.code) for each in only_here),
        ]

    def _text(self, section: Section) -> SectionText:
        done = self.done[section.pk]
        code: UUID | None = done.code if done else None
        given = self.cleaned_data
        return SectionText(given[f"heading-{section.code}"], given[f"body-{section.code}"], code, original=section)
