"""The columns of an agenda in a table: which one says what."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import mean

from events.programme.drafting.days import dates, leading_weekday
from events.programme.drafting.people import looks_like_people
from events.programme.drafting.places import city_zone
from events.programme.drafting.timed import leading_time, told_time
from events.programme.drafting.zones import zone_of, zones
from intake.blocks import Block

_WORDS = {
    "end": "end ends finish until окончание конец",
    "duration": "duration length minutes длительность продолжительность",
    "time": "time times hours? when start starts begin from timing timeslot slot время начало",
    "day": "day days date день дата",
    "speakers": "speakers? presenters? facilitators? panell?ists? trainers? teachers? tutors? lecturers? instructors? "
    "experts? lead leads responsible who chair by "
    "спикер\\w{0,2} лектор\\w{0,2} тренер\\w{0,2} докладчик\\w{0,2} выступающ\\w{2} ведущ\\w{2} ответственн\\w{2,3}",
    "moderators": "moderators? moderation модератор\\w{0,2}",
    "room": "rooms? halls? tracks? streams? groups? parallel zoom зал\\w? поток\\w? секци\\w групп\\w трек\\w?",
    "title": "session sessions topic topics title activity item agenda programme subject content what "
    "theme тема темы сессия "
    "мероприятие программа вопрос вопросы содержание название",
}
_COLUMN = {name: re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE) for name, words in _WORDS.items()}
NUMBER_ONLY = re.compile(
    r"^(?:(?:session|module|part|item|panel|webinar|seminar|lecture|topic|сессия|модуль|вебинар|тема|№|no\.?)\s?)?[\dIVXA-C.]{1,5}\.?$",
    re.IGNORECASE,
)
_DAY_N = re.compile(r"^(?:day|день)\s\S{1,8}\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:to|till|until|до|по)\W{0,3}", re.IGNORECASE)
_HEADER_ROWS = 3


@dataclass
class Columns:
    """Which column holds what; `titles` has several where rooms run in parallel, `days` where each is a day."""

    time: int | None = None
    end: int | None = None
    duration: int | None = None
    day: int | None = None
    people: list[int] = field(default_factory=list)
    moderators: int | None = None
    titles: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    first_row: int = 0
    zone: str | None = None


def is_agenda_table(block: Block) -> bool:
    """Whether two rows at least begin, in one column, with a clock time."""
    width = max(map(len, block.rows), default=0)
    return any(sum(bool(told_time(cell_of(row, i))) for row in block.rows) >= 2 for i in range(min(width, 12)))


def is_calendar(block: Block) -> bool:
    """Whether a table has days in one column and topics in another: meetings without times of their own."""
    named = _named_columns(block.rows[0]) if len(block.rows) > 2 else {}
    day = _first(named.get("day"))
    return "title" in named and day is not None and sum(bool(dates(cell_of(row, day))) for row in block.rows) >= 2


def columns_of(block: Block, sought: str | None = None) -> Columns:
    """By the words of a header row where there is one, else by what the cells look like.

    Of several columns of times, each headed by a zone, the one in the zone `sought` is taken, else the first.
    """
    columns = _columns_of(block)
    heads = block.rows[columns.first_row - 1] if columns.first_row else ()
    clocks = {at: zone for at, head in enumerate(heads[:12]) if (zone := _zone_of_head(head))}
    timed = [at for at in clocks if _share(block, at, told_time) > 0.5]
    if columns.time in timed:
        columns.time = next((at for at in timed if same_clock(clocks[at], sought)), columns.time)
        columns.zone = clocks[columns.time]
    return columns


def _zone_of_head(head: str) -> str | None:
    found = zones(head)
    return found[0].name if found else city_zone(head.strip()) if len(head.split()) <= 3 else None


def same_clock(zone: str, other: str | None) -> bool:
    """Whether two names of zones mean one time in winter and in summer."""
    return other is not None and all(
        datetime(2027, month, 15, tzinfo=zone_of(zone)).utcoffset()
        == datetime(2027, month, 15, tzinfo=zone_of(other)).utcoffset()
        for month in (1, 7)
    )


def _columns_of(block: Block) -> Columns:
    for number, row in enumerate(block.rows[:_HEADER_ROWS]):
        named = _named_columns(row)
        is_week = len(named.get("dated", [])) > 1
        is_week = is_week or (number == 0 and len(named.get("room", [])) > 1 and not (row and row[0]))
        if ({"time", "duration"} & named.keys() or is_week or (number == 0 and is_calendar(block))) and not any(
            map(told_time, row)
        ):
            return _by_header(block, number, named)
    return _by_content(block, Columns(first_row=int(_names_clocks(block))))


def _names_clocks(block: Block) -> bool:
    """Whether the first row names clocks without the word time: `Geneva (CEST) | Tashkent | Session`."""
    head = block.rows[0] if len(block.rows) > 2 else ()
    timed = [i for i in range(min(len(head), 12)) if told_time(cell_of(block.rows[1], i)) and cell_of(head, i)]
    return bool(timed) and not any(map(told_time, head)) and all(_zone_of_head(head[i]) for i in timed)


def _named_columns(row: Sequence[str]) -> dict[str, list[int]]:
    named: dict[str, list[int]] = {}
    for index, cell in enumerate(row):
        name = next((name for name, pattern in _COLUMN.items() if len(cell) < 60 and pattern.search(cell)), None)
        if dates(cell) or _DAY_N.match(cell) or leading_weekday(cell) is not None:
            name = "dated"
        named.setdefault(name or "other", []).append(index)
    return named


def _by_header(block: Block, number: int, named: dict[str, list[int]]) -> Columns:
    columns = Columns(first_row=number + 1)
    columns.time, columns.end = _first(named.get("time")), _first(named.get("end"))
    columns.duration, columns.day = _first(named.get("duration")), _first(named.get("day"))
    columns.moderators, columns.people = _first(named.get("moderators")), named.get("speakers", [])
    after = (columns.time or 0) + 1
    if columns.time is not None and columns.end is None and _UNTIL.fullmatch(cell_of(block.rows[number], after)):
        columns.end = after
    extra_times = named.get("time", [])[1:]
    if extra_times and columns.end is None and re.search(r"\b(?:to|до)\b", block.rows[number][extra_times[0]]):
        columns.end = extra_times[0]
    if columns.time is None and columns.day is not None and _share(block, columns.day, leading_time) > 0.4:
        columns.time, columns.day = columns.day, None
    if columns.time is None and max(len(named.get(name, [])) for name in ("dated", "room")) > 1:
        columns.time = next((i for i in range(len(block.rows[number])) if _share(block, i, leading_time) > 0.4), None)
    titles = named.get("title", [])
    rooms = named.get("room", [])
    if len(titles) == 1 and len(rooms) > 1 and _only_numbers(block, titles[0], number):
        titles = rooms
    elif len(titles) > 1:
        titles = [next((i for i in titles if not _only_numbers(block, i, number)), titles[0])]
    if len(named.get("dated", [])) > 1 and not titles:
        columns.days = named["dated"]
    columns.titles = titles or rooms or named.get("other", [])[:4]
    if not columns.titles:
        columns.titles = [
            i for i in range(len(block.rows[number])) if i not in (columns.time, columns.end, columns.day)
        ][:1]
    return columns


def _only_numbers(block: Block, column: int, header: int) -> bool:
    cells = [cell for row in block.rows[header + 1 :] if (cell := cell_of(row, column))]
    return bool(cells) and sum(bool(NUMBER_ONLY.match(cell)) for cell in cells) * 2 > len(cells)


def _first(found: list[int] | None) -> int | None:
    return found[0] if found else None


def _by_content(block: Block, columns: Columns) -> Columns:
    width = max(map(len, block.rows), default=0)
    shares = {i: _share(block, i, told_time) for i in range(min(width, 12))}
    columns.time = max(shares, key=lambda i: shares[i], default=0) if any(shares.values()) else 0
    clocks = [i for i in shares if i != columns.time and shares[i] > 0.5]
    columns.end = next((i for i in clocks if _ends_rows(block, columns.time, i)), None)
    rest = [i for i in range(width) if i not in (columns.time, *clocks) and _share(block, i, bool) > 0]
    dated = next((i for i in rest if _share(block, i, _opens_like_day) > 0.5), None)
    columns.day = dated
    rest = [i for i in rest if i != dated and not _only_numbers(block, i, -1)]
    people = [i for i in rest if len(rest) > 1 and _share(block, i, looks_like_people) > 0.6]
    titles = [i for i in rest if i not in people] or rest
    columns.titles = sorted(titles, key=lambda i: -_length(block, i))[:1] if len(titles) > 2 else titles[:1]
    columns.people = people or [i for i in titles if i not in columns.titles][:1]
    return columns


def _ends_rows(block: Block, start: int, end: int) -> bool:
    """Whether a second column of times says when each row ends: mostly, when the next one begins."""
    pairs = list(zip(block.rows, block.rows[1:], strict=False))[:200]
    return sum(cell_of(row, end) == cell_of(below, start) != "" for row, below in pairs) * 2 >= len(pairs) > 0


def _opens_like_day(cell: str) -> bool:
    return bool(dates(cell)) or bool(_DAY_N.match(cell)) or leading_weekday(cell) is not None


def _share(block: Block, column: int, test: Callable[[str], object]) -> float:
    cells = [cell for row in block.rows[:200] if (cell := cell_of(row, column))]
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0


def _length(block: Block, column: int) -> float:
    return mean(len(cell_of(row, column)) for row in block.rows[:200])


def cell_of(row: Sequence[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""
