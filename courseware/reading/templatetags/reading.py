from django import template

from courseware.reading import reading_aids

register = template.Library()


@register.filter
def text_fragment(passage: str) -> str:
    """What follows the anchor of a link that leads to a passage."""
    return reading_aids.text_fragment(passage)
