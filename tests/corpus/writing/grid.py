"""The table of a PDF: how high its rows are, where the lines of its cells stand, and the rules around them."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.corpus.writing import source

LEADING, PADDING = 12, 4


class Grid:
    """Columns of the same width, the first of several half as wide; all measures in points."""

    def __init__(self, cells: list[source.Cell], width: float) -> None:
        self.cells = cells
        self.rows, columns = source.size(cells)
        shares = [1.0] + [2.0] * (columns - 1)
        edges = [sum(shares[:n]) / sum(shares) * width for n in range(columns + 1)]
        self.edges = edges
        self.lines: dict[source.Cell, list[Any]] = {}
        self.heights: list[float] = []

    def fill(self, broken: Callable[[Any, float], list[Any]]) -> None:
        """Break the text of each cell by `broken`, then find the heights."""
        for cell in self.cells:
            self.lines[cell] = broken(cell.element, self.width_of(cell) - 2 * PADDING)
        for row in range(self.rows):
            inside = [cell for cell in self.cells if cell.row == row and cell.rows == 1]
            most = max((len(self.lines[cell]) for cell in inside), default=1)
            self.heights.append(max(most, 1) * LEADING + 2 * PADDING)

    def width_of(self, cell: source.Cell) -> float:
        return self.edges[cell.column + cell.columns] - self.edges[cell.column]

    @property
    def height(self) -> float:
        return sum(self.heights)

    def rows_beyond(self, room: float) -> int:
        """The first row that `room` points leave no place for, before which no cell spans; 0 where all have place."""
        if self.height <= room:
            return 0
        open_rows = {cell.row + down for cell in self.cells for down in range(1, cell.rows)}
        fitting = [row for row in range(2, self.rows) if row not in open_rows and sum(self.heights[:row]) <= room]
        return fitting[-1] if fitting else 0

    def placed(self, left: float, top: float) -> Iterator[tuple[float, float, Any]]:
        """Each line of each cell with the place of its first letter."""
        for cell in self.cells:
            y = top - sum(self.heights[: cell.row]) - PADDING
            for line in self.lines[cell]:
                y -= LEADING
                yield left + self.edges[cell.column] + PADDING, y + 2, line

    def rules(self, left: float, top: float) -> Iterator[tuple[float, float, float, float]]:
        """The four sides of each cell."""
        for cell in self.cells:
            x1, x2 = left + self.edges[cell.column], left + self.edges[cell.column + cell.columns]
            y1 = top - sum(self.heights[: cell.row])
            y2 = top - sum(self.heights[: cell.row + cell.rows])
            yield from ((x1, y1, x2, y1), (x1, y2, x2, y2), (x1, y1, x1, y2), (x2, y1, x2, y2))
