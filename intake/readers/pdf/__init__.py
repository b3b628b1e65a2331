"""PDF files with a text layer: words by their place on the page, columns, paragraphs, tables."""

from collections.abc import Callable

from intake.blocks import Block, Remark
from intake.readers.pdf.guard import opened
from intake.readers.pdf.pages import read_pages
from intake.readers.pdf.paragraphs import pieces_of
from intake.readers.pieces import finished

__all__ = ["blocks"]


def blocks(
    data: bytes, *, progress: Callable[[int, int], None] = lambda done, of: None
) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """`progress` is told how many pages of how many are read.

    Raises Refused: those of guard.opened. Remarks: notes_left_out, pages_without_text.
    """
    pages = opened(data)
    document = read_pages(pages, lambda done: progress(done, len(pages)))
    pieces, notes = pieces_of(document.items)
    left_out = (Remark("notes_left_out", {"count": notes}),) if notes else ()
    return finished(pieces), (*document.remarks, *left_out)
