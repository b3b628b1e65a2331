"""The passage behind a question, found again in the text."""

import re
from html import escape
from urllib.parse import quote as in_url

from django.utils.html import format_html_join, mark_safe
from django.utils.safestring import SafeString

from intake.markup import plain


def with_passage(text: str, passage: str) -> SafeString:
    """Plain text as paragraphs in which the passage is marked, however its blanks and lines are broken."""
    paragraphs = [_marked(each, passage) for each in re.split(r"\n\s*\n", plain(text)) if each.strip()]
    return format_html_join("\n", "<p>{}</p>", ((each,) for each in paragraphs))


def _marked(paragraph: str, passage: str) -> SafeString:
    pattern = r"\s+".join(map(re.escape, passage.split()))
    found = re.search(pattern, paragraph) if pattern else None
    if found is None:
        return mark_safe(escape(paragraph))
    before, after = paragraph[: found.start()], paragraph[found.end() :]
    return mark_safe(f"{escape(before)}<mark>{escape(found[0])}</mark>{escape(after)}")


def text_fragment(passage: str) -> str:
    """What to add to a section's anchor so that browsers which know it scroll to the passage and mark it."""
    found = passage.split()
    if not found:
        return ""
    ends = [found] if len(found) <= 12 else [found[:5], found[-5:]]
    return ":~:text=" + ",".join(in_url(" ".join(end), safe="").replace("-", "%2D") for end in ends)
