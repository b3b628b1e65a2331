"""The days of an agenda: the lines that head them, and the beginnings of lines that do."""

import re

from events.programme.drafting.clock import times
from events.programme.drafting.days import FoundDate, dates, leading_weekday
from events.programme.drafting.slots import Agenda, DayMark
from events.programme.drafting.timed import bracketed_time, leading_time

DAY = re.compile(
    r"^(?:(?:the\s)?(?:first|second|third|fourth|fifth)\sday|(?:day|день)\s?(?:\d|one|two|three|"
    r"four|five|[ivx]{1,4}))\b|"
    r"^(?:\d|перв\w\w|втор\w\w|трет\w\w|четв[её]рт\w\w|пят\w\w)[- ]?(?:й )?день\b",
    re.IGNORECASE,
)
_MOST_WORDS = 14


def after_date(text: str, agenda: Agenda) -> str:
    """`17 December, 10:00 Opening` opens a day; what remains is the line."""
    found = dates(text[:80])
    if found and not re.search(r"[^\W\d_]{2}", text[: found[0].start]) and times(text):
        rest = text[found[0].end :].lstrip(" ,.;:–—-|г)")
        if leading_time(rest):
            open_day(found[0], agenda)
            return rest
    return text


def after_day(text: str, agenda: Agenda) -> str:
    """`Day 1: 10:00 Opening` opens a day; what remains is the line."""
    day = DAY.match(text)
    rest = text[day.end() :].lstrip(" ,.;:–—-") if day else ""
    if rest and leading_time(rest) and not dates(rest[:12]):
        open_day(None, agenda)
        return rest
    return text


def opens_day(text: str, agenda: Agenda) -> bool:
    if leading_time(text) or bracketed_time(text) or not is_day(text):
        return False
    found, weekday = dates(text), leading_weekday(text)
    if found or weekday is None:
        open_day(found[0] if found else None, agenda)
    else:
        agenda.days.append(DayMark(weekday=weekday))
    return True


def is_day(text: str) -> bool:
    count = len(text.split())
    is_numbered = bool(DAY.match(text)) and count <= _MOST_WORDS
    return is_numbered or (count <= 3 and leading_weekday(text) is not None) or (count <= 8 and bool(dates(text)))


def open_day(found: FoundDate | None, agenda: Agenda) -> None:
    """A heading for a day that is open already, or for the first one under a dated heading, does not open another."""
    first = found.first if found else None
    if agenda.days and agenda.days[-1].found and found and agenda.days[-1].found.text == found.text:
        return
    if (
        agenda.days
        and not agenda.slots
        and agenda.days[-1].first is not None
        and first in (None, agenda.days[-1].first)
    ):
        return
    if agenda.days and agenda.last() is None and agenda.days[-1] == DayMark() and found:
        agenda.days[-1] = DayMark(first, found)
        return
    if agenda.slots and not agenda.days:
        agenda.days.append(DayMark())
    agenda.days.append(DayMark(first, found))
