"""The agenda of a note, line by line or as a table: what is said to happen when, and who speaks."""

import itertools
import re
from dataclasses import replace

from events.programme.drafting.agenda_days import after_date, after_day, opens_day
from events.programme.drafting.agenda_runs import (
    HALF_DAY,
    dated_parts,
    says_more,
    timed_run,
    told_in_turn,
    with_lengths,
)
from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.days import dates
from events.programme.drafting.leads import lead_in
from events.programme.drafting.lexicon import HONORIFIC, role_of
from events.programme.drafting.names import is_person
from events.programme.drafting.naming import slot_of
from events.programme.drafting.parts import Note
from events.programme.drafting.people import completes, described, is_person_told, is_undecided, is_unsure, speakers_in
from events.programme.drafting.running import presented, running_slots
from events.programme.drafting.slots import Agenda, DayMark, Slot
from events.programme.drafting.tables import read_table
from events.programme.drafting.telling import told_zone
from events.programme.drafting.timed import (
    TIME_LABEL,
    bracketed_time,
    leading_time,
    trailing_time,
    without_length,
    without_time,
)
from events.programme.drafting.zones import zones
from intake.blocks import Block

_PARALLEL = re.compile(r"\b(?:parallel|concurrent|simultaneous|breakout|параллельн\w{2,3})\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\b(?:parallel|concurrent|simultaneous|параллельн\w{2,3})\s(?:sessions|panels|сесси)", re.IGNORECASE
)
_TWO_CLOCKS = re.compile(r"\d{1,2}[:.]\d\d\s?/\s?\d{1,2}[:.]\d\d\s")  # "11:00 / 18:00 Back to plenary"
_POINT = re.compile(r"[–—•-]\s|\d{1,2}\.\d{1,2}\s")  # "– 40 min team work", "1.2 Vague descriptions"
_TIMES_ARE = re.compile(r"(?:note:\s)?(?:all\s)?(?:the\s)?times?\b|(?:всё\s|все\s)?врем(?:я|ена)\b", re.IGNORECASE)
# "Room A: Small firms (facilitator: Ms. Example)", below the session that it is a part of
_BESIDE = re.compile(
    r"\((?P<people>(?:co-)?(?:facilitat|moderat|chair|speaker|presenter|модератор|ведущ|спикер)\w{0,6}(?:\sby)?\s?:?\s[^()]{3,120})\)",
    re.IGNORECASE,
)
_ON_HOURS = re.compile(r",\s(?:admission|entry|entrance|free|doors)\b")
# "Visit to the port (9.00–12.00). Bring your passport."
_REMARK_BELOW = re.compile(r"^([^.]{3,120}\([^()]{0,20}\d[:.]\d\d[^()]{0,40}\))\.\s[A-ZА-ЯЁ].{0,300}$", re.DOTALL)
_SENTENCES = re.compile(r"[^\W\d_]{3}\.\s[A-ZА-ЯЁ]")
_LONGEST_BLOCK = 10_000
_LEAST_HALF_DAY = 2  # hours
_MOST_SLOTS = 500  # what goes on longer is no timetable
_MOST_PERSON_WORDS, _MOST_LINE_WORDS = 25, 14
_LINE_BREAKS = re.compile(r"\n|\s(?=(?:Day|DAY|День|ДЕНЬ)\s\d{1,2}\b)(?=.{0,60}?\d[:.]\d\d)")


def agenda_of(note: Note) -> Agenda:
    """The sessions that the document itself states, in order; none where it has no agenda. Times are as written."""
    agenda = Agenda(sought=told_zone(note))
    for part in note.of("agenda") or dated_parts(note):
        agenda.zone = agenda.zone or next((zone.name for zone in zones(part.heading)), None)
        for found in dates(part.heading):
            agenda.days.append(DayMark(found.first, found))
        _read(part.blocks, agenda, least=2)
    if not agenda.slots:
        run = timed_run(note)
        _read(run or told_in_turn(note) or with_lengths(note), agenda, least=3 if run else 1)
        agenda.unread.clear()
    if not agenda.slots:
        agenda.days.clear()
    return agenda


