"""Several meetings announced in one note: which of them the draft is about, and what belongs to the others."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.programme.drafting.clock import times
from events.programme.drafting.days import dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT, role_of
from intake.blocks import Block, Document, Remark

_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th)|перв\w{2,3}|втор\w{2,3}|трет\w{2,3}|четв[её]рт\w{2,3}"
)
_MEETING = re.compile(
    rf"^(?:\d{{1,2}}[.)]\s)?(?:(?:the\s)?(?:{_ORDINAL})\s(?:[\w-]{{1,20}}\s){{0,2}}{EVENT}\b|"
    rf"(?:[\w-]{{1,20}}\s){{0,2}}{EVENT}\s(?:no\.?\s?|№\s?|#)?(?:\d{{1,2}}|[IVX]{{1,4}}|one|two|three|four|five)\b)",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"\b(?:series|cycle) of (?:[\w-]{{1,20}}\s){{0,3}}?(?:{EVENT}|lectures|talks)\b|"
    rf"\b{EVENT}\sseries\b|\bcourse of lectures\b|"
    rf"\b(?:сери\w|цикл\w{{0,2}})\s(?:из\s)?(?:[\w-]{{1,20}}\s){{0,3}}?{EVENT}",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:live\s|online\s)?(?:session|part|module|class|episode|lecture|unit|week|занятие|модуль|часть|лекция)\s"
    r"(?:no\.?\s?|№\s?|#)?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five)\b",
    re.IGNORECASE,
)
_LEAST_DATED = 3  # headings that begin with a day
_FIRST_BLOCKS = 8
_WORD = re.compile(r"\w{3,}|\d+")
_MOST_WORDS = 25


@dataclass(frozen=True)
class Meeting:
    """One of several meetings: the blocks from its heading to the next one's, and its first date."""

    heading: Block
    blocks: tuple[Block, ...]
    day: date | None
    stated_date: str


def others_of(document: Document, title: Stated | None) -> tuple[frozenset[int], list[Remark]]:
    """The blocks that belong to meetings other than the note's own, and an open point for each of those.

    The own one is that which the part common to all gives the date of, or whose heading is nearest to the title, else
    the first. Nothing where the common part spans them all: then they are parts of one event.
    """
    found = [] if is_series(document) else meetings_in(document)
    if len(found) < 2 or sum(bool(one.stated_date) for one in found) < 2:
        return frozenset(), []
    common = _common_days(document, found)
    days = [one.day for one in found if one.day]
    if common and days and min(common) <= min(days) and max(days) <= max(common) and min(common) < max(common):
        return frozenset(), []
    own = _own(found, common, title)
    others = [one for one in found if one is not own]
    points = [
        Remark("other_meeting", {"text": _short(one.heading.text), "date": one.stated_date, "block": one.heading.n})
        for one in others
        if one.stated_date
    ]
    return frozenset(block.n for one in others for block in one.blocks), points


def is_series(document: Document) -> bool:
    """Whether the first lines announce the meetings as one event: then none of them is another one."""
    is_announced = any(_SERIES.search(block.text[:1_000]) for block in document.blocks[:_FIRST_BLOCKS])
    return is_announced or bool(_dated_parts(document.blocks))


def without_number(text: str) -> str:
    """ "Part 2 - Who owns the data?": what is said besides the number."""
    part = _PART.match(text)
    return text[part.end() :].strip(" .:–—-") if part else text


def _dated_parts(blocks: Sequence[Block]) -> list[int]:
    """Where the numbered parts of one event begin, each with its own day, or the headings that begin with a day."""
    numbered = [at for at, block in enumerate(blocks) if _is_dated_part(blocks, at, block)]
    if len(numbered) > 1:
        return numbered
    dated = [at for at, block in enumerate(blocks) if block.kind == "heading" and _begins_with_day(block.text)]
    return dated if len(dated) >= _LEAST_DATED else _dated_lines(blocks)


