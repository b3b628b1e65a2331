"""Tables that are no tables: a note set in a frame of one column, or in two columns saying the same in two scripts."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from events.programme.drafting.drafts import EventDraft
from intake.blocks import Block, Document, Remark
from intake.readers import plain

_CYRILLIC, _LATIN = re.compile(r"[Ѐ-ӿ]"), re.compile(r"[A-Za-zÀ-ɏ]")
_LEAST_ROWS = 3
_CYRILLIC_LANGUAGES = ("ru", "kk", "ky", "tg", "uk", "mn", "be")


def unfolded(document: Document) -> tuple[Document, Mapping[int, int]]:
    """The document with the lines of such tables as blocks of their own, and for each number there the one here."""
    blocks: list[Block] = []
    origin: dict[int, int] = {}
    for block in document.blocks:
        cells = _text_of_frame(block, document.language)
        inner = plain.blocks("\n\n".join(cells)) if cells else (block,)
        for one in inner:
            blocks.append(replace(one, n=len(blocks) + 1, offset=block.offset, page=block.page))
            origin[len(blocks)] = block.n
    if len(blocks) == len(document.blocks):
        return document, {}
    return replace(document, blocks=tuple(blocks)), origin


def folded_back(draft: EventDraft, origin: Mapping[int, int], document: Document) -> EventDraft:
    """The draft with the numbers of blocks that the document itself has; what its reader remarked has them already."""
    if not origin:
        return draft
    kept = tuple(itertools.takewhile(lambda one: one in document.warnings, draft.warnings))
    return replace(
        draft,
        evidence={path: tuple(sorted({origin[n] for n in numbers})) for path, numbers in draft.evidence.items()},
        open_points=tuple(_renumbered(draft.open_points, origin)),
        warnings=(*kept, *_renumbered(draft.warnings[len(kept) :], origin)),
    )


def _renumbered(remarks: Iterable[Remark], origin: Mapping[int, int]) -> Iterable[Remark]:
    for one in remarks:
        n = one.values.get("block")
        yield replace(one, values=one.values | {"block": origin[n]}) if isinstance(n, int) else one


def _text_of_frame(block: Block, language: str | None) -> list[str]:
    """The cells of the only column, or of the column in the language of the document; empty for a true table."""
    rows = [[cell for cell in row if cell.strip()] for row in block.rows]
    rows = [row for row in rows if row]
    if rows and all(len(row) == 1 for row in rows):
        return [row[0] for row in rows]
    if any(len(row) > 2 for row in rows) or len(rows) < _LEAST_ROWS or not _in_two_scripts(rows):
        return []
    own = _CYRILLIC if language in _CYRILLIC_LANGUAGES else _LATIN
    return [max(row, key=lambda cell: len(own.findall(cell)) / len(cell)) for row in rows]


def _in_two_scripts(rows: list[list[str]]) -> bool:
    """Whether in nearly every row one cell is in Latin and the other in Cyrillic letters, always on the same side."""
    sides = [tuple(_script(cell) for cell in row) for row in rows]
    return any(sides.count(order) * 5 >= len(rows) * 4 for order in ((_CYRILLIC, _LATIN), (_LATIN, _CYRILLIC)))


def _script(text: str) -> re.Pattern[str] | None:
    """The letters of which a text has more; None where it has none."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    return None if cyrillic == latin else _CYRILLIC if cyrillic > latin else _LATIN