def _read(blocks: list[Block], agenda: Agenda, *, least: int) -> None:
    shared: tuple[FoundTime, int] | None = None
    pairs = zip(blocks, [*blocks[1:], None], strict=False)
    for block, below in itertools.takewhile(lambda _: len(agenda.slots) < _MOST_SLOTS, pairs):
        if block.kind == "table":
            _read_table(block, agenda)
        elif shared and _has_shared_time(block):
            agenda.pending = shared
            agenda.add(slot_of(block.text, None, "", block.n))
        elif shared and agenda.slots and not leading_time(block.text) and _names_people(block):
            agenda.slots[-1] = _joined(agenda.slots[-1], block)
        else:
            shared = _shared_time(block, below) or _time_of_items(block, blocks)
            if not shared and not _tells_of_last(block, agenda) and not _heads_timed_lines(block, below, agenda):
                _read_line(block, agenda, least)


def _has_shared_time(block: Block) -> bool:
    """Whether a line below the time of several sessions is one of them: it has no time, and is not about people."""
    if block.kind == "item":
        return not leading_time(block.text)
    return block.kind == "paragraph" and not (
        leading_time(block.text) or lead_in(block.text) or is_person_told(block.text)
    )


def _shared_time(block: Block, below: Block | None) -> tuple[FoundTime, int] | None:
    """The time of "Parallel sessions, 11:30–13:00", which the items below it have in common, or the lines below it."""
    if block.kind == "table" or not _PARALLEL.search(block.text):
        return None
    if block.kind != "heading" and not (below and _AT_ONCE.search(block.text) and _has_shared_time(below)):
        return None
    found = leading_time(block.text) or bracketed_time(block.text) or trailing_time(block.text)
    return (found, block.n) if found else None


def _time_of_items(block: Block, blocks: list[Block]) -> tuple[FoundTime, int] | None:
    """The time of half a day that stands alone above several items: "10 a.m. – 1 p.m." over points 1 to 3."""
    found = leading_time(block.text) if block.kind == "paragraph" and not says_more(block.text) else None
    if found is None or found.end is None or found.end.hour - found.start.hour < _LEAST_HALF_DAY:
        return None
    below = list(itertools.islice((b for b in blocks if b.n > block.n), 2))
    are_points = len(below) == 2 and all(b.kind == "item" and not leading_time(b.text) for b in below)
    return (found, block.n) if are_points else None


def _heads_timed_lines(block: Block, below: Block | None, agenda: Agenda) -> bool:
    """Whether a heading without a time stands above lines with times of their own: a day, or no more than a group."""
    if block.kind != "heading" or times(block.text) or below is None or below.kind in ("heading", "table"):
        return False
    if lead_in(block.text) or is_person_told(block.text):
        return False
    if not (leading_time(below.text) and says_more(below.text)):
        return False
    opens_day(block.text, agenda)
    return True


def _tells_of_last(block: Block, agenda: Agenda) -> bool:
    """Whether a line says what the person named on the line above it is; if so, it is taken."""
    last = agenda.last()
    if not (last and last.speakers) or len(block.text.split()) > _MOST_LINE_WORDS or times(block.text):
        return False
    line = described(block.text)
    if line is None or not completes(line, last.speakers[-1]):
        return False
    whole = replace(last.speakers[-1], role=line.role, affiliation=line.affiliation)
    agenda.slots[-1] = replace(last, speakers=(*last.speakers[:-1], whole), blocks=(*last.blocks, block.n))
    return True


def _read_table(block: Block, agenda: Agenda) -> None:
    def add(title: str, found: FoundTime | None, people: str, n: int) -> None:
        inner = found or leading_time(title) or bracketed_time(title)
        last = agenda.last()
        if last and not inner and not people and (lead_in(title) or _names_people(Block(n, "item", title))):
            agenda.slots[-1] = _joined(last, Block(n, "item", title))
            return
        if last and last.start and not inner and not people and _POINT.match(title):
            agenda.unread.append(n)
            return
        text = title if found or not inner else without_time(title, inner)
        agenda.add(slot_of(text, inner, people, n))

    read_table(block, agenda, add, lambda text: opens_day(text, agenda))


def _read_line(block: Block, agenda: Agenda, least: int) -> None:
    """One block may hold several lines: those of a soft line break, or days run together in one paragraph."""
    for line in _LINE_BREAKS.split(block.text[:_LONGEST_BLOCK]):
        if line.strip():
            _read_one(replace(block, text=line.strip()), agenda, least)


