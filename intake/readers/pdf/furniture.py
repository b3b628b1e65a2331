"""What stands on the pages again and again: running heads, running feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from intake.readers.pdf.geometry import Sheet, Word, rows_of

_MARGIN = 0.14  # of the page's height, above and below
_ROWS = 3
_SMALLER = 0.92  # times the size of running text
_FEW_WORDS = 16
_LATEST_START = 999
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\s|/–—-]{0,5}(?:page|p\.|seite|стр(?:аница|\.)|с\.|бет|página|№)?\s{0,3}\d{1,4}"
    r"(?:\s{0,3}(?:/|of|von|из|sur|de|\|)\s{0,3}\d{1,4})?[\s|/–—.-]{0,5}(?:page)?",
    re.IGNORECASE,
)
# When a browser printed the page, in its upper left corner.
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?", re.IGNORECASE)


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The same pages without rows at their edges that many pages share, rows with the page's number, and small print
    that stands alone at the very top or bottom."""
    edges = [_edge_rows(sheet) for sheet in sheets]
    seen = Counter(text for rows in edges for text in {_shape(row) for row in rows})
    often = max(2, round(len(sheets) * 0.4))
    usual = _usual_size(sheets)
    kept = [
        _without(sheet, [row for row in rows if seen[_shape(row)] >= often or _is_furniture(row, sheet, usual)])
        for sheet, rows in zip(sheets, edges, strict=True)
    ]
    # Where nothing would be left, the same short page was printed several times.
    return kept if any(sheet.words or sheet.tables for sheet in kept) else list(sheets)


def _without(sheet: Sheet, rows: Sequence[Sequence[Word]]) -> Sheet:
    dropped = {id(word) for row in rows for word in row}
    return replace(sheet, words=tuple(word for word in sheet.words if id(word) not in dropped))


def _is_furniture(row: Sequence[Word], sheet: Sheet, usual_size: float) -> bool:
    if any(_PAGE_NUMBER.fullmatch(part) and _says_page(part, sheet.number) for part in _parts(row)):
        return True
    is_small = max(word.size for word in row) <= usual_size * _SMALLER
    if not is_small or len(row) > _FEW_WORDS:
        return False
    if _PRINTED.fullmatch(_parts(row)[0]):
        return True
    inside = {id(word) for word in row}
    return _is_outermost(row, [word for word in sheet.words if id(word) not in inside], usual_size)


def _is_outermost(row: Sequence[Word], others: Sequence[Word], usual_size: float) -> bool:
    """Whether there is nothing beyond a row, and a gap of more than a line between it and the rest."""
    if not others:
        return False
    top, bottom = min(word.top for word in row), max(word.bottom for word in row)
    gap = 1.5 * usual_size
    return all(w.top > bottom + gap for w in others) or all(w.bottom < top - gap for w in others)


def _says_page(part: str, number: int) -> bool:
    """A bare number counts when it is near the number of the page: documents may begin on a later one."""
    figures = [int(figure) for figure in _DIGITS.findall(part)]
    return len(figures) == 2 or not part.strip().isdecimal() or 0 <= figures[0] - number <= _LATEST_START


def _parts(row: Sequence[Word]) -> list[str]:
    """The texts of a row that wide gaps part from each other."""
    parts: list[list[str]] = [[]]
    for n, word in enumerate(row):
        if n and word.x0 - row[n - 1].x1 > 2 * word.size:
            parts.append([])
        parts[-1].append(word.text)
    return [" ".join(part) for part in parts]


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for word in sheet.words:
            sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edge_rows(sheet: Sheet) -> list[list[Word]]:
    high, low = sheet.height * _MARGIN, sheet.height * (1 - _MARGIN)
    above = rows_of(word for word in sheet.words if word.bottom <= high)[:_ROWS]
    below = rows_of(word for word in sheet.words if word.top >= low)[-_ROWS:]
    return above + below


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _shape(row: Sequence[Word]) -> str:
    return _DIGITS.sub("#", _text(row).lower())
