"""A series announced as one event: its meetings, each under a heading of its own, are the sessions."""

import re
from dataclasses import replace

from events.programme.drafting.agenda_days import open_day
from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.days import FoundDate, dates
from events.programme.drafting.leads import lead_in
from events.programme.drafting.meetings import Meeting, is_series, meetings_in, without_number
from events.programme.drafting.naming import slot_of
from events.programme.drafting.parts import Note
from events.programme.drafting.people import is_person_told, speakers_in
from events.programme.drafting.slots import Agenda
from events.programme.drafting.timed import without_time
from intake.blocks import Block

_WORDS = re.compile(r"[^\W\d_]{3}")
_BRACKET = re.compile(r"\([^()]{1,40}\)")
_QUOTES = ' "“”«»'
_LEADERS = re.compile(r"\s*\.{3,}\s*")  # "Webinar 1 ..... Electronic certificates"
_MOST_WORDS = 25


def series_agenda(note: Note) -> Agenda:
    """Empty where the note announces no series, or its meetings have no day."""
    agenda = Agenda()
    for meeting in meetings_in(note.document) if is_series(note.document) else ():
        told = _told(meeting)
        if told:
            day, found, block = told
            open_day(day, agenda)
            title, named_by = _title(meeting)
            slot = slot_of(title, found, "", named_by.n)
            speakers = slot.speakers or speakers_in(_people(meeting, named_by))
            slot = replace(slot, speakers=speakers, blocks=(meeting.heading.n, *slot.blocks))
            people = (b.n for b in meeting.blocks if _is_about_people(b))
            agenda.add(replace(slot, blocks=(*slot.blocks, block.n, *people)))
    return agenda


def _told(meeting: Meeting) -> tuple[FoundDate, FoundTime | None, Block] | None:
    for block in meeting.blocks:
        if day := next(iter(dates(block.text[:400])), None):
            hours = (found for b in (block, *meeting.blocks) for found in times(b.text[:400]))
            return day, next(hours, None), block
    return None


def _title(meeting: Meeting) -> tuple[str, Block]:
    """The heading without its day and hour, or the line below it where that is all it says; and which of them it is."""
    heading = meeting.heading
    bare = _without_when(heading.text)
    if _WORDS.search(_BRACKET.sub("", without_number(bare))):
        return bare, heading
    below = (one for one in meeting.blocks[1:3] if one.kind != "table" and not dates(one.text[:200]))
    named = next((one for one in below if len(one.text.split()) <= _MOST_WORDS and not _is_about_people(one)), None)
    return (named.text.strip(_QUOTES), named) if named else (bare if _WORDS.search(bare) else heading.text, heading)


def _without_when(text: str) -> str:
    for one in reversed(dates(text)):
        rest = text[one.end :].lstrip(" ),")
        text = f"{text[: one.start].rstrip(' (,–—-')}{'' if rest.startswith('.') else ' '}{rest}"
    found = next(iter(times(text)), None)
    return _LEADERS.sub(" ", without_time(text, found) if found else text).strip()


def _people(meeting: Meeting, named_by: Block) -> str:
    below = (block for block in meeting.blocks[1:] if block is not named_by)
    return "\n".join(block.text for block in below if _is_about_people(block))


def _is_about_people(block: Block) -> bool:
    is_line = len(block.text.split()) <= _MOST_WORDS and block.kind != "table" and not block.text.endswith(".")
    return bool(lead_in(block.text)) or (is_line and is_person_told(block.text))
