"""The text of a Word paragraph: what a reader of the printed page sees, changes accepted, notes' marks cut out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from intake.readers.calls import with_address
from intake.readers.pieces import Weighed, is_note_mark
from intake.readers.word.names import ALTERNATE, MATH_TEXT, identifier, is_on, number, value, w
from intake.readers.word.styles import Style, Styles

_DELETED = {w("del"), w("moveFrom")}
_PLAIN_SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_NOTE_REFERENCES = {w("footnoteReference"), w("endnoteReference")}
_BOXES = {w("drawing"), w("pict"), w("object")}
_SKIPPED = {w("instrText"), w("delText"), w("pPr"), w("rPr"), w("sdtPr"), w("annotationRef"), w("rt")}
_CHANGES = {w("ins"), w("del"), w("moveFrom"), w("moveTo")}
_TEXT_BOX = w("txbxContent")
_NEAR = 80  # pieces of text; a call to follow a link is shorter
_LINK_CODE = re.compile(r'\s{0,9}HYPERLINK\s{1,9}"([^"\s]{1,1000})"')  # ECMA-376, part 1, clause 17.16.5.25


@dataclass
class _Field:
    """What stands between "begin" and "end": its code, then, from a piece on, what it shows."""

    code: str = ""
    shows_from: int | None = None


@dataclass
class Line(Weighed):
    """What one paragraph holds."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: int = 0
    changes: int = 0

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class RunReader:
    """Reads one paragraph; knows which fields are open, for these span several runs."""

    def __init__(self, styles: Styles, links: Mapping[str, str]) -> None:
        self.styles, self.links = styles, links
        self.label = ""  # the text before this paragraph

    def line(self, paragraph: etree._Element, style: Style) -> Line:
        self.fields: list[_Field] = []
        self.tells_addresses = style.heading is None
        line = Line()
        for run in self._runs(paragraph, line):
            self._read(run, style, line)
        self.label = line.text if line.text.strip() else self.label
        return line

    def _runs(self, parent: etree._Element, line: Line) -> Iterator[etree._Element]:
        """The runs of a paragraph in order, through links, insertions and controls, past deletions."""
        for child in parent.iterchildren(etree.Element):
            line.changes += child.tag in _CHANGES
            if child.tag == w("r"):
                yield child
            elif child.tag == MATH_TEXT:
                line.pieces.append(child.text or "")
            elif child.tag == ALTERNATE + "AlternateContent":
                line.boxes += _boxes_of(child)
            elif child.tag not in _DELETED and child.tag not in _SKIPPED:
                begins = len(line.pieces)
                yield from self._runs(child, line)
                if child.tag == w("hyperlink"):
                    self._tell_address(self.links.get(identifier(child), ""), begins, line)
                elif child.tag == w("fldSimple"):
                    self._tell_address(_address_in(value(child, "instr") or ""), begins, line)

    def _read(self, run: etree._Element, style: Style, line: Line) -> None:
        look = run.find(w("rPr"))
        run_style = value(None if look is None else look.find(w("rStyle")))
        named = self.styles.of(run_style) if run_style else Style()
        hidden = is_on(look, "vanish")
        if hidden or (hidden is None and (style.hidden or named.hidden)):
            return
        text = "".join(self._signs(run, line))
        is_raised = value(None if look is None else look.find(w("vertAlign"))) == "superscript"
        if is_raised and is_note_mark(text, "".join(line.pieces[-3:])):
            line.notes += 1
            return
        line.pieces.append(text)
        bold = is_on(look, "b")
        half_points = number(None if look is None else look.find(w("sz")))
        size = half_points / 2 if half_points else style.size
        line.weigh(text, bold=bold if bold is not None else style.bold or named.bold, size=size)

    def _signs(self, run: etree._Element, line: Line) -> Iterator[str]:
        for child in run.iterchildren(etree.Element):
            if child.tag == w("fldChar"):
                self._note_field(value(child, "fldCharType"), line)
            elif self.fields and child.tag == w("instrText"):
                self.fields[-1].code += child.text or ""
            elif any(field.shows_from is None for field in self.fields):
                continue
            elif child.tag == w("t"):
                yield child.text or ""
            elif child.tag == w("br"):
                yield "\n" if value(child, "type") in (None, "textWrapping") else " "
            elif child.tag in _PLAIN_SIGNS:
                yield _PLAIN_SIGNS[child.tag]
            elif child.tag in _NOTE_REFERENCES:
                line.notes += 1
            elif child.tag in _BOXES or child.tag == ALTERNATE + "AlternateContent":
                line.boxes += _boxes_of(child)
            elif child.tag == w("ruby"):
                yield from (text.text or "" for text in child.iterfind(f"{w('rubyBase')}//{w('t')}"))

    def _note_field(self, kind: str | None, line: Line) -> None:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows_from = len(line.pieces)
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if ended.shows_from is not None:
                self._tell_address(_address_in(ended.code), ended.shows_from, line)

    def _tell_address(self, address: str, begins: int, line: Line) -> None:
        """Of a link whose words, from a piece on, only call to follow it."""
        linked = line.pieces[begins:]
        if address and self.tells_addresses and len(linked) <= _NEAR:
            before = line.pieces[max(begins - _NEAR, 0) : begins]
            line.pieces.append(with_address("".join(linked), address, "".join(before), self.label))


def _address_in(code: str) -> str:
    found = _LINK_CODE.match(code)
    return found.group(1) if found else ""


def _boxes_of(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, each once: a compatible file holds every one in two forms."""
    if drawing.tag == ALTERNATE + "AlternateContent":
        choice = drawing.find(ALTERNATE + "Choice")
        found = [] if choice is None else _boxes_of(choice)
        fallback = drawing.find(ALTERNATE + "Fallback")
        return found or ([] if fallback is None else _boxes_of(fallback))
    boxes: list[etree._Element] = []
    for child in drawing.iterchildren(etree.Element):
        boxes += [child] if child.tag == _TEXT_BOX else _boxes_of(child)
    return boxes
