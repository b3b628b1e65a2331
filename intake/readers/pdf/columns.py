"""The order of reading on a page: one column or two, with lines across both between them.

Only the places of words count, not the order in which the file draws them: that may go column by column or row by row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby, pairwise
from math import ceil, floor

from intake.readers.pdf.geometry import Line, Sheet, Table, Word, line_of, rows_of
from intake.readers.pdf.sidebars import sidebar

_STEP = 2.0
_NARROWEST_GUTTER = 8.0
_CENTRAL = (0.25, 0.75)  # where a gutter may lie, as a share of the text's width
_MOST_CROSSING = 0.25  # of the rows: titles and pictures across both columns
_LEAST_ROWS = 4
_WELL_FILLED = 0.55  # of a column's width: running text, unlike the times of an agenda
_EDGE_SHARE = 0.04
_LEAST_AT_EDGE, _LEAST_WRAPPED = 3, 2


@dataclass(frozen=True, slots=True)
class _Gutter:
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def in_reading_orders(sheets: Sequence[Sheet]) -> tuple[tuple[Line | Table, ...], ...]:
    """Of all pages; what stands in a narrow column beside their text comes last, as the text goes on over the page."""
    pages, aside = [], []
    for sheet in sheets:
        rows = rows_of(sheet.words)
        beside = sidebar(rows) if rows and _gutter(rows) is None else frozenset()
        main = replace(sheet, words=tuple(word for word in sheet.words if word not in beside)) if beside else sheet
        pages.append(in_reading_order(main))
        aside += in_reading_order(Sheet(sheet.number, sheet.width, sheet.height, tuple(beside))) if beside else ()
    return (*pages[:-1], (*pages[-1], *aside)) if aside else tuple(pages)


def in_reading_order(sheet: Sheet) -> tuple[Line | Table, ...]:
    rows = rows_of(sheet.words)
    if not rows:
        return tuple(sorted(sheet.tables, key=lambda table: table.top))
    gutter = _gutter(rows)
    left, right = _edges(rows, sheet.width)
    if gutter is None:
        lines = [line_of(row, sheet.number, left, right) for row in rows]
        return _merged([line for line in lines if line], sheet.tables)
    return _by_bands(rows, sheet, gutter, left, right)


def _edges(rows: Sequence[Sequence[Word]], width: float) -> tuple[float, float]:
    """Where lines begin, and how far they may run.

    As far as those do whose sentence goes on in the next line; where there are none, as far as several lines do; else
    as far as the margins suggest.
    """
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    wrapped = [row[-1].x1 for row, following in pairwise(rows) if following[0].text[:1].islower()]
    if len(wrapped) >= _LEAST_WRAPPED:
        return left, max(wrapped)
    reaching = sum(row[-1].x1 > right - (right - left) * _EDGE_SHARE for row in rows)
    return left, right if reaching >= _LEAST_AT_EDGE else max(right, width - left)


def _gutter(rows: Sequence[Sequence[Word]]) -> _Gutter | None:
    """The widest free strip down the middle of the page with running text on both sides."""
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    width = right - left
    strips = _free_strips(rows, left + width * _CENTRAL[0], left + width * _CENTRAL[1])
    good = [strip for strip in strips if _is_between_columns(rows, strip, left, right)]
    return max(good, key=lambda strip: strip.right - strip.left, default=None)


def _free_strips(rows: Sequence[Sequence[Word]], start: float, end: float) -> list[_Gutter]:
    """Each narrowed to where the fewest rows cross it: where the lines of two columns stand at different heights, a
    row is a line of one of them, and few rows reach the end of their column."""
    allowed = len(rows) * _MOST_CROSSING
    count = int((end - start) / _STEP) + 1
    crossing = list(accumulate(_changes(rows, start, count)))[:count]
    strips = []
    for is_free, run in groupby(range(count), lambda n: crossing[n] <= allowed):
        steps = list(run)
        reach = end if steps[-1] == count - 1 else start + (steps[-1] + 1) * _STEP
        if is_free and reach - (start + steps[0] * _STEP) >= _NARROWEST_GUTTER:
            least = min(crossing[n] for n in steps)
            free = max(_runs_of([n for n in steps if crossing[n] == least]), key=len)
            strips.append(_Gutter(start + free[0] * _STEP, start + free[-1] * _STEP))
    return strips


def _runs_of(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _changes(rows: Sequence[Sequence[Word]], start: float, count: int) -> list[int]:
    """For each step to the right from `start` how many more rows, or fewer, have running text on it."""
    changes = [0] * (count + 1)
    for left, right in chain.from_iterable(map(_runs, rows)):
        first = min(max(0, ceil((left - start) / _STEP)), count)
        last = min(max(0, floor((right - start) / _STEP) + 1), count)
        if first < last:
            changes[first] += 1
            changes[last] -= 1
    return changes


def _runs(row: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """From where to where text runs: words with no more than a space between them."""
    left, right = row[0].x0, row[0].x1
    for word in row[1:]:
        if word.x0 - right >= 0.8 * word.size and word.x0 > right:
            yield left, right
            left = word.x0
        right = max(right, word.x1)
    yield left, right


def _crosses(row: Sequence[Word], x: float) -> bool:
    """Whether running text goes over x."""
    return any(left <= x <= right for left, right in _runs(row))


def _is_between_columns(rows: Sequence[Sequence[Word]], gutter: _Gutter, left: float, right: float) -> bool:
    free = [row for row in rows if not _crosses(row, gutter.middle)]
    sides = (
        ([w for w in row if w.x1 <= gutter.middle] for row in free),
        ([w for w in row if w.x0 >= gutter.middle] for row in free),
    )
    lefts, rights = ([side for side in one if side] for one in sides)
    if min(len(lefts), len(rights)) < _LEAST_ROWS or not _overlap(lefts, rights):
        return False
    return _is_running(lefts, gutter.left - left) and _is_running(rights, right - gutter.right)


def _overlap(lefts: Sequence[Sequence[Word]], rights: Sequence[Sequence[Word]]) -> bool:
    """Whether both sides stand beside each other for a good part of their height."""
    top = max(lefts[0][0].top, rights[0][0].top)
    bottom = min(lefts[-1][0].bottom, rights[-1][0].bottom)
    least = min(side[-1][0].bottom - side[0][0].top for side in (lefts, rights))
    return bottom - top >= least * 0.5


def _is_running(side: Sequence[Sequence[Word]], width: float) -> bool:
    filled = sum(row[-1].x1 - row[0].x0 >= width * _WELL_FILLED for row in side)
    return filled >= len(side) * 0.5


def _by_bands(
    rows: Sequence[Sequence[Word]], sheet: Sheet, gutter: _Gutter, left: float, right: float
) -> tuple[Line | Table, ...]:
    """Between lines across the page, first the left column and then the right one."""
    left_end, right_start, right_end = _column_edges(rows, gutter)
    done: list[Line | Table] = []
    band: tuple[list[Line | Table], list[Line | Table]] = ([], [])
    for item in _in_height_order(rows, sheet.tables):
        is_wide = (
            (item.x0 < gutter.left and item.x1 > gutter.right)
            if isinstance(item, Table)
            else _crosses(item, gutter.middle)
        )
        if is_wide:
            done += [*band[0], *band[1]]
            band = ([], [])
            done += [item] if isinstance(item, Table) else _lines([item], sheet.number, left, right)
        elif isinstance(item, Table):
            band[item.x0 >= gutter.middle].append(item)
        else:
            band[0].extend(_lines([[w for w in item if w.x1 <= gutter.middle]], sheet.number, left, left_end))
            band[1].extend(_lines([[w for w in item if w.x0 >= gutter.middle]], sheet.number, right_start, right_end))
    return (*done, *band[0], *band[1])


def _column_edges(rows: Sequence[Sequence[Word]], gutter: _Gutter) -> tuple[float, float, float]:
    """Where the left column ends, and where the right one begins and ends, by the words that stand in them."""
    free = [word for row in rows if not _crosses(row, gutter.middle) for word in row]
    rights = [word for word in free if word.x0 >= gutter.middle]
    left_end = max(word.x1 for word in free if word.x1 <= gutter.middle)
    return left_end, min(word.x0 for word in rights), max(word.x1 for word in rights)


def _lines(rows: Sequence[Sequence[Word]], page: int, left: float, right: float) -> list[Line]:
    return [line for row in rows if row and (line := line_of(row, page, left, right))]


def _in_height_order(rows: Sequence[Sequence[Word]], tables: Sequence[Table]) -> list[Sequence[Word] | Table]:
    placed = [(min(w.top for w in row), row) for row in rows] + [(table.top, table) for table in tables]
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _merged(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[Line | Table, ...]:
    return tuple(sorted([*lines, *tables], key=lambda item: item.top))
