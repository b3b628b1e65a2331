"""The walk through a page: any structure becomes headings, paragraphs, items, tables, captions and quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from intake.blocks import Kind
from intake.readers import plain
from intake.readers.pieces import Piece, Weighed, broken_lines, is_note_mark
from intake.readers.tables import Cell, by_columns, grid_of, is_layout, is_parallel_text, table_block
from intake.readers.web.links import address_behind
from intake.readers.web.sheets import BLOCK
from intake.readers.web.unseen import Unseen, is_entry_of_contents

_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "nobr", "ruby", "rb", "img", "picture", "source",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = {"b", "strong"}
_BOLD_STYLE = re.compile(r"font-weight\s{0,5}:\s{0,5}(?:bold|[6-9]00)", re.IGNORECASE)
_SET_BY_STYLE = {"a", "span", "label", "time", "small", "cite"}  # a style sheet may set these apart
_USUAL_SIZE = 12.0
_FONT_SIZES = {"1": 8.0, "2": 10.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0, "+1": 13.5, "+2": 18.0, "+3": 24.0}
_SIZE_STYLE = re.compile(r"font-size\s{0,5}:\s{0,5}(\d{1,2})(?:\.\d{1,2})?\s{0,3}(pt|px)", re.IGNORECASE)
_TITLE_CLASSES = {"msotitle": 1, "title": 1, "doc-title": 1, "msosubtitle": 2}
_CAPTION_NAME = re.compile(
    r"(?:[a-z]{1,12}[-_]{1,2}){0,3}(?:[a-z]{0,8}caption|(?:fig|img|image|pic|picture|photo)[-_]{0,2}cap)(?:[-_]text)?"
    r"|(?:[a-z]{1,12}[-_]{1,2}){0,2}(?:pic|picture|photo|image|img)[-_]{1,2}(?:sign|text|legend|title)"
)
_SUBTITLES = {"subtitle", "standfirst", "dek", "deck", "lede"}
_WORD_OF_CLASS = re.compile(r"[^a-z]{1,5}")
_MOST_ON_A_PICTURE = 40  # words
_NOTE_LINK = re.compile(r"\[?\d{1,3}\]?|[↩↑^*†]")
_UNSEEN_SIGNS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # where a word may be broken, or not
_SPACES = re.compile(r"[ \t\n\xa0]{1,500}")
_WORD_ENDS = re.compile(r"[a-zа-яё][a-zа-яё.,:;!?)»”]$|[a-zа-яё]$")


@dataclass
class _Line(Weighed):
    """Text up to a line break."""

    text: str = ""


@dataclass(frozen=True)
class _Around:
    """What the elements around the text make of it."""

    kind: Kind = "paragraph"
    level: int = 0
    lists: int = 0
    bold: bool = False
    size: float = 0.0


@dataclass
class Walk:
    unseen: Unseen
    notes: int = 0
    lines: list[_Line] = field(default_factory=lambda: [_Line()])  # text that no block has closed yet
    done: list[Piece] = field(default_factory=list)

    def pieces(self, body: etree._Element) -> list[Piece]:
        self._children(body, _Around())
        self._close(_Around())
        return self.done

    def _children(self, element: etree._Element, around: _Around) -> None:
        self._text(element.text, around)
        for child in element:
            self._element(child, around)
            self._text(child.tail, around)

    def _text(self, text: str | None, around: _Around) -> None:
        line, added = self.lines[-1], _SPACES.sub(" ", (text or "").translate(_UNSEEN_SIGNS))
        line.text += added
        line.weigh(added, bold=around.bold, size=around.size or _USUAL_SIZE)

    def _element(self, element: etree._Element, around: _Around) -> None:
        if self.unseen.leaves_out(element):
            title = None if not isinstance(element.tag, str) else self.unseen.only_title_of(element)
            if title is not None:
                self._block(title, around, _Around("heading", 1))
        elif self.unseen.is_notes(element) and not self._is_below_a_heading(around):
            self.notes += max(1, sum(1 for _ in element.iter("li", "p")))
        elif element.tag in _INLINE and not (_stands_apart(element) or self.unseen.stands_apart(element)):
            self._part_from_sibling(element)
            self._inline(element, around)
        else:
            self._structure(element, around)

    def _part_from_sibling(self, element: etree._Element) -> None:
        """Two elements with nothing between them are parted where the second seems to begin anew ("2026June")."""
        before = element.getprevious()
        if before is None or before.tail or {before.tag, element.tag} - _SET_BY_STYLE:
            return
        begins = next((text for text in element.itertext() if text), "")[:1]
        if begins.isupper() and self.lines[-1].text[-1:].isalnum() and not self.lines[-1].text[-1:].isupper():
            self.lines[-1].text += " "

    def _inline(self, element: etree._Element, around: _Around) -> None:
        if self._is_note_mark(element):
            self.notes += element.tag == "sup"
        elif element.tag not in {"del", "s", "strike"}:
            bold = around.bold or element.tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style", "")[:500]))
            before = self.lines[-1].text
            if _begins_a_line(element, before):
                self.lines.append(_Line())
            self._children(element, replace(around, bold=bold, size=_size_of(element) or around.size))
            if element.tag == "a" and around.kind != "heading":
                self._text(address_behind(element, before), around)

    def _is_note_mark(self, element: etree._Element) -> bool:
        text = "".join(element.itertext()).strip() if element.tag in {"sup", "a"} else ""
        if element.tag == "sup":
            return is_note_mark(text, self.lines[-1].text)
        return element.tag == "a" and element.get("href", "").startswith("#") and bool(_NOTE_LINK.fullmatch(text))

    def _structure(self, element: etree._Element, around: _Around) -> None:
        tag = element.tag
        if tag == "br":
            self.lines.append(_Line())
        elif tag == "table":
            self._close(around)
            self.done += self._table(element, around)
        elif tag == "pre":
            self._close(around)
            self._preformatted(element)
        elif tag in {"ul", "ol", "menu", "dir"}:
            self._block(element, around, replace(around, kind="item", level=around.lists, lists=around.lists + 1))
        elif tag == "li" and is_entry_of_contents(element):
            self._close(around)
        elif tag == "summary" and self._is_below_a_heading(around):
            return  # "Show the answer": the heading says already what is shown
        elif tag == "dl":
            self._close(around)
            self._definitions(element, around)
        else:
            self._block(element, around, self._inside(element, around))

    def _is_below_a_heading(self, around: _Around) -> bool:
        self._close(around)
        return bool(self.done) and self.done[-1].kind == "heading"

    def _block(self, element: etree._Element, around: _Around, inside: _Around) -> None:
        self._close(around)
        self._children(element, inside)
        self._close(inside)

    def _inside(self, element: etree._Element, around: _Around) -> _Around:
        tag, names = element.tag, element.get("class", "").lower().split()
        if tag in _HEADINGS and _SUBTITLES.isdisjoint(_WORD_OF_CLASS.split(" ".join(names))):
            return replace(around, kind="heading", level=_HEADINGS[tag])
        if tag in {"figcaption", "caption"} or _is_named_caption(element):
            return replace(around, kind="caption", level=0)
        if tag == "blockquote":
            return replace(around, kind="quote", level=0)
        title = next((_TITLE_CLASSES[name] for name in names if name in _TITLE_CLASSES), None)
        if tag == "p" and title:
            return replace(around, kind="heading", level=title)
        if tag == "li" and around.kind != "item":
            return replace(around, kind="item", level=around.lists)
        bold = around.bold or bool(_BOLD_STYLE.search(element.get("style", "")[:500]))
        return replace(around, bold=bold, size=_size_of(element) or around.size)

    def _close(self, around: _Around) -> None:
        """End the open text. In a list item the first paragraph is the item; headings keep their lines together."""
        lines, self.lines = self.lines, [_Line()]
        if around.kind == "heading":
            text = " ".join(" ".join(line.text for line in lines).split())
            self.done += [Piece("heading", text, level=around.level)] if text else []
            return
        for same in _alike(lines):
            for text in broken_lines("\n".join(line.text for line in same)):
                self.done.append(Piece(around.kind, text, level=around.level, bold=same[0].bold, size=same[0].size))

    def _preformatted(self, element: etree._Element) -> None:
        """Text as it was typed, broken at some width perhaps, is read as a text file is."""
        for block in plain.blocks("".join(element.itertext())):
            self.done.append(Piece(block.kind, block.text, level=block.level))

    def _definitions(self, element: etree._Element, around: _Around) -> None:
        """A short term and its first explanation are one item ("Date: 3 May"); a question stays for itself."""
        term = ""
        for child in element.iter("dt", "dd"):
            if next((a for a in child.iterancestors("dl")), None) is not element or self.unseen.leaves_out(child):
                continue
            found = self._apart(child, around)
            if child.tag == "dt":
                self.done += self._term(term)
                term = " ".join(piece.text for piece in found)
            elif term and found and len(term) <= 60 and not term.endswith(("?", "!", ".")):
                joint = " " if term.endswith(":") or term[-1].isdigit() else ": "
                self.done += [replace(found[0], kind="item", text=term + joint + found[0].text), *found[1:]]
                term = ""
            else:
                self.done += [*self._term(term), *found]
                term = ""
        self.done += self._term(term)

    @staticmethod
    def _term(term: str) -> list[Piece]:
        return [Piece("paragraph", term, bold=True)] if term else []

    def _apart(self, element: etree._Element, around: _Around) -> list[Piece]:
        """The pieces of an element alone, its place in the page forgotten."""
        lines, done = self.lines, self.done
        self.lines, self.done = [_Line()], []
        inside = _Around("quote" if around.kind == "quote" else "paragraph", lists=0)
        self._children(element, inside)
        self._close(inside)
        found, self.lines, self.done = self.done, lines, done
        return found

    def _table(self, table: etree._Element, around: _Around) -> list[Piece]:
        captions = [p for c in table.iterchildren("caption") for p in self._apart(c, around)]
        contents = [
            [(cell, self._apart(cell, around)) for cell in self._cells(row)] for row in _rows(table, self.unseen)
        ]
        grid = grid_of([[_cell(cell, pieces) for cell, pieces in row] for row in contents])
        cells = by_columns(contents) if is_parallel_text(grid) else [cell for row in contents for cell in row]
        every = [piece for _, pieces in cells for piece in pieces]
        has_tables = table.get("role") in {"presentation", "none"} or any(piece.rows for piece in every)
        has_headings = any(piece.kind == "heading" for piece in every)
        told = [replace(piece, kind="caption") for piece in captions]
        if self.done and _is_picture(table, every):
            return [*told, replace(every[0], kind="caption")]
        if not grid.rows or is_layout(grid, has_headings=has_headings, has_tables=has_tables):
            return [*told, *every]
        block = table_block(grid)
        return [*told, Piece("table", block.text, rows=block.rows, spans=block.spans)]

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        return (cell for cell in row.iterchildren("td", "th") if not self.unseen.is_side_column(cell))


def _begins_a_line(element: etree._Element, before: str) -> bool:
    """Whether a span of some class is a line of its own by its style: nothing else parts it from the text before."""
    text = "".join(element.itertext()).lstrip() if element.tag == "span" and element.get("class") else ""
    return bool(_WORD_ENDS.search(before[-2:])) and text[:1].isupper() and len(text.split()) > 1


def _is_picture(table: etree._Element, pieces: list[Piece]) -> bool:
    """Whether a table only holds a picture and a few words in its cell or in one below it."""
    if len(pieces) != 1 or pieces[0].kind != "paragraph" or len(pieces[0].text.split()) > _MOST_ON_A_PICTURE:
        return False
    return next(table.iter("img"), None) is not None and all(len(row) == 1 for row in table.iter("tr"))


def _stands_apart(element: etree._Element) -> bool:
    return _is_named_caption(element) or bool(BLOCK.search(element.get("style", "")[:500]))


def _is_named_caption(element: etree._Element) -> bool:
    return any(_CAPTION_NAME.fullmatch(name) for name in element.get("class", "").lower().split())


def _rows(table: etree._Element, unseen: Unseen) -> Iterator[etree._Element]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if unseen.leaves_out(child):
            continue
        if child.tag == "tr":
            yield child
        else:
            yield from _rows(child, unseen)


def _cell(cell: etree._Element, pieces: list[Piece]) -> Cell:
    text = "\n".join(piece.text for piece in pieces)
    return Cell(text, _span(cell.get("rowspan")), _span(cell.get("colspan")))


def _span(text: str | None) -> int:
    text = (text or "1").strip()
    return int(text) if text.isdecimal() and len(text) <= 4 else 1


def _alike(lines: list[_Line]) -> list[list[_Line]]:
    """Runs of lines with the same look; only within one may a sentence go on over a line break."""
    runs: list[list[_Line]] = []
    for line in (line for line in lines if line.letters):
        if runs and (line.bold, line.size) == (runs[-1][0].bold, runs[-1][0].size):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _size_of(element: etree._Element) -> float:
    """In points, where the element says so itself."""
    if element.tag == "font" and element.get("size"):
        return _FONT_SIZES.get(element.get("size").strip(), _USUAL_SIZE)
    told = _SIZE_STYLE.search(element.get("style", "")[:500])
    return 0.0 if not told else float(told.group(1)) * (1.0 if told.group(2).lower() == "pt" else 0.75)
