"""Tables drawn with lines, with their merged cells."""

from collections.abc import Sequence

from pdfplumber.page import Page
from pdfplumber.table import Table as Found

from intake.readers.decoding import cleaned
from intake.readers.pdf.geometry import Table
from intake.readers.tables import Cell, Grid, grid_of, is_layout

_LEAST_EDGES = 5
_MOST_EDGES = 3_000  # a drawing: looking for tables in it takes time with the square of them
_NEAR = 2.0

Box = tuple[float, float, float, float]


def tables_of(page: Page, number: int) -> tuple[Table, ...]:
    if not _LEAST_EDGES <= len(page.edges) <= _MOST_EDGES:
        return ()
    tables = []
    for found in page.find_tables():
        grid = _grid(found)
        if grid.rows and len(grid.rows) > 1 and _filled(grid) > 2 and not is_layout(grid):
            x0, top, x1, bottom = found.bbox
            tables.append(Table(grid.rows, grid.spans, x0, x1, top, bottom, number, number))
    return tuple(tables)


def _filled(grid: Grid) -> int:
    return sum(bool(cell) for row in grid.rows for cell in row)


def _grid(found: Found) -> Grid:
    """Rows and columns from the edges of all cells; a merged cell reaches over the edges that lie inside it."""
    boxes: list[Box] = [cell for cell in found.cells if cell]
    lefts, tops = _distinct([box[0] for box in boxes]), _distinct([box[1] for box in boxes])
    texts = _texts(found)
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


def _texts(found: Found) -> dict[Box, str]:
    extracted = found.extract(x_tolerance_ratio=0.15)
    return {
        box: _joined(text or "")
        for row, values in zip(found.rows, extracted, strict=True)
        for box, text in zip(row.cells, values, strict=True)
        if box
    }


def _joined(text: str) -> str:
    """The lines of a cell; one that was broken only for want of room goes on in its line."""
    lines: list[str] = []
    for line in (" ".join(part.split()) for part in cleaned(text).split("\n")):
        if lines and line and lines[-1].endswith("-") and line[0].islower():
            lines[-1] = lines[-1][:-1] + line
        elif lines and line and not lines[-1].endswith((".", ";", ":", "!", "?")):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return "\n".join(lines)


def _distinct(values: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _place(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))
