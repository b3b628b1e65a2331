"""From lines to paragraphs: which lines belong together, over columns and pages too."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from intake.readers.lines import ITEM
from intake.readers.pdf.geometry import Line, Table
from intake.readers.pdf.hyphens import Hyphens
from intake.readers.pdf.notes import without_notes
from intake.readers.pieces import LARGER, Piece
from intake.readers.tables import Grid, table_block

_WIDER_GAP = 1.28  # times the usual distance of two lines
_INDENT = 0.8  # times the size
_SAME_SIZE = 0.08
_SHORT_OF = 0.4  # of the column: a line in the middle of a sentence may leave that much free
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_DASH = re.compile(r"^\s*[–—-]\s")
_GOES_ON = re.compile(r"^[a-zа-яё(]")
_LABEL = re.compile(r"^[A-ZА-ЯЁ][^.:!?]{1,30}:(?:\s|$)")
_TIME = re.compile(r"^\d{1,2}[:.h]\d\d\b")
_PERIOD = re.compile(r"^\d{1,2}[:.h]\d\d\s?(?:[-–—]|to\b|до\b)")


@dataclass
class _Open:
    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def is_item(self) -> bool:
        return bool(ITEM.match(self.lines[0].text))


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in this file: the size of running text, and for each size how far apart two lines stand."""

    size: float
    pitch: dict[int, float]

    def pitch_of(self, line: Line) -> float:
        return self.pitch.get(round(line.size), 1.2 * line.size)


def pieces_of(pages: Sequence[Sequence[Line | Table]]) -> tuple[list[Piece], int]:
    """The pieces of all pages, and how many lines of footnotes and marks were left out."""
    usual = _usual(pages)
    kept, notes = without_notes(pages, usual.size)
    notes += sum(item.notes for page in kept for item in page if isinstance(item, Line))
    items = [item for page in kept for item in page]
    hyphens = Hyphens(item.text for item in items if isinstance(item, Line))
    return [_piece(group, hyphens) for group in _groups(_with_whole_tables(items, hyphens), usual)], notes


def _usual(pages: Iterable[Sequence[Line | Table]]) -> _Usual:
    sizes: Counter[float] = Counter()
    pitches: dict[int, Counter[float]] = {}
    for page in pages:
        for before, line in zip([None, *page], page, strict=False):
            if not isinstance(line, Line):
                continue
            sizes[line.size] += len(line.text)
            if isinstance(before, Line) and abs(before.size - line.size) < 0.5 and before.left == line.left:
                distance = round(line.bottom - before.bottom, 1)
                if 0.8 * line.size < distance < 2.6 * line.size:
                    pitches.setdefault(round(line.size), Counter())[distance] += 1
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return _Usual(size, {size: _least_usual(counts) for size, counts in pitches.items()})


def _least_usual(counts: Counter[float]) -> float:
    """The smallest distance that a fair part of the lines has: between paragraphs it is larger, never smaller."""
    enough = max(counts.values()) * 0.4
    return min(distance for distance, count in counts.items() if count >= enough)


def _with_whole_tables(items: Sequence[Line | Table], hyphens: Hyphens) -> list[Line | Table]:
    """A table that goes on at the top of the next page becomes one, its repeated first row left out."""
    whole: list[Line | Table] = []
    for item in items:
        before = whole[-1] if whole else None
        if isinstance(item, Table) and isinstance(before, Table) and before.may_go_on_in(item):
            whole[-1] = _joined_tables(before, item, hyphens)
        else:
            whole.append(item)
    return whole


def _joined_tables(first: Table, second: Table, hyphens: Hyphens) -> Table:
    """A row that the page break parted is made whole."""
    repeated = int(first.rows[0] == second.rows[0])
    last, rest = first.rows[-1], second.rows[repeated:]
    parted = bool(rest) and _is_parted(last, rest[0])
    if parted:
        last, rest = tuple(hyphens.joined(pair).strip() for pair in zip(last, rest[0], strict=True)), rest[1:]
    below = len(first.rows) - repeated - parted
    moved = ((r + below, c, h, w) for r, c, h, w in second.spans if r >= repeated + parted)
    rows = (*first.rows[:-1], last, *rest)
    return replace(first, rows=rows, spans=(*first.spans, *moved), last_page=second.last_page)


