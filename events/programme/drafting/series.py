"""A series announced as one event: its meetings, each under a heading of its own, are the sessions."""

import re
from dataclasses import replace

from events.programme.drafting.agenda_days import open_day
from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.days import FoundDate, dates
from events.programme.drafting.meetings import Meeting, is_series, meetings_in
from events.programme.drafting.naming import slot_of
from events.programme.drafting.parts import Note
from events.programme.drafting.people import lead_in
from events.programme.drafting.slots import Agenda
from events.programme.drafting.timed import without_time
from intake.blocks import Block

_WORDS = re.compile(r"[^\W\d_]{3}")


def series_agenda(note: Note) -> Agenda:
    """Empty where the note announces no series, or its meetings have no day."""
    agenda = Agenda()
    for meeting in meetings_in(note.document) if is_series(note.document) else ():
        told = _told(meeting)
        if told:
            day, found, block = told
            open_day(day, agenda)
            slot = slot_of(_title(meeting.heading), found, _people(meeting), meeting.heading.n)
            people = (b.n for b in meeting.blocks if lead_in(b.text))
            agenda.add(replace(slot, blocks=(*slot.blocks, block.n, *people)))
    return agenda


def _told(meeting: Meeting) -> tuple[FoundDate, FoundTime | None, Block] | None:
    for block in meeting.blocks:
        if day := next(iter(dates(block.text[:400])), None):
            hours = (found for b in (block, *meeting.blocks) for found in times(b.text[:400]))
            return day, next(hours, None), block
    return None


def _title(heading: Block) -> str:
    """The heading without its day and hour."""
    text = heading.text
    for one in reversed(dates(text)):
        text = f"{text[: one.start].rstrip(' (,–—-')} {text[one.end :].lstrip(' ),')}"
    found = next(iter(times(text)), None)
    bare = without_time(text, found) if found else text
    return bare if _WORDS.search(bare) else heading.text


def _people(meeting: Meeting) -> str:
    return "\n".join(block.text for block in meeting.blocks[1:] if lead_in(block.text))
