from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Every form and field of the site is drawn by our own elements."""

    form_template_name = "elements/form.html"
    field_template_name = "elements/field.html"
