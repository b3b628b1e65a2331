"""The sources of the Word and PDF files of the corpus: small XML files that say what a document holds.

Blocks: title, h1–h3, p, li, oli (numbered), quote, caption, table (r, c with cols= and rows=), layout (a table that
only places things; its cells hold blocks), box (a text box that holds blocks). Inside a text: b, i, ins, del (tracked
changes), fn (a footnote), a (href=), br, tab, hide (hidden characters). doc has header=, footer= and, for a PDF,
depth=, the height of its columns in points.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

BLOCKS = {"title", "h1", "h2", "h3", "p", "li", "oli", "quote", "caption"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table at its place in the grid; `element` holds its text."""

    row: int
    column: int
    rows: int
    columns: int
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same. `kind` is "", "b", "ins", "del", "hide", "a", "fn", "br" or "tab"."""

    text: str
    kind: str = ""
    href: str = ""


def runs(element: etree._Element, kind: str = "") -> Iterator[Run]:
    """The text of a block, white space collapsed as in HTML."""
    if element.text:
        yield Run(squeezed(element.text), kind)
    for child in element:
        if child.tag == "fn":
            yield Run(squeezed("".join(child.itertext())), "fn")
        elif child.tag in {"br", "tab"}:
            yield Run("", child.tag)
        else:
            inner = child.tag if child.tag in {"b", "ins", "del", "hide", "a"} else kind
            for run in runs(child, inner):
                yield Run(run.text, run.kind, child.get("href", run.href))
        if child.tail:
            yield Run(squeezed(child.tail), kind)


def squeezed(text: str) -> str:
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def cells(table: etree._Element) -> list[Cell]:
    """The cells of a table in reading order, each where the spans of those before it leave room."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, line in enumerate(table.findall("r")):
        column = 0
        for element in line.findall("c"):
            while (row, column) in taken:
                column += 1
            cell = Cell(row, column, int(element.get("rows", 1)), int(element.get("cols", 1)), element)
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            found.append(cell)
    return found


def size(table: list[Cell]) -> tuple[int, int]:
    """Rows and columns of the grid."""
    return max(one.row + one.rows for one in table), max(one.column + one.columns for one in table)
