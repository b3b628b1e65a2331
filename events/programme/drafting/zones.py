"""Time zones as notes state them. A zone is read only where it is named as one, never from a place alone."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from events.programme.drafting.places import city_zone, russian_zone

_OFFSET = (
    r"(?:UTC/GMT|GMT/UTC|UTC|GMT)\s?(?P<sign>[+\-−–])\s?(?P<hours>1[0-4]|0?\d)(?::?(?P<minutes>[0-5]\d|"
    r"45))?(?!\d|[:.]\d)"
)
_LABELS = {  # label: (IANA name, minutes from UTC that the label claims)
    "UTC": ("UTC", 0),
    "GMT": ("UTC", 0),
    "WET": ("WET", 0),
    "WEST": ("WET", 60),
    "CET": ("CET", 60),
    "CEST": ("CET", 120),
    "EET": ("EET", 120),
    "EEST": ("EET", 180),
    "MSK": ("Europe/Moscow", 180),
    "МСК": ("Europe/Moscow", 180),
    "EST": ("America/New_York", -300),
    "EDT": ("America/New_York", -240),
    "мск": ("Europe/Moscow", 180),
    "BST": ("Europe/London", 60),
    "UZT": ("Asia/Tashkent", 300),
    "TJT": ("Asia/Dushanbe", 300),
    "TMT": ("Asia/Ashgabat", 300),
    "KGT": ("Asia/Bishkek", 360),
    "ALMT": ("Asia/Almaty", 300),
    "PKT": ("Asia/Karachi", 300),
    "TRT": ("Europe/Istanbul", 180),
    "EAT": ("Africa/Nairobi", 180),
    "SAST": ("Africa/Johannesburg", 120),
    "JST": ("Asia/Tokyo", 540),
    "CDT": ("America/Chicago", -300),
    "MDT": ("America/Denver", -360),
    "PST": ("America/Los_Angeles", -480),
    "PDT": ("America/Los_Angeles", -420),
}
_AMERICAN = {
    "E": "America/New_York",
    "C": "America/Chicago",
    "M": "America/Denver",
    "P": "America/Los_Angeles",
}
_ZONE = re.compile(
    rf"(?<!\w){_OFFSET}"
    r"|(?<![\w/])(?P<iana>(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|"
    r"Pacific)(?:/[A-Za-z_\-]{2,30}){1,2})"
    r"|(?<!\w)(?P<label>" + "|".join(_LABELS) + r")(?![\w/])"
    r"|(?<=\d\s)(?P<eastern>E|P|C|M)T(?!\w)|(?<=[ap]m\s)(?P<eastern2>E|P|C|M)T(?!\w)"
    r"|(?<!\w)(?P<named>[A-Z][\w\-]{1,20}(?:\s[A-Z][\w\-]{1,20}){0,2})(?:\slocal|\sstandard)?\s[Tt]ime\b"
    r"|[Tt]ime\s(?:in|of|at)\s(?P<place>[A-Z][\w\-]{1,20}(?:\s[A-Z][\w\-]{1,20}){0,2})"
    r"|\b(?:[Tt]imes?|TIMES?|[Вв]ремя|ВРЕМЯ)\s?\(\s?(?P<headed>[A-ZА-ЯЁ][\w\-]{1,20}(?:\s[A-Z][\w\-]{1,20}){0,2})\s?\)"
    r"|\b[Hh](?:eure|ora)\s(?:de\s|d[’'])(?P<heure>[A-Z][\w\-]{1,20}(?:\s[A-Z][\w\-]{1,20}){0,2})"
    r"|[Ll]ocal\s[Tt]ime,?\s\(?(?!UTC|GMT)(?P<local>[A-Z][\w\-]{1,20}(?:\s[A-Z][\w\-]{1,20}){0,2})(?![\w/])"
    r"|[Пп]о\s(?P<russian>[а-яё]{3,20})му\sвремени|(?:[Вв]рем(?:я|ени)(?:\sместное)?,?|[Пп]о\sвремени)\s\(?(?:по\s|"
    r"в\s|г\.\s?)?(?P<russian_city>[А-ЯЁ][\w-]{2,20})"
    r"|(?<=[\d(,]\s)[Пп]о\s(?P<russian_at>[А-ЯЁ][\w-]{2,20})|(?<=\()[Пп]о\s(?P<russian_in>[А-ЯЁ][\w-]{2,20})"
    r"|[Вв]ремя\s(?:указано|дано|приведено)\s(?:по\s)?(?:времени\s)?(?:г\.\s?)?(?P<russian_told>[А-ЯЁ][\w-]{2,20})"
    r"|(?<!\w)(?P<russian_word>[а-яё]{3,20}ское)\sвремя|[Вв]ремя\s(?P<russian_after>[а-яё]{3,20}ское)"
)


@dataclass(frozen=True, slots=True)
class FoundZone:
    """`name` is an IANA name or `UTC±HH:MM`; `claims` is the offset in minutes that the label stands for, if "
    "it does."""

    name: str
    text: str
    position: int
    claims: int | None = None

    def in_force_on(self, day: date) -> bool:
        """Whether the label is what clocks show that day ("CET" in July is not)."""
        if self.claims is None:
            return True
        return datetime.combine(day, time(12), zone_of(self.name)).utcoffset() == timedelta(minutes=self.claims)


def zones(text: str) -> list[FoundZone]:
    """Every zone that the text states, in order."""
    return [found for match in _ZONE.finditer(text) if (found := _found_zone(match))]


def without_zones(text: str) -> str:
    """The text without the zones in it, and without brackets that hold nothing else."""
    return re.sub(r"\(\s{0,2}\)", "", _ZONE.sub("", text))


def zone_of(name: str) -> tzinfo:
    """The zone behind a draft's `time_zone`. Raises zoneinfo.ZoneInfoNotFoundError for an unknown name."""
    offset = re.fullmatch(r"UTC([+-])(\d\d):(\d\d)", name)
    if not offset:
        return ZoneInfo(name)
    minutes = int(offset.group(2)) * 60 + int(offset.group(3))
    return timezone(timedelta(minutes=-minutes if offset.group(1) == "-" else minutes))


def _found_zone(match: re.Match[str]) -> FoundZone | None:
    part, text, position = match.groupdict(), match.group(), match.start()
    if part["sign"]:
        sign = "+" if part["sign"] == "+" else "-"
        return FoundZone(f"UTC{sign}{int(part['hours']):02}:{part['minutes'] or '00'}", text, position)
    if part["label"]:
        name, claims = _LABELS[part["label"]]
        return FoundZone(name, text, position, claims)
    if part["iana"]:
        return FoundZone(part["iana"], text, position) if part["iana"] in available_timezones() else None
    letter = part["eastern"] or part["eastern2"]
    if letter:
        return FoundZone(_AMERICAN[letter], text, position)
    named = part["named"] or part["place"] or part["local"] or part["headed"] or part["heure"]
    name = city_zone(named) if named else _russian_zone(match)
    return FoundZone(name, text, position) if name else None


def _russian_zone(match: re.Match[str]) -> str | None:
    words = ("russian", "russian_city", "russian_word", "russian_after", "russian_at", "russian_in", "russian_told")
    return russian_zone(next((match[name] for name in words if match[name]), ""))
