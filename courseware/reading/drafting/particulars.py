"""The lines between a title and its text: author, date, source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from courseware.reading.drafting.dates import find_date
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.shapes import ends_as_a_sentence

_MARKS = "*_ \u00a0|·•–—-,"
_LABEL_ABOVE = r"(?:about this (?:reading|article|text)\s?[:.–—-]\s?)?"
_SOURCE = re.compile(
    _LABEL_ABOVE + r"(?:(?:original )?sources?|publisher|источник)\s?:\s?(?P<value>.+)"
    r"|(?:originally |first )(?:published|appeared) (?:in|at|by|on|with)\s(?P<first>.+)"
    r"|published (?:by|in)\s(?P<by>.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:authors?|written by|автор(?:ы)?)\s?:\s?(?P<value>.+)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:(?:published|posted|written)\s)?by:?\s(?P<value>.+)", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted|updated|опубликовано|date|дата)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?updated|обновлено", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|\b(?:(?:first |originally )?published|posted|last|updated|on|at|date|дата|опубликовано|обновлено"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|\d{1,2}[:.]\d\d|[ap]m|utc|gmt|est|cet)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    {"and", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "ul", "и"}
)
_NOT_STATED = frozenset({"", "-", "n/a", "none", "unknown", "not stated", "not given", "unsigned", "не указан"})
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the lines under a title state; `unclear_date` is a date that can be read in two ways, as written."""

    author: str | None = None
    published: date | None = None
    source: str | None = None
    unclear_date: str | None = None
    used: int = 0

    def completed_by(self, other: "Particulars") -> "Particulars":
        """Take from another place what is missing here; `used` stays."""
        return Particulars(
            self.author or other.author,
            self.published or other.published,
            self.source or other.source,
            self.unclear_date or other.unclear_date,
            self.used,
        )


def opens_strongly(text: str) -> bool:
    """A line such as "Published" or "Published on 3 May 2021", which pages put under the title of an article."""
    if not _PUBLISHED.match(_bare(text)):
        return False
    return _is_date_line(text) or bool(_SOURCE.fullmatch(_bare(text)) or _byline(_bare(text)))


def opens(text: str) -> bool:
    """Any line that may follow a title: date, byline, "Author:", "Source:"."""
    bare = _bare(text)
    if furniture(text) == "passing" and bare.casefold() not in {"by", "on"}:
        return opens_strongly(text)
    return bool(_AUTHOR.fullmatch(bare) or _SOURCE.fullmatch(bare) or _byline(bare)) or _is_date_line(text)


def read_particulars(texts: Sequence[str]) -> Particulars:
    """Read the lines that follow a title; `used` counts the lines that are particulars and not text."""
    found = Particulars()
    awaiting_author = False
    for text in texts[:MOST_LINES]:
        after = _with_line(found, text, awaiting_author)
        if after is None:
            break
        awaiting_author = _bare(text).casefold() in {"by", "автор"}
        found = replace(after, used=found.used + 1)
    return found


def stated_in_text(text: str) -> tuple[str, str | None] | None:
    """Recognise "Source: …" or "Author: …" within the first lines of a text: ("source" or "author", value)."""
    bare = _bare(text)
    if match := _AUTHOR.fullmatch(bare):
        return "author", _value(match["value"])
    if (match := _SOURCE.fullmatch(bare)) and match["value"]:
        return "source", _value(match["value"])
    return None


def _with_line(found: Particulars, text: str, awaiting_author: bool) -> Particulars | None:
    """Add what one line states; None where the line is not a particular."""
    bare = _bare(text)
    if match := _AUTHOR.fullmatch(bare):
        return replace(found, author=found.author or _value(match["value"]))
    if name := _byline(bare):
        return _dated(replace(found, author=found.author or name), text)
    if match := _SOURCE.fullmatch(bare):
        return _sourced(found, match)
    if _is_date_line(text):
        return found if _UPDATED.match(bare) else _dated(found, text)
    if awaiting_author and _is_name(bare):
        return replace(found, author=found.author or bare)
    return found if furniture(text) == "passing" else None


def _sourced(found: Particulars, match: re.Match[str]) -> Particulars:
    if match["value"]:
        return replace(found, source=found.source or _value(match["value"]))
    _day, rest = find_date(match["first"] or match["by"])
    return _dated(replace(found, source=found.source or _value(rest.strip(_MARKS))), match.string)


def _dated(found: Particulars, text: str) -> Particulars:
    day, rest = find_date(text)
    unclear = text.strip() if day is None and rest != text else None
    return replace(found, published=found.published or day, unclear_date=found.unclear_date or unclear)


def _is_date_line(text: str) -> bool:
    """Nothing but a date, clock and words such as "Published on"; "Published" alone counts, "on" alone does not."""
    _day, rest = find_date(text)
    dated = rest != text or bool(_PUBLISHED.match(_bare(text)) or _UPDATED.match(_bare(text)))
    return dated and not _DATE_WORDS.sub("", rest).strip(_MARKS + ".:;()")


def _byline(bare: str) -> str | None:
    """The name in "By Ann Example, analyst | 3 May 2021"; a heading such as "By 2040" has none."""
    match = _BYLINE.fullmatch(bare)
    if not match or ends_as_a_sentence(bare):
        return None
    value = match["value"]
    _day, rest = find_date(value)
    if rest != value:
        rest = _DATE_WORDS.sub(" ", rest)
    name = " ".join(rest.split()).strip(_MARKS)
    if _is_name(name):
        return name
    before_role = name.split(",")[0].split("|")[0].strip(_MARKS)
    return before_role if " " in before_role and _is_name(before_role) and len(name.split()) <= 15 else None


def _is_name(text: str) -> bool:
    words = text.replace(",", " ").replace("&", " ").split()
    if not 1 <= len(words) <= 10 or any(character.isdigit() for character in text):
        return False
    named = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(named) and all(word[0].isupper() for word in named)


def _bare(text: str) -> str:
    """The line without Markdown marks: "**Source:** X" reads as "Source: X"."""
    return " ".join(text.replace("**", "").replace("__", "").split()).strip("*_ ")


def _value(text: str) -> str | None:
    value = text.strip(" *_")
    return None if value.casefold().rstrip(".") in _NOT_STATED else value
