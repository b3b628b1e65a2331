"""A document as single lines: the reader's blocks, cut where a block holds several lines of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from courseware.reading.drafting.furniture import furniture, glued, is_rule
from courseware.reading.drafting.particulars import opens
from courseware.reading.drafting.shapes import LONGEST_CAPTION, ends_as_a_sentence, words_in
from intake.blocks import Block, Document, Kind

_MARKED_FORMATS = (".md", ".markdown", ".html", ".htm", ".docx")
_KEYS = r"(?:title|source|original source|publisher|authors?|written by|published|date|источник|автор)"
_KEYED = re.compile(_KEYS + r"\s?:\s.{1,600}", re.IGNORECASE)
_NEXT_KEY = re.compile(r"\s(?=" + _KEYS + r"\s?:\s)", re.IGNORECASE)
_TITLE = re.compile(r"title\s?:\s(.{1,300})", re.IGNORECASE)
_END_MARKS = " ■◼◾▪□◻∎◆❖"  # what magazines put behind the last word
NO_HEADING = -1
_LONGEST_UNDERLINED, _UNEVEN = 15, 0.2  # words; how much longer or shorter than its title a rule may be
_HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")


@dataclass(frozen=True, slots=True)
class Line:
    """`n` is the number of the source block. `level` is above 0 only where the file itself marks a heading, and below
    where a line surely is none."""

    n: int
    kind: Kind
    text: str
    level: int = 0


def lines_of(document: Document) -> list[Line]:
    """The lines of a document in order, none empty.

    In a plain text file the reader's "heading" is a guess from the length of a line; it is set back to "paragraph" and
    judged anew together with its neighbours.
    """
    marked = document.kind != "txt" or document.name.casefold().endswith(_MARKED_FORMATS)
    found = [line for block in document.blocks for line in _lines_of_block(block, marked)]
    found = found if marked else _with_underlined(found)
    if any(line.level == 1 for line in found):
        return [line for line in found if not _TITLE.fullmatch(line.text)]
    return [_titled(line) for line in found]


def _with_underlined(lines: list[Line]) -> list[Line]:
    """Titles between two rules, or above one of their own length: of "=" the first level, of other signs the second."""
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    return [_underlined(line, above, below) for above, line, below in around]


def _underlined(line: Line, above: Line | None, below: Line | None) -> Line:
    if below is None or line.kind == "item" or not is_rule(below.text) or is_rule(line.text):
        return line
    if words_in(line.text) > _LONGEST_UNDERLINED or ends_as_a_sentence(line.text):
        return line
    if above is not None and is_rule(above.text):
        return replace(line, kind="heading", level=1)
    is_underlined = abs(len(below.text) - len(line.text)) <= _UNEVEN * len(line.text)
    return replace(line, kind="heading", level=1 if below.text.startswith("=") else 2) if is_underlined else line


def _titled(line: Line) -> Line:
    """A "Title: …" line heads an article, in a file that marks no heading of the first level."""
    match = _TITLE.fullmatch(line.text)
    return Line(line.n, "heading", match[1].strip("\"' "), 1) if match else line


def _lines_of_block(block: Block, marked: bool) -> Iterator[Line]:
    if block.kind == "table":
        yield Line(block.n, "table", "\n".join(" | ".join(row) for row in block.rows) or block.text.strip())
        return
    for text in _cut(block.text.rstrip(_END_MARKS)):
        if hashes := _HASHES.fullmatch(text):
            yield Line(block.n, "heading", hashes[2], len(hashes[1]))
        elif block.kind == "heading":
            yield Line(block.n, "heading" if marked else "paragraph", text, max(1, block.level) if marked else 0)
        else:
            yield Line(block.n, block.kind, text)


def _cut(text: str) -> list[str]:
    """Lines that were written one below the other stay apart where they are short; wrapped prose is joined.

    Particulars that a Markdown reader has run together ("Source: … Author: …") are parted again.
    """
    if _KEYED.fullmatch(text.replace("\n", " ")):
        text = _NEXT_KEY.sub("\n", text)
    parts = [" ".join(part.split()) for line in text.split("\n") for part in _unglued(line) if part.strip()]
    short = all(words_in(part) <= LONGEST_CAPTION and not ends_as_a_sentence(part) for part in parts)
    if len(parts) > 1 and not short and not any(furniture(part) or opens(part) for part in parts):
        return [" ".join(parts)]
    return parts


def _unglued(line: str) -> list[str]:
    """A date and the buttons that a copied page has run together with it ("3 May 2021 · 4 min readSharePrint")."""
    first, *others = glued(line)
    return [first, *others] if others and opens(first) and all(map(furniture, others)) else [line]
