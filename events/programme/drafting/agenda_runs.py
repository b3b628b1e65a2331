"""Where the agenda of a note stands that no heading announces: days, timed lines, lines with lengths."""

import itertools
import re

from events.programme.drafting.agenda_days import DAY, is_day
from events.programme.drafting.clock import times
from events.programme.drafting.columns import is_agenda_table, is_calendar
from events.programme.drafting.days import dates
from events.programme.drafting.parts import Note, Part
from events.programme.drafting.running import running_slots
from events.programme.drafting.timed import leading_time, without_length, without_time
from intake.blocks import Block

_MOST_WORDS = 25
HALF_DAY = re.compile(
    r"^(?:(?:in the )?(?:morning|afternoon|evening)|утром?|вечером?|после обеда)\s?[:–—-]\s", re.IGNORECASE
)


def dated_parts(note: Note) -> list[Part]:
    """Parts under headings such as "Day 1 – Tuesday 6 April", of a note that has no heading for them all."""
    dated = [part for part in note.parts if part.role is None and (DAY.match(part.heading) or dates(part.heading))]
    found = [part for part in dated if any(map(_is_of_agenda, part.blocks))]
    return found if len(found) > 1 else []


def _is_of_agenda(block: Block) -> bool:
    told = HALF_DAY.sub("", block.text)
    return bool(leading_time(told)) or is_agenda_table(block) or len(running_slots(told, 2)) > 1


def timed_run(note: Note) -> list[Block]:
    """What has times under no heading that says so: tables, else lines that begin with a time, else running text."""
    blocks = [block for part in note.parts if part.role in (None, "about", "format") for block in part.blocks]
    tables = _with_days([b.kind == "table" and (is_agenda_table(b) or is_calendar(b)) for b in blocks], blocks)
    timed = [i for i, b in enumerate(blocks) if b.kind != "table" and _times_something(b, blocks[i + 1 : i + 2])]
    run = blocks[timed[0] : timed[-1] + 1] if len(timed) >= 2 else []
    dense = run if len(timed) * 4 >= len(run) else [blocks[i] for i in timed]
    return tables or dense or [b for b in blocks if b.kind != "table" and running_slots(b.text, 3)][:3]


def _times_something(block: Block, below: list[Block]) -> bool:
    """Whether a line begins with a time and goes on, or has nothing else and a line without one stands below it."""
    if not leading_time(block.text):
        return False
    return says_more(block.text) or any(one.kind in ("item", "paragraph") and not times(one.text) for one in below)


def told_in_turn(note: Note) -> list[Block]:
    """Paragraphs one below the other that between them tell at least three times, each later than the one before."""
    blocks = [block for part in note.parts if part.role in (None, "about", "format") for block in part.blocks]
    for is_told, group in itertools.groupby(blocks, lambda b: b.kind == "paragraph" and bool(running_slots(b.text, 1))):
        run = list(group) if is_told else []
        starts = [found.start for block in run for _, found in running_slots(block.text, 1) if found]
        if len(starts) > 2 and all(before < after for before, after in itertools.pairwise(starts)):
            return run
    return []


def with_lengths(note: Note) -> list[Block]:
    """At least three short lines one below the other, each with how long it lasts: "Panel discussion (45 min)"."""
    for part in note.parts:
        for has_length, group in itertools.groupby(part.blocks, _tells_length):
            run = list(group) if has_length else []
            if len(run) > 2:
                return run
    return []


def _tells_length(block: Block) -> bool:
    is_line = block.kind in ("paragraph", "item") and len(block.text.split()) <= _MOST_WORDS
    return is_line and bool(without_length(block.text)[1])


def _with_days(is_agenda: list[bool], blocks: list[Block]) -> list[Block]:
    """The tables, and the lines above each that head its day or have the times of its first sessions."""
    kept: list[Block] = []
    for at in (at for at, found in enumerate(is_agenda) if found):
        above = list(itertools.takewhile(_heads_table, reversed(blocks[max(0, at - 6) : at])))
        kept += [*reversed(above), blocks[at]]
    return kept


def _heads_table(block: Block) -> bool:
    return block.kind != "table" and bool(leading_time(block.text) or is_day(block.text))


def says_more(text: str) -> bool:
    found = leading_time(text)
    return bool(found and re.search(r"[^\W\d_]{3}", without_time(text, found)))
