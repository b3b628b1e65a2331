"""The walk through a Word document's body: paragraphs, lists, tables, text boxes, in the order of reading."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from intake.blocks import Remark
from intake.readers.pieces import Piece, broken_lines
from intake.readers.tables import Cell, Grid, by_columns, grid_of, is_layout, is_parallel_text, table_block
from intake.readers.word.names import ALTERNATE, is_on, number, value, w
from intake.readers.word.numbering import Numbering
from intake.readers.word.runs import Line, RunReader
from intake.readers.word.styles import Style, Styles

_PROPERTIES = {w("pPr"), w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sectPr"), w("sdtPr"), w("sdtEndPr")}
_DELETED = {w("del"), w("moveFrom")}
_MOST_ITEM_LEVEL = 8


class Walk:
    def __init__(self, styles: Styles, numbering: Numbering, links: Mapping[str, str]) -> None:
        self.styles, self.numbering = styles, numbering
        self.runs = RunReader(styles, links)
        self.notes = self.changes = self.foreign_parts = 0
        self.unended = ""  # text of paragraphs whose end was deleted: it runs on into the next one

    def remarks(self) -> tuple[Remark, ...]:
        counts = {
            "notes_left_out": self.notes,
            "changes_accepted": self.changes,
            "parts_left_out": self.foreign_parts,
        }
        return tuple(Remark(code, {"count": count}) for code, count in counts.items() if count)

    def pieces(self, parent: etree._Element) -> list[Piece]:
        return [piece for child in parent.iterchildren(etree.Element) for piece in self._of(child)]

    def _of(self, element: etree._Element) -> Iterable[Piece]:
        if element.tag == w("p"):
            return self._paragraph(element)
        if element.tag == w("tbl"):
            return self._table(element)
        if element.tag == w("altChunk"):
            self.foreign_parts += 1
            return ()
        if element.tag in _PROPERTIES or element.tag in _DELETED or _is_contents(element):
            return ()
        if element.tag == ALTERNATE + "AlternateContent":
            chosen = element.find(ALTERNATE + "Choice")
            return () if chosen is None else self.pieces(chosen)
        return self.pieces(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Piece]:
        look = element.find(w("pPr"))
        style = self.styles.of(value(None if look is None else look.find(w("pStyle"))))
        line = self.runs.line(element, style)
        self.notes += line.notes
        self.changes += bool(line.changes)
        if _end_is_deleted(look):
            self.unended += line.text
        elif not style.is_furniture:
            text, self.unended = self.unended + line.text, ""
            yield from self._lines(text, line, look, style)
        for box in line.boxes:
            yield from self.pieces(box)

    def _lines(self, text: str, line: Line, look: etree._Element | None, style: Style) -> Iterator[Piece]:
        """One paragraph, or several where it was broken by hand; a heading's lines stay together."""
        piece = self._piece(look, style, line)
        if piece.kind == "heading":
            yield replace(piece, text=" ".join(text.split()))
            return
        for n, part in enumerate(broken_lines(text)):
            yield replace(piece, text=part, kind="paragraph" if n and piece.kind == "item" else piece.kind)

    def _piece(self, look: etree._Element | None, style: Style, line: Line) -> Piece:
        outline = number(None if look is None else look.find(w("outlineLvl")))
        heading = min(outline + 1, 6) if outline is not None and outline < 9 else style.heading
        if heading is not None and outline != 9:
            return Piece("heading", "", level=heading, bold=line.bold, size=line.size)
        if style.is_caption or style.is_quote:
            return Piece("caption" if style.is_caption else "quote", "", size=line.size)
        level = self._list_level(look, style)
        if level is None:
            return Piece("paragraph", "", bold=line.bold, size=line.size)
        return Piece("item", "", level=min(level, _MOST_ITEM_LEVEL), bold=line.bold, size=line.size)

    def _list_level(self, look: etree._Element | None, style: Style) -> int | None:
        own = None if look is None else look.find(w("numPr"))
        if own is not None:
            inherited = style.numbering or ("", 0)
            identifier = value(own.find(w("numId"))) or inherited[0]
            level = number(own.find(w("ilvl")))
            numbering = (identifier, inherited[1] if level is None else level)
        else:
            numbering = style.numbering
        return numbering[1] if numbering and numbering[0] and self.numbering.is_list(*numbering) else None

    def _table(self, table: etree._Element) -> Iterable[Piece]:
        contents = [[self.pieces(cell) for cell in _cells(row)] for row in _rows(table)]
        grid = _grid(table, contents)
        cells = by_columns(contents) if is_parallel_text(grid) else [cell for row in contents for cell in row]
        every = [piece for cell in cells for piece in cell]
        has_headings = any(piece.kind == "heading" for piece in every)
        if is_layout(grid, has_headings=has_headings, has_tables=any(piece.rows for piece in every)):
            return every
        block = table_block(grid)
        return [Piece("table", block.text, rows=block.rows, spans=block.spans)]


def _is_contents(element: etree._Element) -> bool:
    gallery = element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return value(gallery) == "Table of Contents"


def _end_is_deleted(look: etree._Element | None) -> bool:
    return look is not None and look.find(f"{w('rPr')}/{w('del')}") is not None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table.iterchildren(etree.Element):
        if child.tag == w("tr"):
            if child.find(f"{w('trPr')}/{w('del')}") is None and not is_on(child.find(w("trPr")), "hidden"):
                yield child
        elif child.tag not in _PROPERTIES and child.tag not in _DELETED:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row.iterchildren(etree.Element):
        if child.tag == w("tc"):
            yield child
        elif child.tag not in _PROPERTIES and child.tag not in _DELETED:
            yield from _cells(child)


def _grid(table: etree._Element, contents: list[list[list[Piece]]]) -> Grid:
    """Word marks the lower cells of a vertical merge; here the upper one reaches down instead, and they are dropped."""
    rows: list[list[Cell]] = []
    reaching: dict[int, tuple[int, int]] = {}  # column → row and index of the cell that reaches down
    for r, row in enumerate(_rows(table)):
        rows.append([])
        column = _skipped_columns(row)
        if column:
            rows[r].append(Cell("", 1, column))
        for cell, content in zip(_cells(row), contents[r], strict=True):
            across = min(number(cell.find(f"{w('tcPr')}/{w('gridSpan')}")) or 1, 100)
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            if merge is not None and value(merge) != "restart" and column in reaching:
                upper, index = reaching[column]
                rows[upper][index] = replace(rows[upper][index], rows=r - upper + 1)
            else:
                rows[r].append(Cell("\n".join(piece.text for piece in content), 1, across))
                reaching[column] = (r, len(rows[r]) - 1)
            column += across
    return grid_of(rows)


def _skipped_columns(row: etree._Element) -> int:
    return min(number(row.find(f"{w('trPr')}/{w('gridBefore')}")) or 0, 100)
