from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from courseware.exchange.formats.xml import LARGEST
from courseware.exchange.wording import reason_in_words
from courseware.reading.models import Course, Module


class ModulesForm(forms.Form):
    """Which modules go into a package. What is not understood counts as all of them."""

    module = forms.MultipleChoiceField(
        label=_("Modules"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all of them."),
    )

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = list(course.modules.published().values_list("slug", "title"))

    @property
    def chosen(self) -> list[str]:
        return self.cleaned_data["module"] if self.is_valid() else []


class OrderingForm(forms.Form):
    ordering = forms.BooleanField(
        label=_("For Moodle 4.4 and later: with questions that are put in order"),
        required=False,
        help_text=_("An older Moodle refuses the whole file for one such question."),
    )

    @property
    def chosen(self) -> bool:
        return self.is_valid() and self.cleaned_data["ordering"]


class QuestionFileField(forms.FileField):
    """One that is too big is refused before anything reads it."""

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        file = super().to_python(data)
        if file and file.size > LARGEST:
            raise ValidationError(reason_in_words("too_big"))
        return file


class UploadForm(forms.Form):
    file = QuestionFileField(
        label=_("File of questions"),
        allow_empty_file=True,  # the reader has better words for an empty file
        help_text=_("Moodle XML, GIFT or Aiken, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".xml,.txt,.gift"}),
    )
    module = forms.ModelChoiceField(
        label=_("Module"),
        queryset=Module.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label=_("none: the course's bank alone"),
        help_text=_("Where the questions are asked, if they are about one module."),
    )

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = course.modules.filter(original=None)


class TakeForm(forms.Form):
    approve = forms.BooleanField(
        label=_("I have read them: use them at once"),
        required=False,
        help_text=_("Otherwise they wait for review, and trainees do not see them."),
    )


class FeedForm(forms.Form):
    from_start = forms.BooleanField(label=_("With everything that has happened so far"), required=False)
