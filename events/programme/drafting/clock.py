"""Dates and clock times as notes write them. Nothing is completed: a date without a year has no value."""

import re
from dataclasses import dataclass
from datetime import date, time

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь",
            "february feb февраля февраль",
            "march mar марта март",
            "april apr апреля апрель",
            "may мая май",
            "june jun июня июнь",
            "july jul июля июль",
            "august aug августа август",
            "september sept sep сентября сентябрь",
            "october oct октября октябрь",
            "november nov ноября ноябрь",
            "december dec декабря декабрь",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday понедельник",
            "tuesday вторник",
            "wednesday среда среду",
            "thursday четверг",
            "friday пятница пятницу",
            "saturday суббота субботу",
            "sunday воскресенье",
        )
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—−]|to|and|по|и)\s?"
_YEAR = r"(?:,?\s{1,3}(?P<y1>(?:19|20)\d\d)\b)?"
_WEEKDAY = r"(?:\b(?P<weekday>" + "|".join(_WEEKDAYS) + r"),?\s{1,3})?"
_DAY_FIRST = (
    _WEEKDAY + rf"(?<![\w.:/])(?<!\bday\s)(?<!\bдень\s)(?P<d1>{_DAY})(?:\s{{1,3}}(?P<m1>{_MONTH}))?\.?"
    rf"(?:{_TO}(?P<d2>{_DAY}))?\s{{1,3}}(?:of\s)?(?P<m2>{_MONTH})\b\.?" + _YEAR
)
_MONTH_FIRST = (
    _WEEKDAY
    + rf"\b(?P<m1>{_MONTH})\.?\s{{1,3}}(?P<d1>{_DAY})\b(?:{_TO}(?:(?P<m2>{_MONTH})\.?\s)?(?P<d2>{_DAY})\b)?"
    + _YEAR
)
_DATE_PATTERNS = (
    re.compile(_DAY_FIRST, re.IGNORECASE),
    re.compile(_MONTH_FIRST, re.IGNORECASE),
    re.compile(r"(?<![\d\-])(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?![\d\-])"),
    re.compile(r"(?<![\d.])(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:19|20)\d\d)(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a span of days. `first` and `last` are None where the year is missing or the day does not exist."""

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    weekday_differs: bool = False


def dates(text: str) -> list[FoundDate]:
    """Every date in the text, in order, none inside another."""
    found: list[FoundDate] = []
    for pattern in _DATE_PATTERNS:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(_found_date(match))
    return sorted(found, key=lambda one: one.start)


def _found_date(match: re.Match[str]) -> FoundDate:
    part = match.groupdict()
    month = part.get("m2") or part["m1"]
    year = int(part["y1"]) if part.get("y1") else None
    first = _date(year, part.get("m1") or month, part["d1"])
    last = _date(year, month, part["d2"]) if part.get("d2") else first
    if first is None or last is None or last < first:
        first = last = None
    weekday = _WEEKDAYS.get((part.get("weekday") or "").lower())
    differs = weekday is not None and first is not None and first.weekday() != weekday
    return FoundDate(match.group().strip(), match.start(), match.end(), first, last, differs)


def _date(year: int | None, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    try:
        return date(year, number, int(re.sub(r"\D", "", day))) if year else None
    except ValueError:  # 31 June, month 13
        return None


_HALF = r"[ap]\.?\s?m\b\.?"
_NAMED = {"noon": time(12), "midday": time(12), "полдень": time(12), "midnight": time(0), "полночь": time(0)}
_HOUR, _MINUTE, _WORDS = r"[01]?\d|2[0-4]", r"[:.h]", "|".join(_NAMED)
_ONE = rf"(?:(?P<h1>{_HOUR})(?:{_MINUTE}(?P<m1>[0-5]\d))?(?:\s?(?P<x1>{_HALF}))?|(?P<n1>{_WORDS}))"
_TWO = rf"(?:(?P<h2>{_HOUR})(?:{_MINUTE}(?P<m2>[0-5]\d))?(?:\s?(?P<x2>{_HALF}))?|(?P<n2>{_WORDS}))"
_RANGE = re.compile(
    rf"(?<![\w.:/+\-−]){_ONE}(?:\s{{0,3}}(?:[-–—−]|to|until|till|до)\s{{0,3}}{_TWO})?(?![\w:/]|[.,]\d|\s?%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A clock time or a span. `end` earlier than or equal to `start` means the next day."""

    text: str
    position: int
    start: time
    end: time | None
    half_stated: bool

    @property
    def after(self) -> int:
        return self.position + len(self.text)


def times(text: str) -> list[FoundTime]:
    """Every clock time in the text, in order; figures that belong to a date are not looked at."""
    masked = text
    for one in dates(text):
        masked = masked[: one.start] + "/" * (one.end - one.start) + masked[one.end :]
    return [found for match in _RANGE.finditer(masked) if (found := _found_time(match))]


def _found_time(match: re.Match[str]) -> FoundTime | None:
    part = match.groupdict()
    if not any(part[key] for key in ("m1", "m2", "x1", "x2", "n1", "n2")):
        return None
    start = _clock(part["h1"], part["m1"], part["n1"])
    end = _clock(part["h2"], part["m2"], part["n2"]) if part["h2"] or part["n2"] else None
    if start is None or (part["h2"] and end is None):
        return None
    start, end = _in_halves(start, end, _half(part["x1"]), _half(part["x2"]))
    return FoundTime(match.group().strip(), match.start(), start, end, bool(part["x1"] or part["x2"]))


def _clock(hour: str | None, minute: str | None, named: str | None) -> time | None:
    if named:
        return _NAMED[named.lower()]
    if hour is None:
        return None
    if int(hour) == 24:
        return time(0) if not int(minute or 0) else None
    return time(int(hour), int(minute or 0))


def _half(text: str | None) -> str:
    return text[0].lower() if text else ""


def _in_halves(start: time, end: time | None, first: str, second: str) -> tuple[time, time | None]:
    """`2:00–3:30 p.m.`: the half of the day stated once counts for both, unless that would turn the span round."""
    if end is None:
        return halved(start, first), None
    if second and not first:
        end = halved(end, second)
        same = halved(start, second)
        return (same if same < end else start), end
    start = halved(start, first)
    end = halved(end, second) if second else end
    if end <= start and not second and end.hour < 12 and end.replace(hour=end.hour + 12) > start:
        end = end.replace(hour=end.hour + 12)
    return start, end


def halved(moment: time, half: str) -> time:
    """The time on the 24-hour clock; `half` is "a", "p" or "" for a time that is on it already."""
    if half == "p" and moment.hour < 12:
        return moment.replace(hour=moment.hour + 12)
    if half == "a" and moment.hour == 12:
        return moment.replace(hour=0)
    return moment
