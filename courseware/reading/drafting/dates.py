"""Dates as pages state them. Only a complete and unambiguous date counts; nothing is guessed."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв", "february feb февраля фев февр", "march mar марта", "april apr апреля апр",
            "may мая", "june jun июня", "july jul июля", "august aug августа авг",
            "september sep sept сентября сент сен", "october oct октября окт", "november nov ноября нояб ноя",
            "december dec декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?:T[\d:.+Z-]{1,30})?\b",
        r"\b(?P<year>(?:19|20)\d\d)[/.](?P<number>\d\d)[/.](?P<day>\d\d)\b",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s{1,5}|-)(?:of\s{1,5})?"
        + _NAME
        + r"(?:,?\s{1,5}|-)(?P<year>(?:19|20)\d\d)\b(?:\s?(?:года|г\.))?",
        r"\b" + _NAME + r"\s{1,5}(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,5}(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>(?:19|20)\d\d)\b",
    )
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")


def find_date(text: str) -> tuple[date | None, str]:
    """Return the date stated in a line and the line without it.

    A date that could be read in two ways ("3/5/2021") gives None and is still cut out; compare the two texts to notice.
    """
    for pattern in _PATTERNS:
        if match := pattern.search(text):
            month = match.groupdict().get("number") or _MONTHS[match["month"].casefold()]
            return _date(match["year"], month, match["day"]), text[: match.start()] + text[match.end() :]
    if match := _SLASHED.search(text):
        first, second, year = match.groups()
        return _slashed(int(first), int(second), int(year)), text[: match.start()] + text[match.end() :]
    return None, text


def _slashed(first: int, second: int, year: int) -> date | None:
    if first == second or second > 12:
        return _date(year, first, second)
    return _date(year, second, first) if first > 12 else None


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # 31 February is not a date; the page states nothing we can use
        return None
