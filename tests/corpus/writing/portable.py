"""PDF files from a source (see source.py): lines broken, set in one or two columns, and written in a chosen order.

The order of writing is not the order of reading in every file: programs that set two columns line by line write both
halves of a line, then the next. Roboto is embedded, because the fonts that every PDF reader has know no Cyrillic.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from font_roboto import font_files
from lxml import etree
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.writing import source
from tests.corpus.writing.grid import Grid

WIDTH, HEIGHT = A4
MARGIN, GAP = 60, 24
PLAIN, BOLD = "Roboto", "RobotoBold"
SIZES = {"title": 18, "h1": 14, "h2": 12, "h3": 11, "caption": 8.5}
BODY = 10.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a PDF is set.

    `hyphens`: long words are parted at the end of a line. `by_rows`: written line by line. `rules`: tables have lines.
    `split`: a table begins where the page has room, and goes on under its first row on the next one.
    """

    columns: int = 1
    hyphens: bool = False
    by_rows: bool = False
    rules: bool = True
    split: bool = False


STYLES = {
    "one-column": Style(),
    "hyphens": Style(hyphens=True),
    "no-rules": Style(rules=False),
    "split-tables": Style(split=True),
    "two-columns": Style(2, hyphens=True),
    "two-columns-by-rows": Style(2, by_rows=True),
}


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    font: str
    size: float
    rise: float = 0
    glued: bool = False  # no space before it

    @property
    def width(self) -> float:
        return pdfmetrics.stringWidth(self.text, self.font, self.size)


@dataclass(frozen=True, slots=True)
class Mark:
    """Text on a page; `x` and `y` in points from the lower left corner."""

    x: float
    y: float
    word: Word


@dataclass
class Page:
    marks: list[Mark] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass
class Setter:
    """One PDF being set: where the next line goes."""

    style: Style
    depth: float = HEIGHT - 2 * MARGIN  # of a column
    pages: list[Page] = field(default_factory=lambda: [Page()])
    column: int = 0
    y: float = HEIGHT - MARGIN
    footnotes: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def width(self) -> float:
        return (WIDTH - 2 * MARGIN - GAP * (self.style.columns - 1)) / self.style.columns

    @property
    def left(self) -> float:
        return MARGIN + self.column * (self.width + GAP)

    @property
    def lowest(self) -> float:
        """Where the column ends, above the footnotes."""
        return HEIGHT - MARGIN - self.depth + 14 * len(self.footnotes)

    def room(self, needed: float) -> None:
        """Go on in the next column, or on the next page, where `needed` points are not left in this one."""
        if self.y - needed >= self.lowest:
            return
        self.column += 1
        if self.column == self.style.columns:
            self.pages.append(Page())
            self.column = 0
        self.y = HEIGHT - MARGIN

    def blocks(self, parent: etree._Element) -> None:
        for child in parent:
            self.block(child)

    def block(self, element: etree._Element) -> None:
        if element.tag == "table":
            self.table(element)
        elif element.tag in {"box", "layout", "r", "c"}:
            self.blocks(element)
        else:
            self.text(element)

    def text(self, element: etree._Element) -> None:
        size = SIZES.get(element.tag, BODY)
        bold = element.tag in {"title", "h1", "h2", "h3"}
        before = self.sign(element.tag)
        indent = 16 if before else 20 if element.tag == "quote" else 0
        self.y -= size * 0.7
        words = list(self.words(element, size, bold))
        for number, line in enumerate(self.lines(words, self.width - indent)):
            self.room(size * 1.3)
            self.y -= size * 1.3
            if before and not number:
                self.pages[-1].marks.append(Mark(self.left + 4, self.y, Word(before, PLAIN, size)))
            self.put(line, self.left + indent, self.y)

    def sign(self, kind: str) -> str | None:
        """What stands before an item of a list; numbers begin anew after anything else."""
        if kind == "oli":
            return f"{next(self.numbers)}."
        self.numbers = count(1)
        return "•" if kind == "li" else None

    def words(self, element: etree._Element, size: float, bold: bool) -> Iterator[Word]:
        glued = True
        for run in source.runs(element):
            if run.kind == "fn":
                self.footnotes.append(run.text)
                yield Word(str(len(self.footnotes)), PLAIN, size * 0.6, size * 0.35, glued=True)
            elif run.kind in {"tab", "br"}:
                yield Word("\u2003" if run.kind == "tab" else "\n", PLAIN, size)
                glued = True
            elif run.kind not in {"del", "hide"}:
                font = BOLD if bold or run.kind == "b" else PLAIN
                glued = glued and not run.text.startswith(" ")
                for text in run.text.split():
                    yield Word(text, font, size, glued=glued)
                    glued = False
                glued = not run.text.endswith(" ")

    def lines(self, words: list[Word], width: float) -> Iterator[list[Word]]:
        line: list[Word] = []
        for word in words:
            if word.text == "\n":
                yield line
                line = []
                continue
            free = width - length([*line, Word("", word.font, word.size)])
            if line and word.width > free:
                first, word = parted(word, free) if self.style.hyphens else (None, word)
                yield [*line, first] if first else line
                line = []
            line.append(word)
        if line:
            yield line

    def put(self, line: list[Word], x: float, y: float) -> None:
        """One piece of text for each stretch in the same font, spaces within it."""
        for piece in stretches(line):
            spaced = piece if piece.glued else replace(piece, text=" " + piece.text)
            self.pages[-1].marks.append(Mark(x, y + piece.rise, spaced))
            x += spaced.width

    def table(self, element: etree._Element) -> None:
        self.y -= 8
        cells = source.cells(element)
        while self.style.split and (later := self.grid(cells).rows_beyond(self.y - self.lowest)):
            first, cells = parted_table(cells, later)
            self.draw_table(self.grid(first))
        self.draw_table(self.grid(cells))

    def grid(self, cells: list[source.Cell]) -> Grid:
        grid = Grid(cells, self.width)
        grid.fill(lambda cell, width: list(self.lines(list(self.words(cell, 9.5, bold=False)), width)))
        return grid

    def draw_table(self, grid: Grid) -> None:
        self.room(grid.height)
        top, left = self.y, self.left
        for x, y, line in grid.placed(left, top):
            self.put(line, x, y)
        if self.style.rules:
            self.pages[-1].rules.extend(grid.rules(left, top))
        self.y -= grid.height + 4

    def notes(self) -> None:
        """Footnotes at the foot of the last page."""
        for number, text in enumerate(self.footnotes):
            word = Word(f"{number + 1} {text}", PLAIN, 8)
            self.pages[-1].marks.append(Mark(MARGIN, MARGIN + 12 * (len(self.footnotes) - number - 1), word))


