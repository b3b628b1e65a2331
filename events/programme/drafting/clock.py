"""Clock times and durations as notes write them."""

import re
from dataclasses import dataclass
from datetime import time, timedelta

from events.programme.drafting.days import dates

_HALF = r"[ap]\.?\s?m\b\.?"
_NAMED = {"noon": time(12), "midday": time(12), "полдень": time(12), "midnight": time(0), "полночь": time(0)}
_HOUR, _MINUTE, _WORDS = r"[01]?\d|2[0-4]", r"(?:[:.h]|\sh\s|\sч\.?\s?|\sчас\w{0,2}\s)", "|".join(_NAMED)
_SECONDS = r"(?::00)?"  # as a table from a spreadsheet writes them
_ONE = rf"(?:(?P<h1>{_HOUR})(?:{_MINUTE}(?P<m1>[0-5]\d){_SECONDS})?(?:\s?(?P<x1>{_HALF}))?|(?P<n1>{_WORDS}))"
_TWO = rf"(?:(?P<h2>{_HOUR})(?:{_MINUTE}(?P<m2>[0-5]\d){_SECONDS})?(?:\s?(?P<x2>{_HALF}))?|(?P<n2>{_WORDS}))"
_UNIT = r"(?:\s?(?:hrs?|hours|h|uhr|ч|час\w{0,2}|мин|noon)\b\.?)?"
_RANGE = re.compile(
    rf"(?<![\w.:/+\-−§№#$€£])(?<!\d,)(?<!\d\s)(?<!UTC\s)(?<!GMT\s){_ONE}{_UNIT}"
    rf"(?:\s{{0,3}}(?:[-–—−]|to|until|till|and|à|a las|до)\s{{0,3}}{_TWO}{_UNIT})?(?![\w/]|[:.,]\d|\s?%|-\d{{4}})",
    re.IGNORECASE,
)
# "0900-1030", "1400 hrs": four figures are a time with a zero in front or the unit behind, else in an agenda only.
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
_MILITARY = re.compile(
    rf"(?<![\w.:/,\-])(?P<a>{_FOUR})(?:\s?(?:[-–—]|to)\s?(?P<b>{_FOUR}))?(?P<unit>\s?(?:hrs?|"
    rf"hours|h)\b\.?)?(?![\w:/.,]\d|\w)"
)
_RUSSIAN_PARTS = re.compile(r"\s?(?P<part>утра|дня|вечера|ночи)\b")
_HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# "three o'clock", "half past nine in the morning"
_SPOKEN_CLOCK = re.compile(
    rf"\b(?P<half>half past )?(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?(half)| o[’']\s?clock)"
    r"(?:\sin the (?P<part>morning|afternoon|evening))?\b",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,3}(?:[.,]5)?"