def _dated_lines(blocks: Sequence[Block]) -> list[int]:
    """At least three lines one below the other that begin with a day and go on: "4 Feb  Week 1. Bands and clouds"."""
    for is_line, group in itertools.groupby(range(len(blocks)), lambda at: _is_dated_line(blocks[at])):
        run = list(group) if is_line else []
        if len(run) >= _LEAST_DATED:
            return run
    return []


def _is_dated_line(block: Block) -> bool:
    is_line = block.kind in ("paragraph", "item") and len(block.text.split()) in range(4, _MOST_WORDS)
    return is_line and _begins_with_day(block.text) and not times(block.text)


def _is_dated_part(blocks: Sequence[Block], at: int, block: Block) -> bool:
    if block.kind == "table" or not _PART.match(block.text) or len(block.text.split()) > _MOST_WORDS:
        return False
    below = itertools.takewhile(lambda one: one.kind != "table" and not _PART.match(one.text), blocks[at + 1 : at + 3])
    return any(dates(one.text[:200]) for one in (block, *below))


def _begins_with_day(text: str) -> bool:
    return any(one.start == 0 for one in dates(text[:40])[:1])


def meetings_in(document: Document) -> list[Meeting]:
    marks = _dated_parts(document.blocks)
    marks = marks or [index for index, block in enumerate(document.blocks) if _opens_meeting(block)]
    if len(marks) < 2:
        return []
    kind, level = document.blocks[marks[0]].kind, document.blocks[marks[0]].level
    marks = [i for i in marks if (document.blocks[i].kind, document.blocks[i].level) == (kind, level)]
    ends = [_end(document.blocks, start, marks) for start in marks]
    if all(end == start + 1 for start, end in zip(marks[:-1], ends[:-1], strict=True)):
        ends[-1] = marks[-1] + 1  # a list of them, one a line
    return [_meeting(document.blocks[start:end]) for start, end in zip(marks, ends, strict=True)]


def _opens_meeting(block: Block) -> bool:
    if block.kind not in ("heading", "item", "paragraph") or not _MEETING.match(block.text[:120]):
        return False
    if block.kind == "heading":
        return True
    short = len(block.text.split()) <= _MOST_WORDS
    return short and (
        bool(dates(block.text))
        or (block.kind == "paragraph" and (block.text[-1:].isalnum() or block.text.endswith(")")))
    )


def _end(blocks: Sequence[Block], start: int, marks: list[int]) -> int:
    """Where a meeting's part ends: at the next mark, or at a heading as high as its own; an item is a part alone."""
    mark = blocks[start]
    if mark.kind == "item":
        return start + 1
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        higher = block.kind == "heading" and (mark.kind != "heading" or block.level <= mark.level)
        if index == start + 1 and block.kind == "heading" and _begins_with_day(mark.text):
            continue  # the day stands above the title
        if index in marks or (higher and (mark.kind == "heading" or role_of(block.text) in _COMMON)):
            return index
    return len(blocks)


_COMMON = frozenset({"contact", "registration", "organisers", "partners", "audience", "background", "language"})


def _meeting(blocks: Sequence[Block]) -> Meeting:
    found = next((one for block in blocks[:12] for one in dates(block.text[:400])), None)
    return Meeting(blocks[0], tuple(blocks), found.first if found else None, found.text if found else "")


def _common_days(document: Document, found: list[Meeting]) -> list[date]:
    """The whole dates on the labelled and short lines that stand before the first meeting."""
    before = [block for block in document.blocks if block.n < found[0].heading.n and len(block.text.split()) <= 16]
    spans = [one for block in before for one in dates(block.text) if one.first and one.last]
    return [day for one in spans for day in (one.first, one.last) if day]


def _own(found: list[Meeting], common: list[date], title: Stated | None) -> Meeting:
    dated = next((one for one in found if one.day and one.day in common), None)
    words = set(_WORD.findall(title.text.lower())) if title else set()
    nearest = max(found, key=lambda one: len(words & set(_WORD.findall(one.heading.text.lower()))))
    telling = words & set(_WORD.findall(nearest.heading.text.lower()))
    shared = set.intersection(*(set(_WORD.findall(one.heading.text.lower())) for one in found))
    return dated or (nearest if telling - shared else found[0])


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rsplit(' ', 1)[0]}…"
