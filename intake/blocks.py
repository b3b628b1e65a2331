"""What a reader makes of a file: an ordered list of numbered blocks that can be quoted."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "table", "caption", "quote"]
FileKind = Literal["docx", "pdf", "html", "md", "txt"]
Span = tuple[int, int, int, int]  # a merged cell: its row and column, counted from 0, and how many of each it covers


@dataclass(frozen=True, slots=True)
class Block:
    """One quotable piece of a document.

    `n` counts from 1 in file order; a table is one block. `level` is the depth of a heading (1–6) or of a
    list item (0 = outermost). `rows` holds a table's whole grid, first row first; a cell that a merged one covers is
    "", for its text stands in the first cell of the span. The `text` of a table is the same cells joined by tabs and
    line breaks. `offset` is the position of the first character in the decoded text; where a format has none (DOCX,
    PDF, HTML) it counts in the texts of the blocks, one after the other. `page` counts the pages of a PDF from 1.
    """

    n: int
    kind: Kind
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    offset: int = 0
    page: int | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell a person, without its words: a code and the values that its sentence needs.

    Pure modules return remarks; a door (page, command) words them in the reader's language.
    """

    code: str
    values: dict[str, str | int] = field(default_factory=dict)


# What a page says of itself outside its text (Remark codes), and the name of the value in each.
FACTS = {"title_of_page": "name", "publisher_of_page": "name", "author_of_page": "name", "day_of_page": "day"}


@dataclass(frozen=True, slots=True)
class Document:
    """A file that has been read. `language` is ISO 639-1, or None where the text is too short to tell."""

    name: str
    blocks: tuple[Block, ...]
    language: str | None = None
    warnings: tuple[Remark, ...] = ()
    kind: FileKind = "txt"

    @property
    def facts(self) -> dict[str, str]:
        """What the page says of itself outside its text, by the codes of FACTS."""
        return {one.code: str(one.values[FACTS[one.code]]) for one in self.warnings if one.code in FACTS}
