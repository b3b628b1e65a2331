"""The agenda of a note, line by line or as a table: what is said to happen when, and who speaks."""

import itertools
import re
from dataclasses import dataclass, field, replace
from datetime import date, time

from events.programme.drafting.clock import FoundTime, dates, halved, times
from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.lexicon import role_of
from events.programme.drafting.parts import Note
from events.programme.drafting.people import is_undecided, lead_in, looks_like_people, speakers_in
from intake.blocks import Block


@dataclass(frozen=True)
class Slot:
    """One line of an agenda. `start` and `end` are clock times in its own zone; `day` counts its days from 0."""

    title: str
    stated_time: str = ""
    start: time | None = None
    end: time | None = None
    end_inferred: bool = False
    day: int = 0
    speakers: tuple[SpeakerDraft, ...] = ()
    undecided: bool = False
    blocks: tuple[int, ...] = ()


@dataclass
class Agenda:
    """`days` are the dates that head its parts, None for a day without one; `unread` are blocks of no use."""

    slots: list[Slot] = field(default_factory=list)
    days: list[date | None] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def open_day(self, found: date | None) -> None:
        """A line such as "Day 2" or a date. A heading for the first day does not open a second one."""
        self.days.append(found)

    @property
    def day(self) -> int:
        return max(0, len(self.days) - 1)

    def add(self, slot: Slot) -> None:
        self.slots.append(replace(slot, day=self.day))


_DAY = re.compile(
    r"^(?:day|день)\s(?:\d|one|two|three|[ivx]{1,4})\b|^(?:\d|перв\w\w|втор\w\w)[- ]?(?:й )?день\b", re.IGNORECASE
)
_DASH = re.compile(r"\s[–—-]\s|\s\|\s|\n|\s(?=\((?:speakers?|moderators?|presenters?):)", re.IGNORECASE)
_MOST_GAPS, _LONGEST_TAIL = 10, 600
_TIME_IN_BRACKETS = re.compile(r"[\s,–—-]{0,4}\(([^()]{3,40})\)\s?$")
_AFTER_TIME = re.compile(r"^[\s:.,–—|)\-]{0,6}")
_ZONE_AFTER_TIME = re.compile(
    r"^\s?\(?(?:UTC|GMT|CES?T|EE?S?T|MSK|МСК|[ap]\.?m\.?)(?:[+\-−–]\d{1,2}(?::\d\d)?)?\)?(?=[\s:,–—|-])"
)
_COLUMN_WORDS = {
    "day": "day date день дата",
    "time": "time hours? when время",
    "speakers": "speakers? presenters? facilitators? moderators? lead responsible who спикер\\w{0,2} докладчик\\w{0,2}",
    "title": "session topic title activity item agenda programme subject content what тема сессия мероприятие "
    "программа",
}
_COLUMN = {
    name: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) for name, words in _COLUMN_WORDS.items()
}


def agenda_of(note: Note) -> Agenda:
    """The sessions that the document itself states, in order; none where it has no agenda."""
    agenda = Agenda()
    for part in note.of("agenda"):
        for found in dates(part.heading):
            agenda.open_day(found.first)
        _read(part.blocks, agenda)
    if not agenda.slots:
        _read(_timed_run(note), agenda)
        agenda.unread.clear()
    agenda.slots = _with_rising_times(agenda.slots)
    return agenda


def _timed_run(note: Note) -> list[Block]:
    """Lines that begin with a time, or a table with such rows, under no heading that says so; at least two."""
    blocks = [block for part in note.parts if part.role is None for block in part.blocks]
    run = [b for b in blocks if b.kind != "table" and _leading_time(b.text)]
    tables = [b for b in blocks if b.kind == "table" and sum(any(map(_leading_time, row)) for row in b.rows) >= 2]
    return tables or (run if len(run) >= 2 else [])


def _read(blocks: list[Block], agenda: Agenda) -> None:
    for block in blocks:
        if block.kind == "table":
            _read_table(block, agenda)
        else:
            _read_line(block, agenda)


def _read_line(block: Block, agenda: Agenda) -> None:
    if role_of(block.text) == "speakers" or _opens_day(block.text, agenda):
        return
    found = _leading_time(block.text) or _bracketed_time(block.text)
    if found:
        agenda.add(_slot(_without_time(block.text, found), found, "", block.n))
    elif block.kind == "heading" or (block.kind == "item" and block.level == 0 and not _follows_timed_line(agenda)):
        agenda.add(_slot(block.text, None, "", block.n))
    elif agenda.slots and (lead_in(block.text) or is_undecided(block.text) or _names_people(block)):
        agenda.slots[-1] = _joined(agenda.slots[-1], block)
    else:
        agenda.unread.append(block.n)


