"""The lines of a table's cell: those that were broken only for want of room are joined, the others stay apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from intake.readers.lines import ITEM
from intake.readers.pdf.geometry import Box, Line, Word, line_of, rows_of
from intake.readers.pdf.hyphens import Hyphens

_GOES_ON = re.compile(r"[a-zа-яё(]")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_WIDER_GAP = 1.28  # times the least distance of two lines in the table
_CENTRED = 2.0


def texts_of_cells(words: Mapping[Box, Sequence[Word]], page: int) -> dict[Box, str]:
    """What each cell of one table says. Cells share their margin: the least that any text leaves on its left."""
    rows = {box: rows_of(inside) for box, inside in words.items()}
    margin = max(0.0, min((row[0].x0 - box[0] for box, found in rows.items() for row in found), default=0.0))
    lines = {
        box: [line for row in found if (line := line_of(row, page, box[0] + margin, box[2] - margin))]
        for box, found in rows.items()
    }
    pitch = _least_pitch(lines.values())
    hyphens = Hyphens(line.text for found in lines.values() for line in found)
    return {box: _text(found, pitch, hyphens) for box, found in lines.items()}


def _least_pitch(cells: Iterable[Sequence[Line]]) -> float:
    """How far apart, in sizes, the lines of one paragraph stand; 0 where no cell has two."""
    found = ((line.bottom - before.bottom) / line.size for lines in cells for before, line in pairwise(lines))
    return min(found, default=0.0)


def _text(lines: Sequence[Line], pitch: float, hyphens: Hyphens) -> str:
    done = [lines[0].text] if lines else []
    for before, line in pairwise(lines):
        if _goes_on(before, line, pitch):
            done[-1] = hyphens.joined([done[-1], line.text])
        else:
            done.append(line.text)
    return "\n".join(done)


def _goes_on(before: Line, line: Line, pitch: float) -> bool:
    """Whether the first word of a line had no room in the one before, or that one ends in the middle of a sentence."""
    if ITEM.match(line.text) or line.bottom - before.bottom > _WIDER_GAP * pitch * line.size:
        return False
    if before.text.endswith((",", "–")) or (_GOES_ON.match(line.text) and not _ENDS.search(before.text)):
        return True
    if before.bold != line.bold:
        return False
    start, end = before.x0 - before.left, before.right - before.x1
    room = end + start if abs(start - end) < _CENTRED else end
    return line.words[0].x1 - line.words[0].x0 + 0.2 * line.size > room
