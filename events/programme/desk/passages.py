"""The source beside the form: its numbered blocks, with the words marked that the draft took from them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from events.programme.models import Event
from intake.models import SourceBlock

SHORTEST_PHRASE = 3
WHOLE_WITHIN = 200  # characters: a block no longer than this is marked as a whole where the words differ


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One block. `pieces` join to its text; a table has `rows` instead."""

    n: int
    kind: str
    pieces: tuple[Piece, ...]
    rows: list[list[str]]


def passages(event: Event) -> list[Passage]:
    """Every block of the event's document, in order; none where the event was not drafted from one."""
    if event.source is None:
        return []
    phrases = phrases_by_block(event)
    return [passage(block, phrases.get(block.n)) for block in event.source.blocks.all()]


def passage(block: SourceBlock, phrases: set[str] | None) -> Passage:
    pieces = marked(block.text, phrases) if phrases else (Piece(block.text, False),)
    return Passage(block.n, block.kind, pieces, block.rows if block.kind == "table" else [])


def phrases_by_block(event: Event) -> dict[int, set[str]]:
    """The words of each value, under the numbers of the blocks that it cites. Sections quote whole blocks: no marks."""
    found: dict[int, set[str]] = {}
    cited = [(words_of(getattr(event, name, "")), blocks) for name, blocks in event.evidence.items()]
    cited += [([session.title, session.stated_time], session.blocks) for session in event.sessions.all()]
    for words, blocks in cited:
        for number in blocks:
            found.setdefault(number, set()).update(words)
    return found


def words_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def marked(text: str, phrases: Iterable[str]) -> tuple[Piece, ...]:
    """The text cut where phrases begin and end. Where none is found, a short block is marked as a whole."""
    spans = merged(span for phrase in phrases for span in occurrences(phrase, text))
    if not spans:
        return (Piece(text, len(text) <= WHOLE_WITHIN),)
    pieces, at = [], 0
    for start, end in spans:
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text[at:], False)) if piece.text)


def occurrences(phrase: str, text: str) -> list[tuple[int, int]]:
    words = phrase.split()
    if len(phrase.strip()) < SHORTEST_PHRASE:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