def _opens_day(text: str, agenda: Agenda) -> bool:
    found = dates(text)
    if _leading_time(text) or (not _DAY.match(text) and not (found and len(text.split()) <= 8)):
        return False
    first = found[0].first if found else None
    if agenda.days and not agenda.slots and agenda.days[-1] is not None and first in (None, agenda.days[-1]):
        return True
    agenda.open_day(first)
    return True


def _follows_timed_line(agenda: Agenda) -> bool:
    """Whether an item without a time stands under a line with one: a speaker, or a point of that session."""
    return bool(agenda.slots and agenda.slots[-1].start)


def _names_people(block: Block) -> bool:
    return block.kind == "item" and any(
        draft.name and (draft.role or draft.affiliation) for draft in speakers_in(block.text)
    )


def _joined(slot: Slot, block: Block) -> Slot:
    undecided = slot.undecided or is_undecided(block.text)
    return replace(
        slot, speakers=(*slot.speakers, *speakers_in(block.text)), undecided=undecided, blocks=(*slot.blocks, block.n)
    )


def _leading_time(text: str) -> FoundTime | None:
    found = next(iter(times(text[:60])), None)
    return found if found and not text[: found.position].strip(" [(|") else None


def _bracketed_time(text: str) -> FoundTime | None:
    bracket = _TIME_IN_BRACKETS.search(text)
    found = next(iter(times(bracket.group(1))), None) if bracket else None
    return replace(found, position=bracket.start(1) + found.position) if bracket and found else None


def _without_time(text: str, found: FoundTime) -> str:
    if text[: found.position].strip(" [(|"):
        return _TIME_IN_BRACKETS.sub("", text)
    rest = text[found.after :]
    return _AFTER_TIME.sub("", _ZONE_AFTER_TIME.sub("", rest), count=1)


def _slot(text: str, found: FoundTime | None, people: str, n: int) -> Slot:
    title, tail = _title_and_people(text) if not people else (text, people)
    return Slot(
        title.strip(" :;.–—-*") or text.strip(),
        found.text if found else "",
        found.start if found else None,
        found.end if found else None,
        speakers=speakers_in(tail) if tail else (),
        undecided=is_undecided(tail),
        blocks=(n,),
    )


def _title_and_people(text: str) -> tuple[str, str]:
    """Cut at the first dash after which people are named; a dash inside the title stays."""
    for gap in itertools.islice(_DASH.finditer(text), _MOST_GAPS):
        tail = text[gap.end() : gap.end() + _LONGEST_TAIL].strip(" ()")
        if looks_like_people(tail):
            return text[: gap.start()], tail
    return text, ""


def _read_table(block: Block, agenda: Agenda) -> None:
    header = {
        name: i for name, pattern in _COLUMN.items() for i, cell in enumerate(block.rows[0]) if pattern.search(cell)
    }
    has_header = "time" in header and not any(map(_leading_time, block.rows[0]))
    columns = header if has_header else {}
    if columns.get("day") == columns.get("time"):
        columns.pop("day", None)
    day = ""
    for row in block.rows[1:] if has_header else block.rows:
        named = _cell(row, columns.get("day"))
        if named and named != day:
            day = named
            _opens_day(day, agenda)
        _read_row(row, columns, block.n, agenda)


def _read_row(row: tuple[str, ...], columns: dict[str, int], n: int, agenda: Agenda) -> None:
    filled = [cell for cell in row if cell.strip()]
    if not filled or (len(filled) == 1 and _opens_day(filled[0], agenda)):
        return
    time_column = columns.get("time", next((i for i, cell in enumerate(row) if _leading_time(cell)), 0))
    rest = [i for i in range(len(row)) if i not in (time_column, columns.get("day"))]
    people_column = columns.get("speakers", rest[1] if len(rest) > 1 and not columns else None)
    title_column = columns.get("title", next((i for i in rest if i != people_column), None))
    title = _cell(row, title_column)
    if not title:
        return
    found = next(iter(times(_cell(row, time_column))), None)
    agenda.add(_slot(title, found, _cell(row, people_column), n))


def _cell(row: tuple[str, ...], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def _with_rising_times(slots: list[Slot]) -> list[Slot]:
    """Within a day times rise: 1.30 after 12.30 is 13.30. A slot without an end lasts until the next one begins."""
    risen: list[Slot] = []
    for slot in slots:
        before = next((s for s in reversed(risen) if s.day == slot.day and s.start), None)
        if before and before.start and slot.start and slot.start < before.start and slot.start.hour < 12:
            slot = replace(slot, start=halved(slot.start, "p"), end=halved(slot.end, "p") if slot.end else None)
        risen.append(slot)
    following: list[Slot | None] = [*risen[1:], None][: len(risen)]
    return [_until(slot, later) for slot, later in zip(risen, following, strict=True)]


def _until(slot: Slot, later: Slot | None) -> Slot:
    if not slot.start or slot.end or not later or not later.start or later.day != slot.day or later.start <= slot.start:
        return slot
    return replace(slot, end=later.start, end_inferred=True)
