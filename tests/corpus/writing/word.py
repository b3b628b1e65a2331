"""Word files as Word and LibreOffice write them, from a source (see source.py).

The flavours differ where readers trip: names and ids of styles, how a text box, a merged cell and a numbering are
written, and into how many runs a sentence falls.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tests.corpus.writing import source
from tests.corpus.writing.package import CONTENT_TYPES, NUMBERING, RELATIONS, package_relations

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


@dataclass(frozen=True, slots=True)
class Flavour:
    """`styles` gives for a kind of block the id and the name of its style."""

    styles: dict[str, tuple[str, str]]
    words_a_run: int
    fallback: bool  # a text box is written a second time for old programs


WORD = Flavour(
    {
        "title": ("Title", "Title"),
        "h1": ("Heading1", "heading 1"),
        "h2": ("Heading2", "heading 2"),
        "h3": ("Heading3", "heading 3"),
        "li": ("ListParagraph", "List Paragraph"),
        "quote": ("Quote", "Quote"),
        "caption": ("Caption", "caption"),
    },
    3,
    True,
)
RUSSIAN_WORD = Flavour(
    {
        "title": ("a3", "Title"),
        "h1": ("1", "heading 1"),
        "h2": ("2", "heading 2"),
        "h3": ("3", "heading 3"),
        "li": ("a5", "List Paragraph"),
        "quote": ("21", "Quote"),
        "caption": ("a7", "caption"),
    },
    4,
    True,
)
LIBREOFFICE = Flavour(
    {
        "title": ("Title", "Title"),
        "h1": ("Heading1", "Heading 1"),
        "h2": ("Heading2", "Heading 2"),
        "h3": ("Heading3", "Heading 3"),
        "li": ("Normal", "Normal"),
        "quote": ("Quotations", "Quotations"),
        "caption": ("Caption", "Caption"),
    },
    50,
    False,
)
# Own styles of a house template that are based on the built-in ones and carry names of their own.
LOCAL_STYLES = Flavour(
    {
        "title": ("Dokumenttitel", "Dokumenttitel"),
        "h1": ("Ueberschrift1", "Überschrift 1"),
        "h2": ("Ueberschrift2", "Überschrift 2"),
        "h3": ("Ueberschrift3", "Überschrift 3"),
        "li": ("Listenabsatz", "Listenabsatz"),
        "quote": ("Zitat", "Zitat"),
        "caption": ("Beschriftung", "Beschriftung"),
    },
    6,
    True,
)
FLAVOURS = {"word": WORD, "russian-word": RUSSIAN_WORD, "libreoffice": LIBREOFFICE, "local-styles": LOCAL_STYLES}
LEVELS = {"h1": 0, "h2": 1, "h3": 2}


@dataclass
class Writer:
    """One Word file being written; footnotes and links gather on the way."""

    flavour: Flavour
    footnotes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def blocks(self, parent: etree._Element) -> str:
        return "".join(self.block(child) for child in parent)

    def block(self, element: etree._Element) -> str:
        if element.tag == "table":
            return self.table(element, nested=False)
        if element.tag == "layout":
            return self.table(element, nested=True)
        if element.tag == "box":
            return self.box(self.blocks(element))
        return self.paragraph(element, element.tag)

    def paragraph(self, element: etree._Element, kind: str) -> str:
        return f"<w:p>{self.properties(kind)}{''.join(self.run(one) for one in source.runs(element))}</w:p>"

    def properties(self, kind: str) -> str:
        style = self.flavour.styles.get("li" if kind == "oli" else kind)
        numbering = {"li": 1, "oli": 2}.get(kind)
        inner = f"<w:pStyle w:val={quoteattr(style[0])}/>" if style else ""
        if numbering:
            inner += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
        return f"<w:pPr>{inner}</w:pPr>" if inner else ""

    def run(self, run: source.Run) -> str:
        if run.kind in {"br", "tab"}:
            return f"<w:r><w:{run.kind}/></w:r>"
        if run.kind == "fn":
            self.footnotes.append(run.text)
            return (
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(self.footnotes) + 1}"/></w:r>'
            )
        if run.kind == "del":
            gone = f'<w:delText xml:space="preserve">{escape(run.text)}</w:delText>'
            return f"{CHANGE.format('del', 7)}<w:r>{gone}</w:r></w:del>"
        plain = "".join(self.pieces(run))
        if run.kind == "ins":
            return f"{CHANGE.format('ins', 8)}{plain}</w:ins>"
        if run.kind == "a":
            self.links.append(run.href)
            return f'<w:hyperlink r:id="link{len(self.links)}">{plain}</w:hyperlink>'
        return plain

    def pieces(self, run: source.Run) -> Iterator[str]:
        """The runs of Word, which parts a sentence wherever somebody once stopped typing."""
        look = {"b": "<w:rPr><w:b/></w:rPr>", "hide": "<w:rPr><w:vanish/></w:rPr>"}.get(run.kind, "")
        words = run.text.split(" ")
        step = self.flavour.words_a_run
        for at in range(0, len(words), step):
            text = " ".join(words[at : at + step]) + (" " if at + step < len(words) else "")
            yield f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r><w:proofErr w:type="spellEnd"/>'

    def table(self, element: etree._Element, *, nested: bool) -> str:
        cells = source.cells(element)
        rows, columns = source.size(cells)
        at = {(cell.row + down, cell.column): (cell, down) for cell in cells for down in range(cell.rows)}
        lines = ""
        for row in range(rows):
            inner = "".join(self.cell(*at[row, column], nested) for column in range(columns) if (row, column) in at)
            lines += f"<w:tr>{inner}</w:tr>"
        borders = "" if nested else '<w:tblBorders><w:insideH w:val="single" w:sz="4"/></w:tblBorders>'
        grid = '<w:gridCol w:w="2000"/>' * columns
        return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:p/>"

    def cell(self, cell: source.Cell, down: int, nested: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        if cell.rows > 1:
            span += "<w:vMerge/>" if down else '<w:vMerge w:val="restart"/>'
        holds_blocks = nested or (len(cell.element) and cell.element[0].tag in source.BLOCKS)
        text = self.blocks(cell.element) if holds_blocks else self.paragraph(cell.element, "p")
        return f'<w:tc><w:tcPr><w:tcW w:w="2000"/>{span}</w:tcPr>{"<w:p/>" if down else text or "<w:p/>"}</w:tc>'

    def box(self, inside: str) -> str:
        content = f"<w:txbxContent>{inside}</w:txbxContent>"
        drawing = (
            "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
            f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        )
        if not self.flavour.fallback:
            return f"<w:p><w:r>{drawing}</w:r></w:p>"
        old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        return (
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )


CHANGE = '<w:{} w:id="{}" w:author="Reviewer" w:date="2026-02-03T10:00:00Z">'


def document(root: etree._Element, flavour: str = "word") -> bytes:
    writer = Writer(FLAVOURS[flavour])
    body = writer.blocks(root)
    return package(
        {
            "word/document.xml": part("document", f"<w:body>{body}{SECTION}</w:body>"),
            "word/styles.xml": styles(writer.flavour),
            "word/numbering.xml": part("numbering", NUMBERING),
            "word/footnotes.xml": footnotes(writer.footnotes),
            "word/header1.xml": part("hdr", paragraph(root.get("header", ""))),
            "word/footer1.xml": part("ftr", paragraph(root.get("footer", ""))),
            "word/_rels/document.xml.rels": package_relations(writer.links),
        }
    )


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
)


def part(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} {NAMESPACES}>{inside}</w:{name}>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def styles(flavour: Flavour) -> str:
    made = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    for kind, (identifier, name) in flavour.styles.items():
        if identifier != "Normal":
            level = f'<w:pPr><w:outlineLvl w:val="{LEVELS[kind]}"/></w:pPr>' if kind in LEVELS else ""
            name_of = f"<w:name w:val={quoteattr(name)}/>"
            made += f'<w:style w:type="paragraph" w:styleId={quoteattr(identifier)}>{name_of}{level}</w:style>'
    return part("styles", made)


def footnotes(texts: list[str]) -> str:
    separators = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes = "".join(f'<w:footnote w:id="{n}">{paragraph(text)}</w:footnote>' for n, text in enumerate(texts, 2))
    return part("footnotes", separators + notes)


def package(parts: dict[str, str]) -> bytes:
    """The ZIP file around the parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()
