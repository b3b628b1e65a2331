"""Which headings of a note belong to its agenda: lines of it, or the words above all of them."""

import itertools
import re
from collections.abc import Iterable

from events.programme.drafting.agenda_days import DAY
from events.programme.drafting.clock import times
from events.programme.drafting.leads import lead_in
from events.programme.drafting.lexicon import role_of
from events.programme.drafting.people import is_person_told
from intake.blocks import Block

AGENDA_HEADING = re.compile(
    r"^(?:day|session|panel|part|block|день|сессия|секция|часть|панель)\b|\d[:.]\d\d|\d{4}", re.IGNORECASE
)
_DAY = re.compile(r"(?:day|день)\s\S", re.IGNORECASE)
_AGENDA_WORD = re.compile(
    r"\b(?:agenda|list of sessions|programme|schedule|timetable|программа|повестка|расписание)\b", re.IGNORECASE
)
_AT_ONCE = 4  # characters before the time of a session's line


def belongs_to_agenda(blocks: tuple[Block, ...], index: int, above: Iterable[Block], *, in_agenda: bool) -> bool:
    """Whether a block that looks like a heading goes on with the agenda; `above` are the blocks of the open part."""
    block = blocks[index]
    if in_agenda and role_of(block.text) == "speakers":
        return _is_speaker_list(blocks, index)
    if block.kind != "heading" or (role_of(block.text) and not begins_with_time(block)):
        return False
    if in_agenda and begins_with_time(block) and role_of(block.text) != "agenda":
        return True
    if (lead_in(block.text) or is_person_told(block.text)) and any(map(begins_with_time, above)):
        return True
    below = [b for b in blocks[index + 1 : index + 4] if b.kind != "heading"]
    lines = below[1:2] if below and _DAY.match(below[0].text) else below[:1]
    return in_agenda and any(map(begins_with_time, lines))


def _is_speaker_list(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether "Speakers" stands between two lines of the agenda, rather than after it."""
    later = itertools.takewhile(
        lambda b: b.kind != "heading" or AGENDA_HEADING.search(b.text), blocks[index + 1 : index + 40]
    )
    return any(begins_with_time(block) for block in later if not block.rows)


def heads_agenda(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a heading speaks of an agenda ("Consolidated agenda") or a day of it, and times stand below it."""
    text = blocks[index].text
    if not (_AGENDA_WORD.search(text) or DAY.match(text)) or begins_with_time(blocks[index]):
        return False
    return sum(map(begins_with_time, blocks[index + 1 : index + 8])) > 1


def begins_with_time(block: Block) -> bool:
    lines = [row[0] for row in block.rows if row] if block.rows else [block.text]
    return any(found.position < _AT_ONCE for line in lines for found in times(line[:40], in_agenda=True)[:1])
