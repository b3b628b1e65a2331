"""The address behind a link of a page, where its words only call to follow it."""

from itertools import islice

from lxml import etree

from intake.readers.calls import with_address

_MOST_STEPS = 5  # outwards, and back in each
_MOST_PIECES = 20  # of text; a label has fewer


def address_behind(link: etree._Element, before: str) -> str:
    """`before` is the text of the same line before the link."""
    words = "".join(islice(link.itertext(), _MOST_PIECES))
    return with_address(words, link.get("href", ""), before, "" if before.strip() else _text_before(link))


def _text_before(element: etree._Element) -> str:
    """The text of what stands right before an element: above it, or beside it in a table."""
    inner = element
    for _ in range(_MOST_STEPS):
        for before in islice(inner.itersiblings(preceding=True), _MOST_STEPS):
            text = "".join(islice(before.itertext(with_tail=True), _MOST_PIECES)).strip()
            if text:
                return text
        outer = inner.getparent()
        if outer is None:
            break
        if (outer.text or "").strip():
            return outer.text or ""
        inner = outer
    return ""
