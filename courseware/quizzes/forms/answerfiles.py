from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.answerfile import LARGEST, AnswerFile, Unreadable, read_file

WHY_NOT = {
    "not_ours": _("This is not an answer file of this site. Its name begins with “answers” and ends with “.json”."),
    "newer": _("This file was made by a later version of the site."),
    "too_many": _("This file holds more answers than a quiz can have."),
    "too_large": _("This file is too large to be an answer file."),
}


class AnswerFileField(forms.FileField):
    """Comes out as an AnswerFile."""

    def clean(self, data: UploadedFile | None, initial: object = None) -> AnswerFile:
        file = super().clean(data, initial)
        if file.size > LARGEST:
            raise ValidationError(WHY_NOT["too_large"])
        try:
            return read_file(file.read())
        except Unreadable as trouble:
            raise ValidationError(WHY_NOT[trouble.code]) from None


class AnswerFileForm(forms.Form):
    file = AnswerFileField(
        label=_("Answer file"), widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"})
    )


class LateFileForm(AnswerFileForm):
    reason = forms.CharField(
        label=_("Reason"), max_length=250, help_text=_("Kept with what this person is allowed in this quiz.")
    )
