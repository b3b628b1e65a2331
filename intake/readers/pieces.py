"""What the readers of formatted documents share: pieces of text with their look, from which headings are told."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from intake.blocks import Block, Kind, Span
from intake.readers.headings import looks_like_caption, looks_like_heading
from intake.readers.lines import ITEM, depth, numbered

LARGER = 1.14  # times the size of the running text
_DEEPEST = 6
_LEAST_QUESTIONS = 3
_NEXT_LINE_GOES_ON = re.compile(r"[a-zа-яё(,;]")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
_NOTE_MARK = re.compile(r"(?:[\[(]?\d{1,3}[\])]?(?:\s?[,;–-]\s?\d{1,3}){0,8}|[*†‡§¶]{1,3}|\[?[a-zivx]{1,4}\])")
_LETTER_MARK = re.compile(r"[a-h](?:,\s?[a-h*†]){0,4}")  # where authors work
_NAME_BEFORE = re.compile(r"(?:^|[;,.]\s|[^\W\d_A-ZА-ЯЁ]{2},?)$")
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcmd]?m|ha|ft|s)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block still with its look. `size` is in points, 0 where unknown; `bold` means bold as a whole."""

    kind: Kind
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()
    page: int | None = None
    bold: bool = False
    size: float = 0.0


@dataclass
class Weighed:
    """The look of a line: bold and size are weighed by letters, as one bold word makes no bold paragraph."""

    letters: int = 0
    bold_letters: int = 0
    sizes: dict[float, int] = field(default_factory=dict)

    def weigh(self, text: str, *, bold: bool, size: float) -> None:
        weight = sum(not letter.isspace() for letter in text)
        self.letters += weight
        self.bold_letters += weight * bold
        self.sizes[size] = self.sizes.get(size, 0) + weight

    @property
    def bold(self) -> bool:
        return self.letters > 0 and self.bold_letters * 10 >= self.letters * 9

    @property
    def size(self) -> float:
        return max(self.sizes, key=self.sizes.__getitem__, default=0.0)


def is_note_mark(raised: str, before: str) -> bool:
    """Whether raised text is the mark of a footnote, and not the power of a unit (m²) or the end of a word (4th)."""
    if _LETTER_MARK.fullmatch(raised.strip()):
        return bool(_NAME_BEFORE.search(before[-6:]))
    return bool(_NOTE_MARK.fullmatch(raised.strip())) and not _UNIT.search(before[-6:])


def broken_lines(text: str) -> list[str]:
    """The lines of a paragraph that was broken by hand; a line that goes on in the next one is joined with it."""
    runs: list[list[str]] = []
    for line in (" ".join(line.split()) for line in text.split("\n")):
        if runs and line and _NEXT_LINE_GOES_ON.match(line) and not _ENDS.search(runs[-1][-1][-6:]):
            runs[-1].append(line)
        elif line:
            runs.append([line])
    return [" ".join(run) for run in runs]


def typed_item(piece: Piece) -> Piece:
    """A paragraph that begins with a typed list sign is an item without it; one of a bullet font may be any sign."""
    mark = ITEM.match(piece.text) if piece.kind == "paragraph" else None
    if not mark or (piece.bold and looks_like_heading(piece.text)):
        return piece
    return replace(piece, kind="item", text=piece.text[mark.end() :], level=depth(mark.group(1)))


def finished(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Blocks, with headings and captions told by their look where no markup tells them."""
    typed = [typed_item(piece) for piece in pieces if piece.text.strip()]
    return numbered(_block(piece) for piece in _with_headings(_with_captions(typed)))


def _block(piece: Piece) -> Block:
    return Block(0, piece.kind, piece.text, piece.level, piece.rows, 0, piece.page, piece.spans)


def _with_captions(pieces: Iterable[Piece]) -> list[Piece]:
    return [
        replace(piece, kind="caption") if piece.kind == "paragraph" and looks_like_caption(piece.text) else piece
        for piece in pieces
    ]


def _with_headings(pieces: list[Piece]) -> list[Piece]:
    body = _body_size(pieces)
    bold_tells = _bold_is_rare(pieces)
    chosen = [n for n, _ in enumerate(pieces) if _is_heading(pieces, n, body, bold_tells)]
    asked = [n for n in chosen if pieces[n].text.endswith("?") and pieces[n].size < body * LARGER]
    stated = any(piece.kind == "heading" and piece.level > 1 for piece in pieces)
    if stated and len(asked) >= _LEAST_QUESTIONS:  # of an interview, which has other headings
        chosen = [n for n in chosen if n not in asked]
    levels = _levels(pieces, chosen)
    return [replace(piece, kind="heading", level=levels[n]) if n in levels else piece for n, piece in enumerate(pieces)]


def _body_size(pieces: Iterable[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for piece in pieces:
        if piece.kind in ("paragraph", "item") and piece.size:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _bold_is_rare(pieces: Iterable[Piece]) -> bool:
    running = [piece for piece in pieces if piece.kind in ("paragraph", "item")]
    return sum(len(p.text) for p in running if p.bold) * 2 <= sum(len(p.text) for p in running)


def _is_heading(pieces: list[Piece], n: int, body: float, bold_tells: bool) -> bool:
    """Headings stand before something; of several bold lines in a row at most two can be headings."""
    piece = pieces[n]
    is_larger = bool(body) and piece.size >= body * LARGER
    stands_out = is_larger or (piece.bold and bold_tells) or _is_shouted(piece.text)
    if piece.kind not in ("paragraph", "item") or not stands_out or (piece.kind == "item" and not piece.bold):
        return False
    if n + 1 == len(pieces) or not (looks_like_heading(piece.text) or (is_larger and _is_long_title(piece.text))):
        return False
    return is_larger or not all(p.bold and p.kind == piece.kind for p in pieces[n + 1 : n + 3])


def _is_long_title(text: str) -> bool:
    return len(text) <= 250 and not text.endswith((".", ";", ","))


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 8 and len(text.split()) >= 2 and all(map(str.isupper, letters))


def _levels(pieces: list[Piece], chosen: list[int]) -> dict[int, int]:
    """Larger before smaller, bold before plain; below the headings that the markup tells. A first line that shares
    its look with the headings under it is still their title."""
    if not chosen:
        return {}
    looks = sorted({_look(pieces[n]) for n in chosen}, reverse=True)
    stated = [piece.level for piece in pieces if piece.kind == "heading"]
    shares_look = not stated and sum(_look(pieces[n]) == looks[0] for n in chosen) > 1
    above = max(stated, default=int(shares_look and chosen[0] == 0))
    levels = {n: min(looks.index(_look(pieces[n])) + 1 + above, _DEEPEST) for n in chosen}
    if chosen[0] == 0:
        levels[0] = 1
    return levels


def _look(piece: Piece) -> tuple[float, bool]:
    return round(piece.size), piece.bold