def _read_one(block: Block, agenda: Agenda, least: int) -> None:
    text = HALF_DAY.sub("", after_date(after_day(block.text, agenda), agenda))
    if role_of(text) == "speakers" or not text or _tells_clock(text) or opens_day(text, agenda):
        return
    text = _REMARK_BELOW.sub(r"\1", text)
    least = 1 if _SENTENCES.search(text) and len(times(text)) > 1 else least
    several = running_slots(text, least) if len(text) > 40 and block.kind != "heading" else []
    if several and not (_is_one_line(text, several) or _TWO_CLOCKS.match(text)):
        for title, one in several:
            what, who = presented(title)
            agenda.add(slot_of(what, one, who, block.n))
        return
    found = leading_time(text) or bracketed_time(text) or trailing_time(text)
    if found and not agenda.slots and _ON_HOURS.match(text, found.after):
        return  # "10:00 to 17:00, admission free" above the agenda
    if found:
        _add_timed(text, found, block.n, agenda)
    else:
        _read_untimed(block, text, agenda)


def _is_one_line(text: str, several: list[tuple[str, FoundTime]]) -> bool:
    """Whether one title stands between two readings of the same moment rather than several sessions in a row."""
    return len(zones(text)) >= len(several)


def _add_timed(text: str, found: FoundTime, n: int, agenda: Agenda) -> None:
    title = TIME_LABEL.sub("", without_time(text, found))
    last = agenda.last()
    waits = bool(last and not last.start and not last.length)
    if last and waits and lead_in(title):
        people, undecided = speakers_in(title), is_unsure(title)
        agenda.slots[-1] = replace(last.timed(found), speakers=people, undecided=undecided, blocks=(*last.blocks, n))
    elif re.search(r"\w", title):
        agenda.add(slot_of(title, found, "", n))
    elif last and waits:
        agenda.slots[-1] = replace(last.timed(found), blocks=(*last.blocks, n))
    else:
        agenda.pending = (found, n)


def _read_untimed(block: Block, text: str, agenda: Agenda) -> None:
    last = agenda.last()
    length = without_length(text)[1] if not (last and last.start and last.end) else None
    beside = _BESIDE.search(text)
    if last and beside and not (agenda.pending or length or block.kind == "heading"):
        agenda.slots[-1] = _joined(last, replace(block, text=beside["people"]))
        return
    names_people = bool(lead_in(text)) or is_undecided(text) or _names_people(block) or _is_seat(block)
    if length and not any(one.name for one in speakers_in(text)):
        names_people = False  # "Keynote: Forty days (15 min)"
    if last and names_people and not agenda.pending:
        agenda.slots[-1] = _joined(last, block)
    elif agenda.pending or length or block.kind == "heading" or _is_untimed_item(block, agenda):
        agenda.add(slot_of(text, None, "", block.n))
    elif agenda.slots:
        agenda.unread.append(block.n)


def _is_untimed_item(block: Block, agenda: Agenda) -> bool:
    """An item without a time opens a session, unless it stands under a line with one as a point of that session."""
    last = agenda.last()
    return block.kind == "item" and block.level == 0 and not (last and (last.start or last.length))


def _tells_clock(text: str) -> bool:
    """Whether a line says whose times the agenda is in: `All times are Central European Time`."""
    return bool(_TIMES_ARE.match(text) and zones(text)) and not times(text)


def _names_people(block: Block) -> bool:
    if len(block.text.split()) > _MOST_PERSON_WORDS:
        return False
    is_line = block.kind == "item" or bool(HONORIFIC.match(block.text)) or not block.text.endswith(".")
    return (is_line and is_person_told(block.text)) or is_person(block.text)


def _is_seat(block: Block) -> bool:
    """Whether a line keeps a place for somebody: `Speaker from the Tide Office (tbc)`."""
    return block.kind in ("paragraph", "item") and len(block.text.split()) <= _MOST_LINE_WORDS and is_unsure(block.text)


def _joined(slot: Slot, block: Block) -> Slot:
    undecided = slot.undecided or is_unsure(block.text)
    return replace(
        slot, speakers=(*slot.speakers, *speakers_in(block.text)), undecided=undecided, blocks=(*slot.blocks, block.n)
    )
