"""People's Markdown as safe HTML: Python-Markdown makes it, nh3 lets through only what a text needs."""

import re
from functools import lru_cache
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe

from intake.markup.limits import is_boundless, reader_for, shallow
from intake.markup.literal import as_markdown, plain

__all__ = ["as_markdown", "plain", "to_html"]

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "a", "code", "pre", "hr"} | {
    "table", "thead", "tbody", "tr", "th", "td", "abbr",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
DROPPED_WHOLE = {"script", "style", "svg", "math", "template", "iframe", "object", "noscript"}
KEPT_PAGES = 128


@lru_cache(maxsize=KEPT_PAGES)
def to_html(text: str) -> SafeString:
    """Headings begin at h3, below the page's own; links leave without telling where from; no id, class or style.

    Any text is answered in a time that does not run away with its length: markup without measure is shown as it is
    written. The last few texts are kept.
    """
    raw = re.sub(r"<(/?)h1>", r"<\1h2>", _raw_html(text))
    raw = re.sub(r"<(/?)h2>", r"<\1h3>", raw)
    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=DROPPED_WHOLE,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(clean)


def _raw_html(text: str) -> str:
    if is_boundless(text):
        return _paragraphs(text)
    try:
        return reader_for(text).convert(shallow(text))
    except RecursionError:  # nesting of a kind that `shallow` does not know
        return _paragraphs(text)


def _paragraphs(text: str) -> str:
    pieces = (piece for piece in re.split(r"\n[ \t]*\n", plain(text)) if piece.strip())
    return "\n".join(f"<p>{escape(piece)}</p>" for piece in pieces)
