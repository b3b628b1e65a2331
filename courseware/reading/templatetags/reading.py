from django import template

from courseware.reading import reading_aids, wording
from courseware.reading.progress import Rule

register = template.Library()


@register.filter
def text_fragment(passage: str) -> str:
    """What follows the anchor of a link that leads to a passage."""
    return reading_aids.text_fragment(passage)


@register.filter
def language_name(code: str) -> str:
    """A language, as it calls itself."""
    return wording.language_name(code)


@register.filter
def rule_in_words(rule: Rule) -> str:
    return wording.rule_in_words(rule)


@register.filter
def standing_in_words(state: str) -> str:
    return wording.standing_in_words(state)


@register.filter
def minutes_of(seconds: int, most: int) -> int:
    """Whole minutes spent, against those that are expected: more than enough is enough."""
    return min(seconds // 60, most)


@register.filter
def one_line(text: str) -> str:
    """For a heading in Markdown."""
    return " ".join(text.split())


@register.filter
def quoted(text: str) -> str:
    """As a quotation in Markdown, line by line."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
