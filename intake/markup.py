"""People's Markdown as safe HTML: Python-Markdown makes it, nh3 lets through only what a text needs."""

import re

import markdown as python_markdown
import nh3
from django.utils.safestring import SafeString, mark_safe

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "a", "code", "pre", "hr"} | {
    "table", "thead", "tbody", "tr", "th", "td", "abbr",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
DROPPED_WHOLE = {"script", "style", "svg", "math", "template", "iframe", "object", "noscript"}


def to_html(text: str) -> SafeString:
    """Headings begin at h3, below the page's own; links leave without telling where from; no id, class or style."""
    raw = python_markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    raw = re.sub(r"<(/?)h1>", r"<\1h2>", raw)
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
