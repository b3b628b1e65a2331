"""Tables without lines: rows whose parts begin at the same places across the page, as tab stops make them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from intake.blocks import Span
from intake.readers.pdf.geometry import Line, Table, Word, spaced

_WIDE = 1.5  # times the size: a gap between two columns
_NEAR = 2.0
_NEXT_ROW, _FARTHEST = 1.6, 3.2  # times the size: lines of one cell stand nearer, rows of one table not farther
_LEAST_ROWS = 3
_MOST_COLUMNS = 6
_LONGEST_FIRST = 4.0  # words, on average, in the first column: a time, a label, a name
_LIST_SIGN = re.compile(r"\(?[\w•●○▪■‣–—*-]{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class _Part:
    """The words of a line from one wide gap to the next."""

    words: tuple[Word, ...]
    text: str

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1


@dataclass
class _Run:
    """Lines one below the other whose parts begin at known places."""

    stops: list[float] = field(default_factory=list)
    lines: list[tuple[Line, list[_Part]]] = field(default_factory=list)

    def takes(self, line: Line, parts: list[_Part]) -> bool:
        last = self.lines[-1][0]
        if line.page != last.page or line.left != last.left:
            return False
        if not 0 < line.bottom - last.bottom <= _FARTHEST * line.size or abs(line.size - last.size) > 1:
            return False
        known = [self.column(part.x0) is not None for part in parts]
        return all(known) and (len(parts) > 1 or self._is_continued(line, parts[0]))

    def _is_continued(self, line: Line, part: _Part) -> bool:
        """A line with one part goes on in its cell, unless it begins at the margin: that is text after the table."""
        return self.column(part.x0) != 0 and line.bottom - self.lines[-1][0].bottom <= _NEXT_ROW * line.size

    def column(self, x: float) -> int | None:
        return next((n for n, stop in enumerate(self.stops) if abs(stop - x) <= _NEAR), None)

    def is_table(self) -> bool:
        rows = [parts for _, parts in self.lines if len(parts) > 1]
        first = [parts[0].text for parts in rows if self.column(parts[0].x0) == 0]
        if len(rows) < _LEAST_ROWS or not first or sum(bool(_LIST_SIGN.fullmatch(t)) for t in first) * 2 > len(first):
            return False
        return sum(len(text.split()) for text in first) / len(first) <= _LONGEST_FIRST

    def table(self) -> Table:
        rows: list[list[list[_Part]]] = []
        spans: list[Span] = []
        before: Line | None = None
        for line, parts in self.lines:
            columns = {self.column(part.x0) or 0: part for part in parts}
            begins = 0 in columns or before is None or line.bottom - before.bottom > _NEXT_ROW * line.size
            if begins:
                rows.append([[] for _ in self.stops])
                if 0 not in columns and len(rows) > 1:
                    spans = _longer(spans, len(rows) - 1)
            for column, part in columns.items():
                rows[-1][column].append(part)
            before = line
        first, last = self.lines[0][0], self.lines[-1][0]
        right = max(line.x1 for line, _ in self.lines)
        page = first.page
        texts = tuple(tuple(map(self._text, row)) for row in rows)
        return Table(texts, tuple(spans), self.stops[0], right, first.top, last.bottom, page, page)

    def _text(self, parts: Sequence[_Part]) -> str:
        """The lines of a cell; one is a line of its own where its first word had room in the line before."""
        text = parts[0].text if parts else ""
        for before, part in pairwise(parts):
            first = part.words[0]
            had_room = first.x1 - first.x0 + 0.2 * first.size < self._end(before) - before.x1
            is_begun = had_room and not part.text[0].islower() and not before.text.endswith((",", "–"))
            text += ("\n" if is_begun else " ") + part.text
        return text

    def _end(self, of: _Part) -> float:
        """How far the lines of its column run."""
        same = self.column(of.x0)
        return max(part.x1 for _, parts in self.lines for part in parts if self.column(part.x0) == same)


def with_aligned(items: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The items of a page, runs of aligned lines among them made tables."""
    return tuple(_found(items))


def _found(items: Iterable[Line | Table]) -> Iterator[Line | Table]:
    run: _Run | None = None
    for item in items:
        parts = _parts(item) if isinstance(item, Line) else []
        if run and isinstance(item, Line) and run.takes(item, parts):
            run.lines.append((item, parts))
            continue
        yield from _closed(run)
        run = None
        if isinstance(item, Line) and 1 < len(parts) <= _MOST_COLUMNS:
            run = _Run([part.x0 for part in parts], [(item, parts)])
        else:
            yield item
    yield from _closed(run)


def _closed(run: _Run | None) -> Iterator[Line | Table]:
    if run and run.is_table():
        yield run.table()
    elif run:
        yield from (line for line, _ in run.lines)


def _parts(line: Line) -> list[_Part]:
    groups: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > _WIDE * line.size:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [_Part(tuple(group), "".join(spaced(group))) for group in groups]


def _longer(spans: list[Span], row: int) -> list[Span]:
    """A row without its first cell stands under the same time, or name, as the row above."""
    if spans and spans[-1][0] + spans[-1][2] == row:
        top, column, height, width = spans[-1]
        return [*spans[:-1], (top, column, height + 1, width)]
    return [*spans, (row - 1, 0, 2, 1)]
