from django import template
from django.utils.safestring import SafeString

from intake.markup import to_html

register = template.Library()


@register.filter
def markdown(text: str | None) -> SafeString:
    return to_html(text or "")