_DURATION = re.compile(
    rf"(?<![\w.:–—-])(?:(?P<hours>{_NUMBER})\s?(?:hours?|hrs?|h|ч\.?|час\w{{0,2}})\b\.?(?:\s?(?:and\s|и\s)?"
    rf"(?P<rest>[0-5]?\d)(?:\s?(?:minutes?|mins?|m|мин\w{{0,3}})\b\.?)?)?|(?P<minutes>\d{{1,3}})\s?-?"
    r"(?:(?:minutes?|mins?|min|минут\w?|мин)\b\.?|['’′](?!\w)))(?!\s?(?:walk|drive|before|after|ahead|per|от))",
    re.IGNORECASE,
)
_NO_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:pp?|page|pages|paras?|paragraphs?|sections?|figs?|figure|table|annex|chapter|version|v|art|article|rule|"
    r"USD|EUR|GBP|US|tel|phone|ref|items?|стр|п|рис|табл|раздел|статья|ст)\b\.?|[№#$€£])\s?$",
    re.IGNORECASE,
)
_NO_CLOCK_AFTER = re.compile(
    r"\s?(?:million|billion|thousand|per\scent|percent|euros?|dollars?|USD|EUR|km|kg|metres|"
    r"times\b|млн|млрд|тыс|процент)",
    re.IGNORECASE,
)
_SPOKEN = {"an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "один": 1, "два": 2, "три": 3}
_SPOKEN_HOURS = re.compile(
    rf"\b(?P<count>{'|'.join(_SPOKEN)})\s(?:and a half\s)?(?:hours?|час\w?)\b(?:\sand a half\b)?", re.IGNORECASE
)
_MINUTES = {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60,
    "seventy-five": 75, "eighty": 80, "ninety": 90, "тридцать": 30, "сорок": 40, "сорок пять": 45, "шестьдесят": 60,
    "девяносто": 90, "полтора часа": 90,
}  # fmt: skip
_MINUTE_WORDS = "|".join(sorted(_MINUTES, key=len, reverse=True))
_SPOKEN_MINUTES = re.compile(
    rf"\b(?:(?P<count>{_MINUTE_WORDS})[ -](?:minutes?|минут)|(?P<half>полтора часа))\b",
    re.IGNORECASE,
)
_LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A clock time or a span. `end` earlier than or equal to `start` means the next day.

    `half_stated` is True where the text says which half of the day is meant, or writes the hour with a leading zero.
    """

    text: str
    position: int
    start: time
    end: time | None
    half_stated: bool

    @property
    def after(self) -> int:
        return self.position + len(self.text)


def times(text: str, *, in_agenda: bool = False) -> list[FoundTime]:
    """Every clock time in the text, in order; figures that belong to a date are not looked at.

    `in_agenda` also reads four bare figures at its beginning ("1030-1100") as a time.
    """
    masked = text
    for one in dates(text):
        masked = masked[: one.start] + "/" * (one.end - one.start) + masked[one.end :]
    found = [found for match in _RANGE.finditer(masked) if (found := _found_time(match, masked))]
    found = sorted([*found, *map(_in_words, _SPOKEN_CLOCK.finditer(masked))], key=lambda one: one.position)
    four = [f for m in _MILITARY.finditer(masked) if (f := _in_four_figures(m, in_agenda=in_agenda))]
    return sorted([*found, *four], key=lambda one: one.position) if four else found


def duration(text: str) -> tuple[timedelta, int, int] | None:
    """The first length of time in the text, with where it begins and ends; None where there is none of use."""
    match = _DURATION.search(text)
    if not match:
        return None
    hours = float((match["hours"] or "0").replace(",", "."))
    length = timedelta(hours=hours, minutes=int(match["rest"] or match["minutes"] or 0))
    return (length, match.start(), match.end()) if timedelta() < length <= _LONGEST else None


def spoken_length(text: str) -> timedelta | None:
    """The first length in words ("two and a half hours", "ninety minutes"), else in figures."""
    if minutes := _SPOKEN_MINUTES.search(text):
        return timedelta(minutes=_MINUTES[(minutes["count"] or minutes["half"]).lower()])
    found = _SPOKEN_HOURS.search(text)
    if not found:
        return length[0] if (length := duration(text)) else None
    half = timedelta(minutes=30) if "half" in found.group() else timedelta()
    return timedelta(hours=_SPOKEN[found["count"].lower()]) + half


def _in_words(match: re.Match[str]) -> FoundTime:
    hour = match["hour"].lower()
    moment = time((int(hour) if hour.isdigit() else _HOURS.index(hour) + 1) % 24, 30 if match["half"] else 0)
    half = {"": "", "m": "a"}.get((match["part"] or "")[:1].lower(), "p")
    return FoundTime(match.group(), match.start(), halved(moment, half), None, bool(half))


def _in_four_figures(match: re.Match[str], *, in_agenda: bool) -> FoundTime | None:
    clear = match["unit"] or (match["a"][0] == "0" and match["b"])
    whole = int(match["a"]) % 5 == 0 and int(match["b"] or 0) % 5 == 0
    bare = in_agenda and whole and (match.start() <= 2 or bool(match["b"]))
    if not (clear or bare):
        return None
    start, end = (time(int(four[:2]), int(four[2:])) if four else None for four in (match["a"], match["b"]))
    return FoundTime(match.group().strip(), match.start(), start or time(0), end, True)


def _found_time(match: re.Match[str], text: str) -> FoundTime | None:
    part = match.groupdict()
    spoken = _RUSSIAN_PARTS.match(text, match.end())
    unit = re.search(r"\d\s?(?:hrs|hours|uhr|ч|час\w{0,2})\.?$", match.group(), re.IGNORECASE)
    if (
        not spoken
        and not any(part[key] for key in ("m1", "m2", "x1", "x2", "n1", "n2"))
        and not _is_said(unit, text, match)
    ):
        return None
    if _NO_CLOCK_BEFORE.search(text[max(0, match.start() - 12) : match.start()]) or _NO_CLOCK_AFTER.match(
        text, match.end()
    ):
        return None
    start = _clock(part["h1"], part["m1"], part["n1"])
    end = _clock(part["h2"], part["m2"], part["n2"]) if part["h2"] or part["n2"] else None
    if start is None or (part["h2"] and end is None):
        return None
    half = {"дня": "p", "вечера": "p", "утра": "a", "ночи": "a"}[spoken["part"]] if spoken else ""
    first, second = _half(part["x1"]), _half(part["x2"])
    start, end = _in_halves(start, end, first or (half if end is None else ""), second or (half if end else ""))
    stated = bool(first or second or half or (part["h1"] or "").startswith("0"))
    found = text[match.start() : spoken.end() if spoken else match.end()]
    return FoundTime(found.strip(), match.start(), start, end, stated)


def _is_said(unit: re.Match[str] | None, text: str, match: re.Match[str]) -> bool:
    """`в 10 часов` is a time, `10 часов` and `10 hours` alone are a length."""
    return bool(unit) and bool(
        re.search(r"(?:\bв|\bс|\bat|\bfrom|\bà|\bde|,)\s$", text[max(0, match.start() - 6) : match.start()])
    )


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
