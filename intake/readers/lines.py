"""What the readers of line-based formats share: lines with their offsets, and numbering."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.blocks import Block

ITEM = re.compile(
    r"^([ \t]{0,40})(?:[-*•+–—·▪◦‣]|\(?\d{1,3}[.)]|\(?[a-zа-я][)]|\(?[ivx]{1,4}[.)])[ \t]{1,20}(?=\S)"
    r"(?![-*_•·~ ]{1,80}$)"  # "* * *" is drawn across the page
)


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    offset: int


def lines(text: str) -> list[Line]:
    """The lines of a text without their ends; `offset` is where a line begins."""
    found, offset = [], 0
    for piece in text.split("\n"):
        found.append(Line(piece, offset))
        offset += len(piece) + 1
    return found


def depth(indent: str) -> int:
    """Depth of a list item by its indentation; two or more spaces, or a tab, go one deeper."""
    return min(len(indent.expandtabs(4)) // 2, 6)


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, counted from 1, without those that hold no text."""
    return tuple(replace(block, n=n) for n, block in enumerate((b for b in blocks if b.text.strip()), 1))