def parted_table(cells: list[source.Cell], row: int) -> tuple[list[source.Cell], list[source.Cell]]:
    """The rows before `row`, and the others, under the first row once more where that is a bold head."""
    head = [cell for cell in cells if cell.row == 0 and len(cell.element) and cell.element[0].tag == "b"]
    down = 1 if head else 0
    later = [replace(cell, row=cell.row - row + down) for cell in cells if cell.row >= row]
    return [cell for cell in cells if cell.row < row], [*head, *later]


def parted(word: Word, free: float) -> tuple[Word | None, Word]:
    """A long word in two, the first part with its hyphen no wider than `free`."""
    for at in range(len(word.text) - 3, 2, -1):
        first = Word(word.text[:at] + "-", word.font, word.size, glued=word.glued)
        if is_syllable_end(word.text, at) and first.width <= free:
            return first, Word(word.text[at:], word.font, word.size)
    return None, word


VOWELS = "aeiouаеиоуыэюя"


def is_syllable_end(text: str, at: int) -> bool:
    """After a vowel and before a consonant and a vowel."""
    before, consonant, after = text[at - 1], text[at], text[at + 1]
    return text.isalpha() and before in VOWELS and consonant not in VOWELS and after in VOWELS


def space(word: Word) -> float:
    return pdfmetrics.stringWidth(" ", word.font, word.size or BODY)


def length(line: list[Word]) -> float:
    return sum(word.width + (0 if word.glued else space(word)) for word in line)


def stretches(line: list[Word]) -> Iterator[Word]:
    """Neighbours in the same font as one piece, with the spaces between them."""
    text, last = "", None
    for number, word in enumerate(line):
        alike = last and (word.font, word.size, word.rise) == (last.font, last.size, last.rise)
        if alike:
            text += ("" if word.glued else " ") + word.text
            continue
        if last:
            yield Word(text, last.font, last.size, last.rise, last.glued)
        text, last = word.text, Word(word.text, word.font, word.size, word.rise, word.glued or not number)
    if last:
        yield Word(text, last.font, last.size, last.rise, last.glued)


def document(root: etree._Element, style: str = "one-column", *, packed: bool = True) -> bytes:
    for name in (PLAIN, BOLD):
        pdfmetrics.registerFont(TTFont(name, font_files[name]))
    setter = Setter(STYLES[style], float(root.get("depth", HEIGHT - 2 * MARGIN)))
    setter.blocks(root)
    setter.notes()
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True, pageCompression=int(packed))
    for number, page in enumerate(setter.pages, 1):
        furnish(canvas, root, f"{number} / {len(setter.pages)}")
        draw(canvas, page, setter.style.by_rows)
    canvas.save()
    return made.getvalue()


def furnish(canvas: Canvas, root: etree._Element, number: str) -> None:
    """The header, the footer and the number of a page, the same on each."""
    canvas.setFont(PLAIN, 8)
    if root.get("header"):
        canvas.drawString(MARGIN, HEIGHT - 36, root.get("header"))
    if root.get("footer"):
        canvas.drawString(MARGIN, 30, root.get("footer"))
        canvas.drawRightString(WIDTH - MARGIN, 30, number)


def draw(canvas: Canvas, page: Page, by_rows: bool) -> None:
    marks = sorted(page.marks, key=lambda mark: (-round(mark.y), mark.x)) if by_rows else page.marks
    for mark in marks:
        canvas.setFont(mark.word.font, mark.word.size)
        canvas.drawString(mark.x, mark.y, mark.word.text)
    for rule in page.rules:
        canvas.line(*rule)
    canvas.showPage()
