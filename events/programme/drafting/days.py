"""Dates as notes write them. Nothing is completed: a date without a year has no value, only years that would fit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier enero января январь январе",
            "february feb février fevrier febrero февраля февраль феврале",
            "march mar mars marzo марта март марте",
            "april apr avril abril апреля апрель апреле",
            "may mai mayo мая май мае",
            "june jun juin junio июня июнь июне",
            "july jul juillet julio июля июль июле",
            "august aug août aout agosto августа август августе",
            "september sept sep septembre septiembre сентября сентябрь сентябре",
            "october oct octobre octubre октября октябрь октябре",
            "november nov novembre noviembre ноября ноябрь ноябре",
            "december dec décembre diciembre декабря декабрь декабре",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon lundi lunes понедельник пн",
            "tuesday tues tue mardi martes вторник вт",
            "wednesday wed mercredi miércoles среда среду ср",
            "thursday thurs thur thu jeudi jueves четверг чт",
            "friday fri vendredi viernes пятница пятницу пт",
            "saturday sat samedi sábado суббота субботу сб",
            "sunday sun dimanche domingo воскресенье вс",
        )
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
WEEKDAY = "(?:" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + ")"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|-?го|-?е)?"
_TO = r"\s?(?:[-–—−/&]|to|and|until|till|through|au|al|et|y|по|и|до)\s?"
_YEAR = r"(?:,?\s{1,3}(?:del?\s)?(?P<y1>(?:19|20)\d\d)(?!\d|[-–]\d{3,}))?"
# An abbreviated day is one only right before a figure ("Thu 17"), a whole one also before "the" or a month.
_BEFORE = rf"(?:\b(?P<weekday>{WEEKDAY})(?:\.?,?\s{{1,3}}|\s?\(|\.,\s)(?:the\s)?)?"
_AFTER = rf"(?:(?:\s?г\.?|\s?года)?(?:,\s|\s?\()(?P<weekday2>{WEEKDAY})\b\)?)?"
_DAY_FIRST = (
    rf"{_BEFORE}(?<![\w.:/])(?<!\bday\s)(?<!\bдень\s)(?:(?P<more>(?:{_DAY},\s){{1,5}}))?(?P<d1>{_DAY})"
    rf"(?:\s{{1,3}}(?:(?:of|de)\s)?(?P<m1>{MONTH})\b\.?)?(?:{_TO}(?:{WEEKDAY},?\s)?(?P<d2>{_DAY}))?"
    rf"\s{{1,3}}(?:(?:of|de)\s)?(?P<m2>{MONTH})\b\.?{_YEAR}{_AFTER}"
)
_MONTH_FIRST = (
    rf"{_BEFORE}\b(?P<m1>{MONTH})\.?\s{{1,3}}(?:the\s)?(?P<d1>{_DAY})\b(?:{_TO}(?:(?P<m2>{MONTH})\.?\s)?(?P<d2>{_DAY})\b)?"
    rf"{_YEAR}{_AFTER}"
)
_DATE_PATTERNS = (
    re.compile(_DAY_FIRST, re.IGNORECASE),
    re.compile(_MONTH_FIRST, re.IGNORECASE),
    re.compile(r"(?<![\d\-/])(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d\d)[-/](?P<d1>\d\d)(?![\d\-/])"),
    re.compile(
        r"(?<![\d.])(?:(?P<d0>\d{1,2})(?:\.(?P<m0>\d{1,2}))?\.?\s?[–—-]\s?)?"
        r"(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(r"(?<![\d/])(?P<d1>\d{1,2})(?P<slash>/)(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d)(?![\d/])"),
)
_WITH_MONTHS = _DATE_PATTERNS[:2]
_MONTH_NAME = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_BEFORE_MONTH, _AFTER_MONTH = 60, 50
_DIGIT = re.compile(r"\d")
_JOINING = re.compile(r"\s{0,3}(?:[-–—−]|to|until|till|through|and|по|до|и)\s{0,3}", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"(?<!\d\s)(?<!\d)\b{MONTH}\s(?:of\s)?(?:19|20)\d\d\b", re.IGNORECASE)
_WEEKDAY_ALONE = re.compile(rf"^{WEEKDAY}\b", re.IGNORECASE)
_NEAR_YEARS, _MOST_CANDIDATES = 12, 3


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a span of days. `first` and `last` are None where the year is missing or the day does not exist.

    `day`, `month` and `weekday` (0 is Monday) are what the text does say of the first day; `length` is how many days
    after it the last one lies, where both are in one month.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    weekday_differs: bool = False
    day: int = 0
    month: int = 0
    weekday: int | None = None

    def fits(self, day: date) -> bool:
        """Whether an incomplete date can be this one."""
        return (day.month, day.day) == (self.month, self.day) and self.weekday in (None, day.weekday())


_FROM_TO = re.compile(
    r"[,\s(]{0,3}(?:(?:at\s|в\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?[\s)]{0,2}(?:[–—-]|to|until|till|по|до)\s?",
    re.IGNORECASE,
)


def dates(text: str) -> list[FoundDate]:
    """Every date in the text, in order, none inside another; two joined by a dash or "to" are one span."""
    return list(_dates(text)) if _DIGIT.search(text) else []


@lru_cache(maxsize=512)
def _dates(text: str) -> tuple[FoundDate, ...]:
    """The lines of an agenda are looked at from several sides, one after the other: hence the short memory."""
    found: list[FoundDate] = []
    windows = _windows(text)
    for pattern in _DATE_PATTERNS:
        taken = [(one.start, one.end) for one in found]
        spans = windows if pattern in _WITH_MONTHS else [(0, len(text))]
        for match in (m for start, end in spans for m in pattern.finditer(text, start, end)):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                found.append(_found_date(match))
    return tuple(_joined(text, _with_shared_year(text, sorted(found, key=lambda one: one.start))))


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches around the names of months: a long text is not searched where there can be no date."""
    windows: list[tuple[int, int]] = []
    for month in _MONTH_NAME.finditer(text):
        start, end = max(0, month.start() - _BEFORE_MONTH), min(len(text), month.end() + _AFTER_MONTH)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def month_alone(text: str) -> str:
    """`December 2026`, where no day is given; else an empty text."""
    match = _MONTH_ALONE.search(text) if not dates(text) else None
    return match.group() if match else ""


