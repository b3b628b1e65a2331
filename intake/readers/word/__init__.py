"""Word documents (DOCX), as Word, LibreOffice and others write them. Pages' headers and footers are left out."""

from dataclasses import replace

from intake.blocks import Block, Remark
from intake.readers.pieces import Piece, finished
from intake.readers.word.body import Walk
from intake.readers.word.package import Package

__all__ = ["blocks"]


def blocks(data: bytes) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """Raises Refused: docx_damaged, and those of readers.archive.

    Remarks: notes_left_out, changes_accepted, parts_left_out.
    """
    package = Package(data)
    walk = Walk(package.styles(), package.numbering(), package.links())
    return finished(_under_title(walk.pieces(package.body()))), walk.remarks()


def _under_title(pieces: list[Piece]) -> list[Piece]:
    """Where a title has a style of its own, it is the first level and every heading goes one deeper."""
    if not any(piece.kind == "heading" and piece.level == 0 for piece in pieces):
        return pieces
    return [replace(p, level=min(p.level + 1, 6)) if p.kind == "heading" else p for p in pieces]
