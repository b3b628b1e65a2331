"""Tables of plain text, whose columns are set with spaces: all that tells them is where the columns begin."""

import re
from collections import Counter

from intake.blocks import Block
from intake.readers.lines import Line
from intake.readers.tables import Cell, grid_of, table_block
from intake.readers.wrapping import RULE

_PIECE = re.compile(r"\S(?:\S|[ \u00a0](?=\S)){0,400}")  # two spaces part columns
_LEAST_LINES, _LEAST_COLUMNS = 4, 3  # two columns are lines of an agenda, or labels with their values
_MOST_ASTRAY = 0.1  # of the pieces may begin elsewhere
_TAB = 8

Piece = tuple[int, str]  # the place at which it begins, in characters from the edge


def aligned_table(group: list[Line]) -> Block | None:
    """Lines without a blank one between them as a table, where three columns or more are seen; else None.

    A line with nothing in the first column goes on with the row above.
    """
    lines = [_pieces(line) for line in group if not RULE.fullmatch(line.text)]
    columns = _columns(lines)
    full = sum(len(line) >= _LEAST_COLUMNS for line in lines)
    if len(lines) < _LEAST_LINES or len(columns) < _LEAST_COLUMNS or full * 3 < len(lines):
        return None
    places = [place for line in lines for place, _ in line]
    if sum(_column_at(place, columns) is None for place in places) > _MOST_ASTRAY * len(places):
        return None
    rows = _rows(lines, columns)
    if len(rows) < _LEAST_LINES:
        return None
    return _placed(table_block(grid_of([[Cell(cell) for cell in row] for row in rows])), group[0].offset)


def without_caption(group: list[Line]) -> list[list[Line]]:
    """The lines in one group, or two where the first is a caption above a table ("Agenda") and no row of it."""
    is_caption = len(group) > _LEAST_LINES and len(_pieces(group[0])) == 1 and len(_pieces(group[1])) > 1
    return [group[:1], group[1:]] if is_caption and aligned_table(group[1:]) else [group]


def _placed(block: Block, offset: int) -> Block:
    return Block(0, "table", block.text, rows=block.rows, offset=offset, spans=block.spans)


def _pieces(line: Line) -> list[Piece]:
    return [(found.start(), found.group()) for found in _PIECE.finditer(line.text.expandtabs(_TAB))]


def _columns(lines: list[list[Piece]]) -> list[int]:
    """Where at least half of the lines begin a piece."""
    begins = Counter(place for line in lines for place, _ in line)
    return sorted(place for place, count in begins.items() if count * 2 >= len(lines))


def _column_at(place: int, columns: list[int]) -> int | None:
    return next((n for n, column in enumerate(columns) if abs(place - column) <= 1), None)


def _rows(lines: list[list[Piece]], columns: list[int]) -> list[list[str]]:
    rows: list[list[str]] = []
    for line in lines:
        cells = [""] * len(columns)
        for place, text in line:
            at = _column_at(place, columns)
            nearest = max((n for n, column in enumerate(columns) if column <= place), default=0)
            n = nearest if at is None else at
            cells[n] = f"{cells[n]} {text}".strip()
        if rows and not cells[0]:
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return rows
