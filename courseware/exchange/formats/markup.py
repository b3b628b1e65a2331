"""Our plain texts as HTML, and other people's HTML as plain text."""

import re
from html import escape, unescape

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "pre", "section"}
_UNSEEN = {"script", "style", "head", "title", "svg", "math"}
_PICTURES = {"img", "video", "audio", "object", "iframe", "embed", "svg", "math"}
_OPENED = dict.fromkeys(_BLOCKS, "\n\n") | {"br": "\n", "li": "\n– ", "td": " ", "th": " "}
_CLOSED = dict.fromkeys(_BLOCKS, "\n\n")
# Not html.parser: its time grows with the square of the length where markup is left open. A tag ends before the next.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b[^<>]{0,5000}>|<[!?][^<>]{0,1000}>")


def html_of(text: str) -> str:
    """Nothing in it is markup; line ends stay."""
    return escape(text, quote=False).replace("\n", "<br>")


def text_of(html: str) -> tuple[str, bool]:
    """The words of some HTML, and whether it held pictures, sound or formulas that words cannot hold."""
    html, pieces, after, unseen = _without_comments(html), [], 0, 0
    names = set()
    for tag in _TAG.finditer(html):
        if not unseen:
            pieces.append(_data(html[after : tag.start()]))
        after, name, closes = tag.end(), (tag[2] or "").lower(), bool(tag[1])
        names.add(name)
        if name in _UNSEEN:
            unseen = max(unseen + (-1 if closes else 1), 0)
        pieces.append((_CLOSED if closes else _OPENED).get(name, ""))
    if not unseen:
        pieces.append(_data(html[after:]))
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip(), bool(names & _PICTURES)


def _without_comments(html: str) -> str:
    pieces, after = [], 0
    while (start := html.find("<!--", after)) >= 0 and (end := html.find("-->", start)) >= 0:
        pieces.append(html[after:start])
        after = end + 3
    return "".join((*pieces, html[after:]))


def _data(written: str) -> str:
    """Line ends of HTML are spaces; a break is a tag."""
    lines = re.split(r"[\r\n]+", written)
    if len(lines) > 1:
        inner = [line.strip(" \t") for line in lines[1:-1]]
        lines = [lines[0].rstrip(" \t"), *filter(None, inner), lines[-1].lstrip(" \t")]
    return unescape(" ".join(lines))
