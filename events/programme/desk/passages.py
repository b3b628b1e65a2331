"""The source beside the form: its numbered blocks, with the words marked that the draft took from them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, pairwise

from events.programme.drafting.clock import dates, times
from events.programme.models import Event, Session
from intake.models import SourceBlock

SHORTEST_PHRASE = 3
WHOLE_WITHIN = 200  # characters: a block no longer than this is marked as a whole where the words differ
SECTION = "section-"  # a section is whole blocks: to mark them would mark everything
NOT_QUOTED = {"format", "language", "languages", "time_zone"}  # names of choices: their words are not the document's

Phrases = dict[str, set[str]]  # name of a value → the words it has in this block; empty where it only cites the block
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """`of` names the values that these words are evidence for; empty for words that nothing was taken from."""

    text: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    pieces: tuple[Piece, ...]
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One block, cited by the values `of`. `pieces` join to its text; a table has `rows` of cells instead."""

    n: int
    kind: str
    of: tuple[str, ...]
    pieces: tuple[Piece, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    page: int | None = None


def passages(event: Event) -> list[Passage]:
    """Every block of the event's document, in order; none where the event was not drafted from one."""
    if event.source is None:
        return []
    cited = phrases_by_block(event)
    return [passage(block, cited.get(block.n, {})) for block in event.source.blocks.all()]


def passage(block: SourceBlock, phrases: Phrases) -> Passage:
    of = tuple(sorted(phrases))
    if block.kind == "table" and block.rows:
        return Passage(block.n, block.kind, of, (), table(block, phrases), block.page)
    return Passage(block.n, block.kind, of, marked(block.text, phrases), (), block.page)


def table(block: SourceBlock, phrases: Phrases) -> tuple[tuple[Cell, ...], ...]:
    """The cells that are drawn: what a merged cell covers is left out."""
    size = {(row, column): (rows, columns) for row, column, rows, columns in block.spans}
    covered = {
        (row + down, column + right)
        for (row, column), (rows, columns) in size.items()
        for down in range(rows)
        for right in range(columns)
    } - set(size)
    return tuple(
        tuple(
            Cell(marked(text, phrases, whole=False), *size.get((row, column), (1, 1)))
            for column, text in enumerate(texts)
            if (row, column) not in covered
        )
        for row, texts in enumerate(block.rows)
    )


def phrases_by_block(event: Event) -> dict[int, Phrases]:
    """The words of each value, under the numbers of the blocks that it cites. Sections quote whole blocks: no words."""
    found: dict[int, Phrases] = {}
    for name, words, blocks in cited_values(event):
        for number in blocks:
            found.setdefault(number, {}).setdefault(name, set()).update(words)
    return found


def cited_values(event: Event) -> Iterator[tuple[str, list[str], list[int]]]:
    texts = {block.n: block.text for block in event.source.blocks.all()} if event.source else {}
    for name, blocks in event.evidence.items():
        value = getattr(event, name, "") or deadline_of(event, name)
        if isinstance(value, datetime | date):
            yield name, [found for n in blocks for found in clock_words(value, event, texts.get(n, ""))], blocks
        else:
            yield name, [] if name in NOT_QUOTED else [*words_of(value), *parts_told(event, name)], blocks
    for session in event.sessions.all():
        yield f"session-{session.code}", words_of_session(session), session.blocks
    for section in event.sections.all():
        yield f"{SECTION}{section.code}", [], section.blocks


def parts_told(event: Event, name: str) -> list[str]:
    """The words that say what each of these bodies does."""
    bodies = getattr(event, name) if name in ("organisers", "partners") else ()
    return [event.parts[body] for body in bodies if body in event.parts]


def deadline_of(event: Event, name: str) -> date | None:
    """The stated last day to register, while the hour at which registration closes is still to be set."""
    points = dict(event.open_points) if name == "registration_closes_at" else {}
    day = points.get("deadline_to_complete", {}).get("day")
    return date.fromisoformat(day) if day else None


def words_of_session(session: Session) -> list[str]:
    people = [speaker.name for speaker in session.speakers.all()]
    return [session.title, session.stated_time, *people]


def words_of(value: object) -> list[str]:
    if isinstance(value, dict):
        return [str(part) for part in value.values() if part]
    if isinstance(value, list):
        return [words for item in value for words in words_of(item)]
    return [str(value)] if value else []


def clock_words(value: datetime | date, event: Event, text: str) -> list[str]:
    """How this text writes a day, or the day and the hour of a moment."""
    if not isinstance(value, datetime):
        return [one.text for one in dates(text) if value in (one.first, one.last)]
    local = value.astimezone(event.zone)
    days = [one.text for one in dates(text) if local.date() in (one.first, one.last)]
    return days + [one.text for one in times(text) if local.time() in (one.start, one.end)]


def marked(text: str, phrases: Phrases, *, whole: bool = True) -> tuple[Piece, ...]:
    """The text cut where words of values begin and end. Where none is found, a short block is marked as a whole."""
    spans = [(*found, name) for name, words in phrases.items() for each in words for found in occurrences(each, text)]
    if spans:
        return cut(text, spans)
    values = tuple(sorted(name for name in phrases if not name.startswith(SECTION)))
    return (Piece(text, values if whole and len(text) <= WHOLE_WITHIN else ()),)


def cut(text: str, spans: list[Span]) -> tuple[Piece, ...]:
    """The pieces join to the text; neighbours that are evidence for the same values are one piece."""
    edges = sorted({0, len(text), *(edge for start, end, _name in spans for edge in (start, end))})
    parts = [
        (text[start:end], tuple(sorted({name for first, last, name in spans if first <= start and end <= last})))
        for start, end in pairwise(edges)
    ]
    return tuple(
        Piece("".join(words for words, _of in each), of) for of, each in groupby(parts, key=lambda part: part[1])
    )


def occurrences(phrase: str, text: str) -> Iterable[tuple[int, int]]:
    is_figure = phrase.isdecimal()
    if len(phrase.strip()) < SHORTEST_PHRASE and not is_figure:
        return []
    pattern = rf"\b{phrase}\b" if is_figure else r"\s+".join(re.escape(word) for word in phrase.split())
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
