"""A narrow column of its own at the right edge of a page: what a browser prints beside the text of an article."""

from collections import Counter
from collections.abc import Sequence

from intake.readers.pdf.geometry import Word

_FROM = 0.65  # of the text's width
_NEAR = 1.5  # points: words that begin here begin one below the other
_LEAST_ROWS = 8
_MOST_SHARED = 0.25  # of its rows: in a table the columns share their base lines, here they only happen to
_WELL_FILLED, _LEAST_FILLED = 0.55, 0.5  # of the width beside it, and of the rows there: running text


def sidebar(rows: Sequence[Sequence[Word]]) -> frozenset[Word]:
    """The words of the column; none where the page has no such column. `rows` are not empty, top row first."""
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    far = [row for row in rows if row[0].x0 >= left + (right - left) * _FROM]
    if len(far) < _LEAST_ROWS:
        return frozenset()
    start = Counter(round(row[0].x0) for row in far).most_common(1)[0][0]
    alone = [row for row in far if abs(row[0].x0 - start) <= _NEAR]
    if len(alone) < _LEAST_ROWS:
        return frozenset()
    first, last = rows.index(alone[0]), rows.index(alone[-1])
    beside = rows[first : last + 1]
    return _words_from(start, beside, len(alone)) if _is_text(beside, left, start) else frozenset()


def _words_from(start: float, beside: Sequence[Sequence[Word]], alone: int) -> frozenset[Word]:
    """None where a word goes over the edge, where words begin behind it, or where many rows have both."""
    sides = [[word for word in row if word.x0 >= start - _NEAR] for row in beside]
    found = [side for side in sides if side]
    if any(word.x0 < start - _NEAR < word.x1 for row in beside for word in row):
        return frozenset()
    if any(side[0].x0 > start + _NEAR for side in found) or len(found) - alone > len(found) * _MOST_SHARED:
        return frozenset()
    return frozenset(word for side in found for word in side)


def _is_text(beside: Sequence[Sequence[Word]], left: float, start: float) -> bool:
    lefts = [[word for word in row if word.x1 <= start] for row in beside]
    widths = [side[-1].x1 - side[0].x0 for side in lefts if side]
    filled = sum(width >= (start - left) * _WELL_FILLED for width in widths)
    return len(widths) >= _LEAST_ROWS and filled >= len(widths) * _LEAST_FILLED
