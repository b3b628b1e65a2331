"""Cells of a table with their places, as the rules of HTML have it, so that no span can run out of the table."""

from typing import Any

from courseware.reading.paper.blocks import Block


def placed(table: Block) -> dict[str, Any]:
    """`columns`, `header` (how many rows at the top are headings) and `cells`, each with x, y, columns and rows."""
    rows = [[_cell(each) for each in row.inner] for row in table.inner if row.kind == "row"]
    header = _header(rows)
    taken: set[tuple[int, int]] = set()
    cells = []
    for y, row in enumerate(rows):
        last = header if y < header else len(rows)
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            columns, height = cell.columns, min(cell.rows, last - y)
            while any((x + n, y) in taken for n in range(columns)):
                columns -= 1
            taken |= {(x + across, y + down) for across in range(columns) for down in range(height)}
            cells.append({"x": x, "y": y, "columns": columns, "rows": height, "cell": cell})
    return {"columns": max((x + 1 for x, _y in taken), default=1), "header": header, "cells": cells}


def _cell(block: Block) -> Block:
    return block if block.kind == "cell" else Block("cell", inner=[block])


def _header(rows: list[list[Block]]) -> int:
    """The rows at the top that hold headings only; the first one where there are none, as a table needs a header."""
    count = 0
    for row in rows:
        if not row or not all(cell.is_heading for cell in row):
            break
        count += 1
    return min(max(count, 1), len(rows))
