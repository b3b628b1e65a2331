"""Tables of every format: a grid with merged cells, and which tables only lay out a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from intake.blocks import Block, Span
from intake.language.words import is_cyrillic

Anything = TypeVar("Anything")
MOST_COLUMNS, MOST_CELLS = 100, 20_000
_TIME = re.compile(r"(?<!\d)\d{1,2}\s?(?:[:.hч]\s?\d{2}|\s?[ap]\.?m)(?!\d)", re.IGNORECASE)
_LONG_CELL = 200
_LABEL = 60
_PAGE_CELL = 800
_LEAST_PARALLEL = 4  # rows


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the file has it; its text may hold several lines, one for each paragraph."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[Span, ...]


def grid_of(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Each cell at its place, as a browser lays them out: the next free column, over what earlier rows reach down.

    A reach beyond the table's last row is cut. A grid beyond MOST_CELLS keeps its first rows.
    """
    placed: dict[tuple[int, int], str] = {}
    spans: list[Span] = []
    for r, row in enumerate(rows[:MOST_CELLS]):
        column = 0
        for cell in row:
            while (r, column) in placed:
                column += 1
            if column >= MOST_COLUMNS or len(placed) > MOST_CELLS:
                break
            down = max(1, min(cell.rows, len(rows) - r))
            across = max(1, min(cell.columns, MOST_COLUMNS - column))
            _cover(placed, r, column, down, across)
            placed[r, column] = cell.text
            if down > 1 or across > 1:
                spans.append((r, column, down, across))
            column += across
    return _without_empty_edges(placed, len(rows[:MOST_CELLS]), spans)


def _cover(placed: dict[tuple[int, int], str], row: int, column: int, down: int, across: int) -> None:
    for r in range(row, row + down):
        for c in range(column, column + across):
            placed.setdefault((r, c), "")


def _without_empty_edges(placed: dict[tuple[int, int], str], height: int, spans: list[Span]) -> Grid:
    """Rows are squared off; rows that say nothing at all are left out, and the spans that lie in them follow."""
    width = max((column for _, column in placed), default=-1) + 1
    kept = [r for r in range(height) if any(placed.get((r, c)) for c in range(width))]
    covered = {r for row, _, down, _ in spans for r in range(row, row + down)}
    kept = sorted(set(kept) | {r for r in covered if r < height}) if kept else []
    place = {old: new for new, old in enumerate(kept)}
    rows = tuple(tuple(placed.get((r, c), "") for c in range(width)) for r in kept)
    return Grid(rows, tuple((place[r], c, down, across) for r, c, down, across in spans if r in place))


def table_block(grid: Grid, *, page: int | None = None) -> Block:
    text = "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in grid.rows)
    return Block(0, "table", text, rows=grid.rows, page=page, spans=grid.spans)


def is_layout(grid: Grid, *, has_headings: bool = False, has_tables: bool = False) -> bool:
    """Whether a table only lays out the page, so that what its cells hold are the document's own paragraphs.

    A table inside a cell, one row, or one column make it layout, and so do, except in an agenda, headings inside cells
    and running text that is neither one of many cells nor the value beside a label.
    """
    if not grid.rows or len(grid.rows[0]) < 2 or has_tables or is_parallel_text(grid):
        return True
    if _is_agenda(grid):
        return False
    if len(grid.rows) == 1 or has_headings or any(_holds_a_page(row) for row in grid.rows):
        return True
    long_rows = [row for row in grid.rows if any(len(cell) > _LONG_CELL for cell in row)]
    side_by_side = [row for row in long_rows if sum(len(cell) > _LABEL for cell in row) > 1 or not all(row)]
    return bool(long_rows) and len(side_by_side) == len(grid.rows)


def is_parallel_text(grid: Grid) -> bool:
    """Whether two columns say the same in two scripts, so that each is to be read from top to bottom."""
    rows = [row for row in grid.rows if all(row)]
    if not grid.rows or len(grid.rows[0]) != 2 or len(rows) < _LEAST_PARALLEL or len(rows) * 5 < len(grid.rows) * 4:
        return False
    scripts = [tuple(map(is_cyrillic, row)) for row in rows]
    alike = [max(map(len, row)) <= 2.5 * min(map(len, row)) for row in rows]
    return len(set(scripts)) == 1 and len(set(scripts[0])) == 2 and sum(alike) * 5 >= len(rows) * 4


def by_columns(contents: Sequence[Sequence[Anything]]) -> list[Anything]:
    """The cells of parallel texts, first column first."""
    return [row[n] for n in range(2) for row in contents if n < len(row)]


def _is_agenda(grid: Grid) -> bool:
    """Whether short cells hold times."""
    return any(_TIME.search(cell) for row in grid.rows for cell in row if len(cell) <= _LABEL and "\n" not in cell)


def _holds_a_page(row: Sequence[str]) -> bool:
    """Whether one cell has the text of a whole page, and nothing beside it could be its label."""
    longest = max(row, key=len)
    beside = [cell for cell in row if cell and cell is not longest]
    is_labelled = any(len(cell) <= _LABEL and "\n" not in cell for cell in beside)
    return len(longest) > _PAGE_CELL and longest.count("\n") >= 3 and not is_labelled
