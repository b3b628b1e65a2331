"""Footnotes at the foot of a page: small lines that begin with a number, and everything small below them."""

import re
from collections.abc import Sequence

from intake.readers.pdf.geometry import Line, Table

_BEGINS = re.compile(r"^(?:\[?\d{1,3}\]?[.)]?\s{0,2}[^\W\d_\"“«(]|[*†‡]\s?\S|\[?\d{1,3}\]?[.)]?\s(?:https?:|www\.))")
_SMALLER = 0.93  # times the size of running text


def without_notes(pages: Sequence[Sequence[Line | Table]], usual_size: float) -> tuple[list[list[Line | Table]], int]:
    """The pages without their footnotes, and how many lines these had."""
    kept = [_without(page, usual_size) for page in pages]
    return kept, sum(len(page) for page in pages) - sum(len(page) for page in kept)


def _without(page: Sequence[Line | Table], usual_size: float) -> list[Line | Table]:
    """Column by column: a foot begins at the first small numbered line with nothing but small lines under it."""
    columns = sorted({item.left for item in page if isinstance(item, Line)})
    dropped: set[int] = set()
    for left in columns:
        lines = [item for item in page if isinstance(item, Line) and item.left == left]
        begins_page = all(isinstance(item, Line) and item.left == left for item in page)
        dropped |= {id(line) for line in _foot(lines, usual_size, begins_page=begins_page)}
    return [item for item in page if id(item) not in dropped]


def _foot(lines: Sequence[Line], usual_size: float, *, begins_page: bool) -> Sequence[Line]:
    start = len(lines)
    while start and lines[start - 1].size <= usual_size * _SMALLER:
        start -= 1
    small = lines[start:]
    if start == 0 and begins_page:  # a page all in small print is no foot
        return ()
    first = next((n for n, line in enumerate(small) if _BEGINS.match(line.text)), None)
    return () if first is None else small[first:]