def _is_parted(last: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether a row without its first cell goes on in the middle of what the last row says."""
    pairs = [(before, text) for before, text in zip(last, rest, strict=True) if text]
    if rest[0] or not last[0] or not all(before for before, _ in pairs):
        return False
    return any(before.endswith((",", "-", "(")) or _GOES_ON.match(text) for before, text in pairs)


def _groups(items: Iterable[Line | Table], usual: _Usual) -> list[_Open | Table]:
    groups: list[_Open | Table] = []
    for item in items:
        open_one = groups[-1] if groups and isinstance(groups[-1], _Open) else None
        if isinstance(item, Table):
            groups.append(item)
        elif open_one and _belongs(open_one, item, usual):
            open_one.lines.append(item)
        else:
            groups.append(_Open([item]))
    return groups


def _belongs(group: _Open, line: Line, usual: _Usual) -> bool:
    last = group.last
    if abs(line.size - last.size) > _SAME_SIZE * last.size or _begins_item(group, line):
        return False
    if line.page != last.page or line.left != last.left or line.bottom < last.bottom:
        return _goes_on_elsewhere(group, line, usual)
    if line.bottom - last.bottom > _WIDER_GAP * usual.pitch_of(line):
        return False
    if last.size >= usual.size * LARGER:
        return True  # a title's lines are broken for their looks
    if line.bold != last.bold and not (_is_full(last, line) and _GOES_ON.match(line.text)):
        return False
    return _is_full(last, line) and not _begins_by_indent(group, line)


def _begins_item(group: _Open, line: Line) -> bool:
    """A list sign begins an item, unless it is a dash in the middle of a sentence; times begin rows of an agenda."""
    if _begins_row(group, line):
        return True
    if not ITEM.match(line.text):
        return False
    in_sentence = _DASH.match(line.text) and not _ENDS.search(group.last.text) and not group.is_item
    return not (in_sentence and _is_full(group.last, line) and _GOES_ON.match(_DASH.sub("", line.text)))


def _begins_row(group: _Open, line: Line) -> bool:
    """A time after a time or at the head of a tabbed line, or the next of several lines with the same tab stop."""
    first = group.lines[0]
    begins_with_time = bool(_TIME.match(line.text))
    stop = line.tab_stop
    is_period = bool(_PERIOD.match(line.text)) and not group.last.text.endswith((",", "("))
    if begins_with_time and (_TIME.match(first.text) or stop is not None or is_period):
        return True
    return stop is not None and first.tab_stop is not None and abs(stop - first.tab_stop) < 2


def _is_full(last: Line, line: Line) -> bool:
    """Whether the first word of the next line had no room in this one, so that the line was not ended on purpose."""
    first = line.words[0]
    room = last.right - last.x1
    if _GOES_ON.match(line.text) and not _ENDS.search(last.text) and room < _SHORT_OF * (last.right - last.left):
        return True
    return first.x1 - first.x0 + 0.2 * line.size > room


def _begins_by_indent(group: _Open, line: Line) -> bool:
    step = line.x0 - group.last.x0
    stop = group.lines[0].tab_stop
    if stop is not None and abs(line.x0 - stop) < 2:  # hangs under the second part of a tabbed row
        return False
    if group.is_item:
        text_begins = group.lines[1].x0 if len(group.lines) > 1 else None
        if text_begins is None:  # its second line: hangs under the text, or goes back to the margin
            return step < -_INDENT * line.size
        return abs(line.x0 - text_begins) > _INDENT * line.size
    is_centred = abs((line.x0 + line.x1) - (line.left + line.right)) < 4 and step > 0
    return step > _INDENT * line.size and not is_centred


def _goes_on_elsewhere(group: _Open, line: Line, usual: _Usual) -> bool:
    """In the next column or on the next page: running text that no sentence had ended."""
    last = group.last
    if _ENDS.search(last.text) or max(last.size, line.size) >= usual.size * LARGER or last.bold != line.bold:
        return False
    if _GOES_ON.match(line.text) or last.text.endswith(("-", ",", "\u00ad")):
        return True
    width = last.right - last.left
    is_long = last.x1 > last.right - width * 0.12 and len(last.text.split()) > 3
    return is_long and not _LABEL.match(line.text) and not _TIME.match(line.text)


def _piece(group: _Open | Table, hyphens: Hyphens) -> Piece:
    if isinstance(group, Table):
        block = table_block(Grid(group.rows, group.spans))
        return Piece("table", block.text, rows=block.rows, spans=block.spans, page=group.page)
    lines = group.lines
    text = hyphens.joined([line.text for line in lines])
    return Piece("paragraph", text, page=lines[0].page, bold=all(line.bold for line in lines), size=lines[0].size)
