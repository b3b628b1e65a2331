"""Rows whose labels are only set apart by bold type: "<li><b>When</b> 3 May</li>"."""

import re
from collections.abc import Iterator

from lxml import etree

_ROWS = ("ul", "ol", "div", "section", "td")
_LABELS = frozenset({"b", "strong"})
_LABEL_CLASS = re.compile(r"(?:[a-z]+[-_])*(?:label|key|term|field-?name)", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d_][\w ’'/&-]{1,30}")
_LONGEST = 4  # words
_LEAST_ROWS = 2


def mark_labels(body: etree._Element) -> None:
    """Put the colon behind each label, in place, as a list of terms would be read: "When: 3 May".

    Only where all rows of a list begin with one, and what follows it begins anew: bold words that begin a sentence
    are no label.
    """
    for parent in body.iter(*_ROWS):
        rows = [child for child in parent if child.tag in ("li", "p", "div")]
        labels = [_label_of(row) for row in rows]
        found = [label for label in labels if label is not None]
        if len(found) >= _LEAST_ROWS and len(found) == len(rows):
            for label in found:
                label.text = f"{(label.text or '').rstrip()}:"


def _label_of(row: etree._Element) -> etree._Element | None:
    """The first element of a row, if it is a label of plain text, and other text follows that begins anew."""
    first = next((child for child in row if isinstance(child.tag, str)), None)
    if first is None or (row.text or "").strip() or len(first):
        return None
    words = (first.text or "").strip()
    is_label = first.tag in _LABELS or (first.tag == "span" and _LABEL_CLASS.fullmatch(first.get("class", "")))
    if not is_label or not _LABEL.fullmatch(words) or len(words.split()) > _LONGEST:
        return None
    follows = next((text.strip() for text in _after(first, row) if text.strip()), "")
    return first if follows[:1].isupper() or follows[:1].isdigit() else None


def _after(first: etree._Element, row: etree._Element) -> Iterator[str]:
    yield first.tail or ""
    for element in first.itersiblings():
        if element.tag == "br":
            return  # what stands on the next line is no value beside the label
        yield from (text for text in element.itertext(with_tail=True))
