"""From the bytes of an uploaded file to a Document. A new format is one function in _READERS.

A reader gives numbered blocks and remarks. The libraries for DOCX, PDF and HTML are loaded when the first such file
comes, and a web process never reads one itself: see intake.reading.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module

from intake.blocks import Block, Document, FileKind, Remark
from intake.errors import Refused
from intake.language import language_of
from intake.readers import gate, markdown, plain, repairs
from intake.readers.decoding import decoded
from intake.readers.gate import MOST_BLOCKS

Found = tuple[tuple[Block, ...], tuple[Remark, ...]]
Progress = Callable[[int, int], None]

READERS = (".docx", ".pdf", ".html", ".htm", ".md", ".markdown", ".txt")  # the usual endings of what is read
MOST_TEXT = 2_000_000  # characters


def no_progress(done: int, of: int) -> None:
    """Nobody is watching."""


def read(name: str, data: bytes, progress: Progress = no_progress) -> Document:
    """Read a file by its content. `progress` is told how many pages of how many are read, where there are pages.

    Raises Refused with a code of intake.wording.SENTENCES.
    """
    kind = gate.kind_of(name, data)
    blocks, remarks = _READERS[kind](data, progress)
    if not blocks:
        raise Refused("empty")
    if len(blocks) > MOST_BLOCKS:
        raise Refused("too_long", blocks=len(blocks), limit=MOST_BLOCKS)
    if sum(len(block.text) for block in blocks) > MOST_TEXT:
        raise Refused("too_much_text", limit=MOST_TEXT)
    mended, repaired = repairs.mended(blocks)
    if kind not in ("txt", "md"):
        mended = _placed(mended)
    language = language_of("\n".join(block.text for block in mended))
    return Document(name, mended, language, (*remarks, *repaired), kind)


def _placed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Offsets for formats that have none: as if the texts of the blocks stood one under the other."""
    placed, offset = [], 0
    for block in blocks:
        placed.append(replace(block, offset=offset))
        offset += len(block.text) + 1
    return tuple(placed)


def _markdown(data: bytes, progress: Progress) -> Found:
    return _of_lines(data, markdown.blocks)


def _plain(data: bytes, progress: Progress) -> Found:
    return _of_lines(data, _paragraphs)


def _paragraphs(text: str) -> tuple[Block, ...]:
    gate.check_paragraphs(text)
    return plain.blocks(text)


def _of_lines(data: bytes, blocks_of: Callable[[str], tuple[Block, ...]]) -> Found:
    found = decoded(data)
    gate.check_lines(found.text)
    return blocks_of(found.text), found.remarks


def _word(data: bytes, progress: Progress) -> Found:
    return import_module("intake.readers.word").blocks(data)


def _web(data: bytes, progress: Progress) -> Found:
    return import_module("intake.readers.web").blocks(data)


def _pdf(data: bytes, progress: Progress) -> Found:
    return import_module("intake.readers.pdf").blocks(data, progress=progress)


_READERS: dict[FileKind, Callable[[bytes, Progress], Found]] = {
    "docx": _word,
    "pdf": _pdf,
    "html": _web,
    "md": _markdown,
    "txt": _plain,
}
