"""Tables drawn with lines, with their merged cells."""

from bisect import bisect_right
from collections.abc import Sequence

from pdfplumber.page import Page
from pdfplumber.table import Table as Found

from intake.readers.pdf.cells import texts_of_cells
from intake.readers.pdf.geometry import Box, Table, Word
from intake.readers.tables import Cell, Grid, grid_of, is_layout

_LEAST_EDGES = 5
_MOST_EDGES = 3_000  # a drawing: looking for tables in it takes time with the square of them
_NEAR = 2.0
_TOP = 0.25  # of the page's height


def tables_of(page: Page, number: int, words: Sequence[Word], before: Table | None) -> tuple[Table, ...]:
    """`before` is the last table of the page before, which may go on at the top of this one."""
    if not _LEAST_EDGES <= len(page.edges) <= _MOST_EDGES:
        return ()
    tables = []
    for found in page.find_tables():
        grid = _grid(found, words, number)
        if not grid.rows:
            continue
        table = Table(grid.rows, grid.spans, found.bbox[0], found.bbox[2], found.bbox[1], found.bbox[3], number, number)
        is_rest = before is not None and table.top < _TOP * page.height and before.may_go_on_in(table)
        if is_rest or (len(grid.rows) > 1 and _filled(grid) > 2 and not is_layout(grid)):
            tables.append(table)
    return tuple(tables)


def _filled(grid: Grid) -> int:
    return sum(bool(cell) for row in grid.rows for cell in row)


def _grid(found: Found, words: Sequence[Word], number: int) -> Grid:
    """Rows and columns from the edges of all cells; a merged cell reaches over the edges that lie inside it."""
    boxes: list[Box] = [cell for cell in found.cells if cell]
    lefts, tops = _distinct([box[0] for box in boxes]), _distinct([box[1] for box in boxes])
    texts = texts_of_cells(_by_box(boxes, words), number)
    rows: list[list[Cell]] = [[] for _ in tops]
    taken: set[tuple[int, int]] = set()
    for box in sorted(boxes, key=lambda b: (_place(tops, b[1]), b[0])):
        r, c = _place(tops, box[1]), _place(lefts, box[0])
        down = sum(box[1] - _NEAR <= top < box[3] - _NEAR for top in tops)
        across = sum(box[0] - _NEAR <= left < box[2] - _NEAR for left in lefts)
        _fill_up(rows[r], taken, r, c)
        rows[r].append(Cell(texts.get(box, ""), max(down, 1), max(across, 1)))
        taken |= {(y, x) for y in range(r, r + max(down, 1)) for x in range(c, c + max(across, 1))}
    return grid_of(rows)


def _fill_up(row: list[Cell], taken: set[tuple[int, int]], r: int, c: int) -> None:
    """Empty cells for the places before column c where the drawing has none."""
    for x in range(c):
        if (r, x) not in taken:
            row.append(Cell(""))
            taken.add((r, x))


def _by_box(boxes: Sequence[Box], words: Sequence[Word]) -> dict[Box, list[Word]]:
    """The words whose middle lies in a cell; only the cells that begin above and left of it are looked at."""
    found: dict[Box, list[Word]] = {}
    down = sorted(boxes, key=lambda box: box[1])
    tops = [box[1] for box in down]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        above = down[: bisect_right(tops, y)]
        box = next((one for one in reversed(above) if one[0] <= x < one[2] and y < one[3]), None)
        if box is not None:
            found.setdefault(box, []).append(word)
    return found


def _distinct(values: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _place(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))
