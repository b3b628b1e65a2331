"""One line that states who and when: "By Ann Example, analyst | 3 May 2021", "Example Review, 3 May 2021, 10:15"."""

import re
from dataclasses import dataclass

from courseware.reading.drafting.dates import find_date
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.names import is_label, is_name, is_person, is_publication
from courseware.reading.drafting.shapes import ends_as_a_sentence

_MARKS = "*_ \u00a0|·•–—-,/"
_BYLINE = re.compile(
    r"(?:(?:published|posted|written|reported|story|words|text|analysis|opinion|interview)\s)?by:?\s(?P<value>.+)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|updated|опубликовано|размещено|date|дата)\b"
    r"|(?:last )?(?:updated|modified|edited)|обновлено|изменено",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|\b(?:(?:first |originally )?published|posted|last|updated|modified|edited|on|at|date|publication|дата|публикации"
    r"|опубликовано|размещено|обновлено|изменено|в|от|г|года"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m|utc|gmt|est|edt|cet|cest|bst|мск|\d{1,3} min(?:ute)?s?(?: read)?|\d{1,3} мин\w{0,4})\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s{0,3}[|•·]\s{0,3}|\s{1,3}[–—/-]\s{1,3}|\s{2,9}|[,;]\s{1,3}")
_LONGEST = 20
_MOST_DATES = 3


@dataclass(frozen=True, slots=True)
class Stated:
    """What the parts of a line state; `dates` tells whether one of them is a date."""

    author: str | None = None
    publisher: str | None = None
    dates: bool = False


def bare(text: str) -> str:
    """The line without Markdown marks: "**Source:** X" reads as "Source: X"."""
    return " ".join(text.replace("**", "").replace("__", "").split()).strip("*_ ")


def without_mark(text: str) -> str:
    return " ".join(text.split()).strip(_MARKS)


def without_dates(text: str) -> str:
    for _time in range(_MOST_DATES):
        _day, text = find_date(text)
    return text


def is_date_line(text: str) -> bool:
    """Nothing but dates, clock and words such as "Published on"; "Published" alone counts, "on" alone does not."""
    if len(text) > 200:
        return False
    rest = without_dates(text)
    dated = rest != text or bool(_PUBLISHED.match(bare(text)))
    return dated and not _DATE_WORDS.sub("", rest).strip(_MARKS + ".:;()+")


def byline(plain: str) -> str | None:
    """The name in "By Ann Example, analyst | 3 May 2021"; a heading such as "By 2040" has none."""
    match = _BYLINE.fullmatch(plain) if len(plain) <= 200 else None
    if not match or ends_as_a_sentence(plain):
        return None
    value = match["value"]
    rest = without_dates(value)
    if rest != value:
        rest = _DATE_WORDS.sub(" ", rest)
    name = " ".join(rest.split()).strip(_MARKS)
    before_role = re.split(r",|\||•|·|\s[–—-]\s|\sfor\s|\sin\s[A-Z]", name)[0].strip(_MARKS)
    if is_name(name) and not (before_role != name and is_person(before_role)):
        return name
    return before_role if " " in before_role and is_name(before_role) and len(name.split()) <= 15 else None


def stated_by_parts(plain: str) -> Stated | None:
    """A line cut at its bars, dashes and commas where every part is a date, a person, a publication or a label."""
    if len(plain.split()) > _LONGEST or ends_as_a_sentence(plain.rstrip(".")):
        return None
    parts = [part for part in _PARTS.split(_with_whole_dates(plain)) if part.strip(_MARKS)]
    if len(parts) < 2:
        return None
    found = Stated()
    for part in parts:
        after = _with_part(found, part.strip(_MARKS))
        if after is None:
            return None
        found = after
    return found if found.dates or (found.author and _BYLINE.match(plain)) else None


def _with_whole_dates(plain: str) -> str:
    """Take the commas out of "May 3, 2021", which would part it."""
    return re.sub(r"(?<=\d),(?=\s(?:19|20)\d\d\b)", "", plain)


def _with_part(found: Stated, part: str) -> Stated | None:
    if is_date_line(part) or not _DATE_WORDS.sub("", part).strip(_MARKS + ".:;()+"):
        return Stated(found.author, found.publisher, found.dates or without_dates(part) != part)
    if found.author is None and (name := byline(part) or (part if is_person(part) else None)):
        return Stated(name, found.publisher, found.dates)
    if is_publication(part):
        return Stated(found.author, found.publisher or part, found.dates)
    return found if is_label(part) or furniture(part) else None
