from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person


class Renderer(TemplatesSetting):
    """Every form and field of the site is drawn by our own elements."""

    form_template_name = "elements/form.html"
    field_template_name = "elements/field.html"


class EraseForm(forms.Form):
    """Nobody erases an account by one press too many: the address is typed once more."""

    email = forms.CharField(
        label=_("Type your e-mail address to confirm"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, person: Person, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_email(self) -> str:
        typed = self.cleaned_data["email"].strip().lower()
        if typed != self.person.email:
            raise ValidationError(_("This is not the address of your account."))
        return typed
