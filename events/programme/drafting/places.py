"""The zones of cities and countries. A place alone is no zone: who asks must have a reason to read it as one."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

_NAMED = {  # how people call a zone, where that is not the name of a city of the database
    "central european": "CET",
    "central european summer": "CET",
    "eastern european": "EET",
    "eastern european summer": "EET",
    "eastern": "America/New_York",
    "eastern standard": "America/New_York",
    "eastern daylight": "America/New_York",
    "us eastern": "America/New_York",
    "pacific": "America/Los_Angeles",
    "greenwich mean": "UTC",
    "coordinated universal": "UTC",
    "british summer": "Europe/London",
    "nur-sultan": "Asia/Almaty",
    "bern": "Europe/Zurich",
    "kiev": "Europe/Kyiv",
    "moscow": "Europe/Moscow",
    "new delhi": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "islamabad": "Asia/Karachi",
    "ankara": "Europe/Istanbul",
    "western european": "WET",
    "uk": "Europe/London",
    "astana": "Asia/Almaty",
    "uzbekistan": "Asia/Tashkent",
    "geneva": "Europe/Zurich",
    "the hague": "Europe/Amsterdam",
    "washington": "America/New_York",
    "saint petersburg": "Europe/Moscow",
    "beijing": "Asia/Shanghai",
    "abu dhabi": "Asia/Dubai",
    "hanoi": "Asia/Ho_Chi_Minh",
    "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata",
    "osh": "Asia/Bishkek",
    "khujand": "Asia/Dushanbe",
    "shymkent": "Asia/Almaty",
    "bonn": "Europe/Berlin",
    "frankfurt": "Europe/Berlin",
    "munich": "Europe/Berlin",
    "hamburg": "Europe/Berlin",
    "milan": "Europe/Rome",
    "turin": "Europe/Rome",
    "barcelona": "Europe/Madrid",
    "strasbourg": "Europe/Paris",
    "lyon": "Europe/Paris",
    "ottawa": "America/Toronto",
    "canberra": "Australia/Sydney",
    "pretoria": "Africa/Johannesburg",
    "abuja": "Africa/Lagos",
    "rabat": "Africa/Casablanca",
}
_RUSSIAN_STEMS = {
    "москов": "Europe/Moscow",
    "москв": "Europe/Moscow",
    "ташкент": "Asia/Tashkent",
    "алмат": "Asia/Almaty",
    "астан": "Asia/Almaty",
    "бишкек": "Asia/Bishkek",
    "душанб": "Asia/Dushanbe",
    "ашхабад": "Asia/Ashgabat",
    "ашгабат": "Asia/Ashgabat",
    "вен": "Europe/Vienna",
    "лондон": "Europe/London",
    "париж": "Europe/Paris",
    "нью-йорк": "America/New_York",
    "стамбул": "Europe/Istanbul",
    "гринвич": "UTC",
    "брюссел": "Europe/Brussels",
    "женев": "Europe/Zurich",
    "минск": "Europe/Minsk",
    "баку": "Asia/Baku",
    "бакин": "Asia/Baku",
    "тбилис": "Asia/Tbilisi",
    "ереван": "Asia/Yerevan",
    "киев": "Europe/Kyiv",
}
_RUSSIAN_COUNTRIES = {
    "казахстан": "Asia/Almaty",
    "кыргыз": "Asia/Bishkek",
    "киргиз": "Asia/Bishkek",
    "узбекистан": "Asia/Tashkent",
    "таджикистан": "Asia/Dushanbe",
    "туркменистан": "Asia/Ashgabat",
    "азербайджан": "Asia/Baku",
    "армени": "Asia/Yerevan",
    "грузи": "Asia/Tbilisi",
    "беларус": "Europe/Minsk",
    "австри": "Europe/Vienna",
}
_OFFICIAL = {"kyrgyz republic": "KG", "uk": "GB", "united kingdom": "GB", "türkiye": "TR", "czechia": "CZ"}
_SEASONS = (date(2027, 1, 15), date(2027, 7, 15))
_BETWEEN = re.compile(r"[,;()|/•]|\s[–—-]\s|\s(?:and|in|и|в)\s")
_NOT_NAME = re.compile(r"\b(?:г|гор|city of|the republic of|republic of|республик\w|the)\b\.?|[\d.:]", re.IGNORECASE)


def city_zone(spoken: str) -> str | None:
    """The zone of the city or country in a few words: `Tashkent`, `Thursday Tashkent`, `Ташкент`."""
    words = spoken.lower().split()
    for start, end in ((s, e) for e in range(len(words), 0, -1) for s in range(e)):
        key = " ".join(words[start:end])
        found = _NAMED.get(key) or _cities().get(key) or _countries().get(key)
        if found:
            return found
    return russian_zone(spoken)


def russian_zone(word: str) -> str | None:
    """By the stem, so that each case of the word and its adjective are known."""
    word, stems = word.lower(), _RUSSIAN_STEMS | _RUSSIAN_COUNTRIES
    return next((name for stem, name in stems.items() if word.startswith(stem) and len(word) < len(stem) + 9), None)


def zone_of_address(text: str) -> tuple[str, str] | None:
    """The zone of `Hotel Example, 5 Lake Street, Bishkek, Kyrgyzstan`, and the place that tells it.

    Only a city or country that stands between marks counts, not a street named after one; nothing where two of them
    lie in different zones.
    """
    pieces = [" ".join(_NOT_NAME.sub(" ", piece).split()) for piece in _BETWEEN.split(text[:1_000])]
    found = [(zone, piece) for piece in pieces if piece[:1].isupper() and (zone := _whole_zone(piece))]
    offsets = {tuple(_offset(zone, day) for day in _SEASONS) for zone, _ in found}
    return found[0] if len(offsets) == 1 else None


def _whole_zone(piece: str) -> str | None:
    key = piece.lower()
    exact = _cities().get(key) or _countries().get(key) or _NAMED.get(key)
    return exact or (russian_zone(piece) if len(piece.split()) <= 2 and re.match(r"[А-ЯЁ]", piece) else None)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities that name a zone of the IANA database."""
    regions = ("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/", "Indian/", "Atlantic/")
    known = [name for name in sorted(available_timezones()) if name.startswith(regions)]
    return {name.rsplit("/", 1)[1].replace("_", " ").lower(): name for name in known}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Countries in which all clocks show the same time, each with its first zone in the IANA database."""
    zones: dict[str, list[str]] = {}
    for code, _, zone, *_ in _rows("zone.tab"):
        zones.setdefault(code, []).append(zone)
    alike = {code: names[0] for code, names in zones.items() if _agree(names)}
    named = {name.lower(): alike[code] for code, name in _rows("iso3166.tab") if code in alike}
    return named | {name: alike[code] for name, code in _OFFICIAL.items() if code in alike}


def _rows(name: str) -> list[list[str]]:
    lines = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _agree(names: list[str]) -> bool:
    return all(len({_offset(name, day) for name in names}) == 1 for day in _SEASONS)


def _offset(name: str, day: date) -> timedelta | None:
    return datetime.combine(day, time(12), ZoneInfo(name)).utcoffset()
