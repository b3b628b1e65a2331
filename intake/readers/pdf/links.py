"""Addresses that a PDF lays over its words, put behind those that only call to follow them.

Link annotations: ISO 32000-1, 12.5.6.5, with actions of 12.6.4.7.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page

from intake.readers.calls import with_address
from intake.readers.decoding import cleaned
from intake.readers.pdf.geometry import Word

_MOST_LINKS = 200  # on a page; more is an index
_LINES_BEFORE = 3  # times the height of the words: where it says what the link is for
_MOST_GAP = 0.7  # times the height of the words
_LONGEST = 1000  # letters of an address
_MOST_WORDS = 20  # of a call
_SIGNS = ".,;:!?"  # behind a call, often without a space


@dataclass(frozen=True, slots=True)
class _Link:
    """An address and where its words stand: points from the left and from the page's top."""

    address: str
    x0: float
    x1: float
    top: float
    bottom: float

    def covers(self, word: Word) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def goes_on_in(self, other: "_Link") -> bool:
        """A link that is broken at the end of a line is laid over its words in two pieces."""
        height, gap = self.bottom - self.top, other.top - self.bottom
        return self.address == other.address and other.x0 < self.x0 and abs(gap) < _MOST_GAP * height


def with_links(page: Page, words: Sequence[Word]) -> list[Word]:
    """The words in their order, an address behind the last one of each call."""
    told = list(words)
    for pieces in _joined(list(islice(_links(page), _MOST_LINKS))):
        linked = [n for n, word in enumerate(words) if any(piece.covers(word) for piece in pieces)]
        if not linked or len(linked) > _MOST_WORDS:
            continue
        first, last = words[linked[0]], linked[-1]
        before = [word.text for word in words if _stands_before(word, first)]
        called = " ".join(words[n].text for n in linked)
        address = with_address(called, pieces[0].address, " ".join(before))
        bare = told[last].text.rstrip(_SIGNS)
        told[last] = replace(told[last], text=f"{bare}{address}{told[last].text[len(bare) :]}")
    return told


def _stands_before(word: Word, linked: Word) -> bool:
    height = linked.bottom - linked.top
    if abs(word.top - linked.top) < height / 2:
        return word.x1 <= linked.x0
    return 0 < linked.top - word.top < _LINES_BEFORE * height


def _joined(links: Sequence[_Link]) -> list[list[_Link]]:
    joined: list[list[_Link]] = []
    for link in links:
        if joined and joined[-1][-1].goes_on_in(link):
            joined[-1].append(link)
        else:
            joined.append([link])
    return joined


def _links(page: Page) -> Iterator[_Link]:
    """Those that lead out of the file. What is written wrongly is no link; the words stay."""
    annotations = resolve1(page.page_obj.annots)
    above = page.mediabox[1] + page.height
    for one in map(resolve1, annotations if isinstance(annotations, list) and not page.rotation else ()):
        action = resolve1(one.get("A")) if isinstance(one, dict) else None
        address = resolve1(action.get("URI")) if isinstance(action, dict) else None
        corners = resolve1(one.get("Rect")) if isinstance(one, dict) else None
        if not isinstance(address, bytes) or not isinstance(corners, list) or len(corners) != 4:
            continue
        x0, y0, x1, y1 = (resolve1(corner) for corner in corners)
        if all(isinstance(at, int | float) for at in (x0, y0, x1, y1)) and len(address) <= _LONGEST:
            left, right = sorted((float(x0), float(x1)))
            low, high = sorted((float(y0) - page.mediabox[1], float(y1) - page.mediabox[1]))
            yield _Link(cleaned(address.decode("latin-1")).strip(), left, right, above - high, above - low)
