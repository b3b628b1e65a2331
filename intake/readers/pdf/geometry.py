"""Words and lines by their place on a page. All measures are points; `top` counts downwards from the page's top."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.blocks import Span

_BULLETS = set("•●○◦▪■□▫‣⁃∙·➢➤►▶✓✔❖◆◇\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0b0")
_UNMAPPED = re.compile(r"\(cid:\d{1,5}\)")
_RAISED_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?(?:[,;]\d{1,3}){0,4}[.,;:]?|[*†‡§]{1,3}|[a-z](?:,[a-z*†]){0,4},?")
_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")
_SMALL = 0.85  # times the size of the line: raised or lowered signs
_TAB = 1.2  # times the size
_FIRST_PART = 6  # words
_SPACE = 0.1  # times the size: nearer pieces belong to one word

Box = tuple[float, float, float, float]  # x0, top, x1, bottom


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column. `left` and `right` are the edges of the column that it stands in."""

    words: tuple[Word, ...]
    text: str
    size: float
    page: int
    left: float = 0.0
    right: float = 0.0
    notes: int = 0

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words if word.size >= self.size * _SMALL)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words if word.size >= self.size * _SMALL)

    @property
    def tab_stop(self) -> float | None:
        """Where the text goes on after a short first part and a wide gap, as in a row of an agenda."""
        for before, word in pairwise(self.words[:_FIRST_PART]):
            if word.x0 - before.x1 > _TAB * self.size:
                return word.x0
        return None

    @property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) >= letters * 0.9


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    page: int
    last_page: int

    def may_go_on_in(self, other: "Table") -> bool:
        """Whether the other one stands on the next page and has the same columns."""
        same_place = abs(self.x0 - other.x0) < 5 and abs(self.x1 - other.x1) < 5
        same_width = len(self.rows[0]) == len(other.rows[0])
        return other.page == self.last_page + 1 and same_width and same_place


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it was drawn: words outside of tables, and the tables."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Table, ...] = ()


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words on the same base line, top row first, each from left to right; raised signs join the row they stand in."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        if rows and abs(word.bottom - rows[-1][0].bottom) <= 0.25 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    joined = _with_raised_signs(rows)
    return [sorted(row, key=lambda w: w.x0) for row in sorted(joined, key=lambda row: min(w.top for w in row))]


def _with_raised_signs(rows: list[list[Word]]) -> list[list[Word]]:
    whole: list[list[Word]] = []
    for n, row in enumerate(rows):
        host = next((other for other in rows[n + 1 : n + 4] if _is_raised_in(row, other)), None)
        host = host or next((other for other in rows[max(0, n - 2) : n] if _is_raised_in(row, other)), None)
        if host is None:
            whole.append(row)
        else:
            host += row
    return whole


def _is_raised_in(row: list[Word], other: list[Word]) -> bool:
    """Whether all of a row is small and stands right behind or before words of the other one, within their height."""
    sizes = sorted(word.size for word in other)
    size = (sizes[(len(sizes) - 1) // 2] + sizes[len(sizes) // 2]) / 2  # their median; `statistics` takes long to load
    for word in row:
        if word.size > size * _SMALL or len(word.text) > 8:
            return False
        overlap = min(word.bottom, max(w.bottom for w in other)) - max(word.top, min(w.top for w in other))
        if overlap < 0.5 * (word.bottom - word.top):
            return False
        if not any(-1 <= gap <= 0.6 * size for w in other for gap in (word.x0 - w.x1, w.x0 - word.x1)):
            return False
    return True


def line_of(words: Sequence[Word], page: int, left: float, right: float) -> Line | None:
    """The words of one line joined, marks of footnotes left out; None where nothing else was in it."""
    size = _size_of(words)
    kept = [word for n, word in enumerate(words) if not _is_note_mark(words, n, size)]
    if not kept:
        return None
    text = "".join(spaced(kept))
    if len(kept) < len(words):
        text = _BEFORE_SIGN.sub("", text)
    return Line(tuple(kept), text, size, page, left, right, len(words) - len(kept))


def _size_of(words: Sequence[Word]) -> float:
    """The size that most letters have."""
    weights: dict[float, int] = {}
    for word in words:
        weights[word.size] = weights.get(word.size, 0) + len(word.text)
    return max(weights, key=weights.__getitem__)


def _is_note_mark(words: Sequence[Word], n: int, size: float) -> bool:
    word = words[n]
    if word.size > size * _SMALL or not _RAISED_MARK.fullmatch(word.text) or (n == 0 and not word.text.isalpha()):
        return False
    base = max(other.bottom for other in words if other.size > size * _SMALL)
    return base - word.bottom > 0.12 * size and not (n and re.search(r"(?:^|\s)[kcmd]?m$", words[n - 1].text))


def spaced(words: Sequence[Word]) -> Iterable[str]:
    for n, word in enumerate(words):
        if n and word.x0 - words[n - 1].x1 > _SPACE * word.size:
            yield " "
        text = _UNMAPPED.sub("•" if n == 0 else "", word.text)
        yield "• " if n == 0 and len(text) == 1 and text in _BULLETS and len(words) > 1 else text