def leading_weekday(text: str) -> int | None:
    match = _WEEKDAY_ALONE.match(text)
    return _WEEKDAYS[match.group().lower()] if match and len(match.group()) > 3 else None


def candidates(found: FoundDate, near: date) -> list[date]:
    """The days that an incomplete date can mean: with a day of the week the nearest ones that fit it, from last year
    on; without one the next two. Nothing for a day that does not exist."""
    span = (
        range(near.year - 1, near.year + _NEAR_YEARS) if found.weekday is not None else range(near.year, near.year + 3)
    )
    days = [day for year in span if (day := _whole(year, found.month, found.day)) and found.fits(day)]
    if found.weekday is None:
        return [day for day in days if day >= near][:2]
    return days[:_MOST_CANDIDATES]


def _with_shared_year(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """ "Fri 18 September, 17:00 – Sun 20 September 2026, 15:00": the year counts for the first day, too."""
    whole: list[FoundDate] = []
    for one, after in zip(found, [*found[1:], None], strict=False):
        gap = text[one.end : after.start] if after else ""
        if one.first is None and one.month and after and after.first and _FROM_TO.fullmatch(gap):
            day = _whole(after.first.year, one.month, one.day)
            if day and day <= after.first and one.weekday in (None, day.weekday()):
                one = replace(one, first=day, last=day)
        whole.append(one)
    return whole


def _joined(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """`17 December 2026 – 19 December 2026` is one span; so is `30 December – 2 January 2027` read in two halves."""
    spans: list[FoundDate] = []
    for one in found:
        before = spans[-1] if spans else None
        if before and before.first == before.last and one.first == one.last and _follows(text, before, one):
            first, last = before.first, one.first
            spans[-1] = replace(before, text=text[before.start : one.end].strip(), end=one.end, first=first, last=last)
        else:
            spans.append(one)
    return spans


def _follows(text: str, before: FoundDate, one: FoundDate) -> bool:
    gap = text[before.end : one.start]
    rises = bool(before.first and one.first and before.first < one.first and (one.first - before.first).days < 32)
    consecutive = rises and (one.first - before.first).days == 1  # type: ignore[operator]
    joins = bool(_JOINING.fullmatch(gap))
    return rises and joins and (consecutive or gap.strip().lower() not in ("and", "и"))


def _found_date(match: re.Match[str]) -> FoundDate:
    part = match.groupdict()
    year = int(part["y1"]) if part.get("y1") else None
    first_day, last_day, first_month, last_month = _days_and_months(part)
    first = _whole(year - (first_month > last_month), first_month, first_day) if year else None
    last = _whole(year, last_month, last_day) if year else None
    if first is None or last is None or last < first:
        first = last = None
    weekday = _WEEKDAYS.get((part.get("weekday") or part.get("weekday2") or "").lower())
    differs = weekday is not None and first is not None and weekday not in {first.weekday(), last.weekday()}  # type: ignore[union-attr]
    return FoundDate(
        match.group().strip(" ,("), match.start(), match.end(), first, last, differs, first_day, first_month, weekday
    )


def _days_and_months(part: dict[str, str | None]) -> tuple[int, int, int, int]:
    """First day, last day, first month, last month; a month of 0 where the order of figures cannot be known."""
    d1, m1, m2 = _figure(part["d1"]), part.get("m1"), part.get("m2")
    if part.get("d0"):
        return _figure(part["d0"]), d1, _month(part.get("m0") or m1), _month(m1)
    first = _figure(part["more"].split(",")[0]) if part.get("more") else d1
    last = _figure(part["d2"]) if part.get("d2") else d1
    first_month, last_month = _month(m1 or m2), _month(m2 or m1)
    if first_month > 12 and d1 <= 12:  # 12/17/2026
        return last_month, last_month, d1, d1
    if part.get("slash") and d1 != first_month and max(d1, first_month) <= 12:  # 5 June or 6 May
        return first, last, 0, 0
    return first, last, first_month, last_month


def _figure(text: str | None) -> int:
    return int(re.sub(r"\D", "", text or "") or 0)


def _month(text: str | None) -> int:
    return int(text) if text and text.isdigit() else _MONTHS.get((text or "").lower(), 0)


def _whole(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 June, month 13
        return None


def days_listed(days: Iterable[date]) -> str:
    return ", ".join(day.isoformat() for day in days)
