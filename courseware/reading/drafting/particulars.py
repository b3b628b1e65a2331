"""The lines between a title and its text: author, date, source, publisher."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from courseware.reading.drafting.bylines import (
    AGO,
    Stated,
    bare,
    byline,
    is_date_line,
    signature,
    stated_by_parts,
    without_dates,
    without_mark,
    without_notes,
)
from courseware.reading.drafting.dates import find_date
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.names import (
    are_persons,
    has_initial,
    is_affiliation,
    is_label,
    is_name,
    is_person,
    is_publication,
)
from courseware.reading.drafting.shapes import ends_as_a_sentence, is_credit
from intake.language import holder_of_rights

_LABEL_ABOVE = r"(?:about this (?:reading|article|text)\s?[:.–—-]\s?)?"
_SOURCE = re.compile(
    _LABEL_ABOVE + r"(?:(?:original )?sources?|источники?|по материалам)\s?:\s?(?P<value>.+)"
    r"|(?:publishers?|published by|issued by|publication|издатель|издание|издательство)\s?:\s?(?P<publisher>.+)"
    r"|(?:this (?:article|text|piece) (?:was )?)?(?:originally |first )(?:published|appeared) (?:in|at|by|on"
    r"|with)\s(?P<first>.+)"
    r"|published (?:by|in)\s(?P<by>.+)"
    r"|(?:впервые )?опубликовано (?:в|на сайте|изданием|журналом|газетой)\s(?P<ru>.+)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:authors?|author's name|written by|words by|text by|story by|reported by|reporting by|words|text|interviewer"
    r"|interview(?:ed)? by|review(?:ed)? by|автор(?:ы)?"
    r"|текст|автор текста|подготовила?|беседовала?)\s?:\s?(?P<value>.+)"
    r"|(?:authors?|автор(?:ы)?)\s?[–—]\s(?P<after_dash>.+)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:reporting|reported|reviewed|written|story|text|words) by (?P<name>[^;,.()]{4,60}?)(?:[;,.(].{0,120}"
    r"| in [A-Z].{0,60})?$",
    re.IGNORECASE,
)
_OTHER_CREDIT = re.compile(
    r"\s(?:photos?|photographs?|pictures?|images?|illustrations?|editing|editor|translation|фото|редактор|перевод)\s?:",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:page )?(?:last )?(?:updated|modified|edited|revised|reviewed)|обновлено|изменено", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|updated|issued|released"
    r"|опубликовано|размещено|date|дата(?: публикации)?)\b",
    re.IGNORECASE,
)
_PUBLISHED_LAST = re.compile(r"(?<=[;,.] )(?:first )?(?:published|available)(?: online)?\b.{4,60}", re.IGNORECASE)
_UNPUBLISHED = re.compile(r"received|submitted|accepted|получено|поступила|принята", re.IGNORECASE)
_DATELINE = re.compile(r"(?P<head>[^\W\d_][^.!?;()—–]{4,70}?)\s?(?:\((?P<agency>[^()]{2,60})\))?\s?[—–-]{1,2}\s")
_POSTED = re.compile(r"(?i:posted by) (?P<name>[^|,;:]{4,60}?) (?:at|on) \d.{0,300}")  # below the text of a weblog
_NOT_STATED = frozenset(
    {"", "-", "–", "—", "n/a", "none", "unknown", "not stated", "not given", "unsigned", "не указан", "не указано",
     "нет"}
)  # fmt: skip
_BY = frozenset({"by", "author", "автор", "written by", "words", "text", "текст"})
_LONGEST_PUBLISHER = 7
MOST_LINES = 12
_LONGEST_LINE = 700


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the lines under a title state; `unclear_date` is a date that can be read in two ways, as written.

    `source` is where the text comes from, in the words of the page; `publisher` only the name of who published it.
    """

    author: str | None = None
    published: date | None = None
    source: str | None = None
    unclear_date: str | None = None
    used: int = 0
    publisher: str | None = None

    def completed_by(self, other: "Particulars") -> "Particulars":
        """Take from another place what is missing here; `used` stays."""
        return Particulars(
            self.author or other.author,
            self.published or other.published,
            self.source or other.source,
            self.unclear_date or other.unclear_date,
            self.used,
            self.publisher or other.publisher,
        )


def opens_strongly(text: str) -> bool:
    """A line such as "Published" or "Published on 3 May 2021", which pages put under the title of an article."""
    plain = bare(text)
    if not _PUBLISHED.match(plain):
        return False
    return is_date_line(text) or bool(_SOURCE.fullmatch(plain) or byline(plain) or stated_by_parts(plain))


@lru_cache(maxsize=20_000)
def opens(text: str) -> bool:
    """Any line that may follow a title: date, byline, "Author:", "Source:"."""
    if len(text) > _LONGEST_LINE:
        return False
    plain = bare(text)
    if furniture(text) == "passing" and plain.casefold() not in {"by", "on"} and not AGO.fullmatch(plain):
        return opens_strongly(text)
    if is_date_line(text) or byline(plain) or stated_by_parts(plain):
        return True
    return bool(_AUTHOR.fullmatch(plain) or _SOURCE.fullmatch(plain))


def is_keyed(text: str) -> bool:
    """A line that says itself what it states: "Author: …", "Source: …", "Published …", a byline."""
    plain = bare(text)
    return bool(_AUTHOR.fullmatch(plain) or _SOURCE.fullmatch(plain) or byline(plain)) or opens_strongly(text)


def read_particulars(texts: Sequence[str]) -> Particulars:
    """Read the lines that follow a title; `used` counts the lines that are particulars and not text."""
    found = Particulars()
    awaiting_author = False
    for at, text in enumerate(texts[:MOST_LINES]):
        below, next_but_one = (*texts[at + 1 : at + 3], "", "")[:2]
        if is_affiliation(below) and is_date_line(next_but_one):
            below = next_but_one
        after = _with_line(found, text, awaiting_author) or _with_bare_name(found, text, below)
        if after is None and is_credit(text) and opens(below):
            after = found
        works_there = _works_at(text) if found.used == 1 else is_affiliation(text) and is_date_line(below)
        if after is None and found.author and works_there:  # where the authors work
            after = found
        if after is None:
            break
        awaiting_author = bare(text).casefold().rstrip(":") in _BY
        found = replace(after, used=found.used + 1)
    return found


def stated_in_text(text: str) -> tuple[str, str | None] | None:
    """Recognise "Source: …" or "Author: …" within a text: ("source", "publisher" or "author", value)."""
    plain = bare(text)
    if match := _AUTHOR.fullmatch(plain):
        return ("author", _author(match)) if is_name(without_mark(_author(match) or "")[:80]) else None
    if (match := _SIGNED.match(plain)) and is_person(match["name"]):
        return "author", match["name"]
    if match := _SOURCE.fullmatch(plain):
        if match["value"]:
            return "source", _value(match["value"])
        if match["publisher"]:
            return "publisher", _value(match["publisher"])
    return None


def publisher_in(source: str | None) -> str | None:
    """The source itself where it is no more than the name of a publication or a body."""
    name = (source or "").strip(" .«»“”\"'")
    plain = not any(mark in name for mark in ("/", "@", ":", "“", "«", "("))
    capital = name[:1].isupper() and len(name.split()) <= _LONGEST_PUBLISHER
    return name if plain and capital and (is_publication(name) or is_name(name)) else None


def stated_by_dateline(text: str) -> Particulars:
    """What stands before the dash in "ALMATY, 3 May 2021 (Example Agency) — The bridge …"."""
    match = _DATELINE.match(text)
    if not match or ends_as_a_sentence(match["head"]):
        return Particulars()
    day, _rest = find_date(match["head"])
    agency = match["agency"] or ""
    return Particulars(published=day, publisher=agency if day and is_publication(agency) else None)


def stated_by_page(facts: Mapping[str, str], discarded: Sequence[str], *, alone: bool) -> Particulars:
    """What the page says outside its articles; author and day only where one article is `alone` on it."""
    posted = (match["name"] for line in discarded if (match := _POSTED.fullmatch(line)))
    author, day = facts.get("author_of_page") or next(posted, ""), facts.get("day_of_page", "")
    return Particulars(
        author=author if alone and is_person(author) else None,
        published=find_date(day)[0] if alone else None,
        publisher=facts.get("publisher_of_page") or copyright_holder(discarded),
    )


def copyright_holder(lines: Sequence[str]) -> str | None:
    """The one name in lines such as "© 2026 Example Review. All rights reserved."; None where there are several.

    A name that no word tells to be a publication counts where it stands on a line of its own as well, as the page's.
    """
    plain = [bare(line) for line in lines]
    found = {name for line in plain if (name := holder_of_rights(line))}
    names = {name for name in found if is_publication(name) or name in plain}
    return names.pop() if len(names) == 1 else None


def _with_line(found: Particulars, text: str, awaiting_author: bool) -> Particulars | None:
    """Add what one line states; None where the line is not a particular."""
    plain = bare(text)
    if match := _AUTHOR.fullmatch(plain):
        return _dated(replace(found, author=found.author or _author(match)), text)
    match = _SOURCE.fullmatch(plain)
    if match and not (match["by"] and not is_publication(without_mark(without_dates(match["by"])))):
        return _sourced(found, match)
    if parts := stated_by_parts(plain):
        return _with_parts(found, parts, text)
    if name := byline(plain):
        return _dated(replace(found, author=found.author or name), text)
    if match:
        return _sourced(found, match)
    if is_date_line(text):
        return found if _UPDATED.match(plain) else _dated(found, text)
    if awaiting_author and is_name(plain):
        return replace(found, author=found.author or plain)
    return found if furniture(text) == "passing" or (found.used and is_label(plain)) else None


def _works_at(line: str) -> bool:
    """A short line that names where authors work, and no sentence."""
    return is_affiliation(line) and not ends_as_a_sentence(line)


def _with_bare_name(found: Particulars, text: str, below: str) -> Particulars | None:
    """A person's name on a line of its own counts where a date stands right above or below it."""
    plain = bare(text)
    is_place_of_work = found.author is not None and is_affiliation(plain)
    if found.publisher is None and is_publication(plain) and is_date_line(below) and not is_place_of_work:
        return replace(found, publisher=plain)
    name = signature(without_notes(plain))
    if name and not found.used and (are_persons(name) or has_initial(name) or _works_at(below)):
        return replace(found, author=name)
    if found.author or not name or not (is_date_line(below) or (found.published and found.used <= 2)):
        return None
    return replace(found, author=name)


def _with_parts(found: Particulars, parts: Stated, text: str) -> Particulars:
    named = replace(found, author=found.author or parts.author, publisher=found.publisher or parts.publisher)
    return named if _UPDATED.match(bare(text)) else _dated(named, text)


def _sourced(found: Particulars, match: re.Match[str]) -> Particulars:
    if match["value"]:
        return replace(found, source=found.source or _value(match["value"]))
    if match["publisher"]:
        name = _value(match["publisher"])
        return replace(found, source=found.source or name, publisher=found.publisher or name)
    _day, rest = find_date(match["first"] or match["by"] or match["ru"])
    name = _value(re.sub(r"\s(?:on|в номере от|от)$", "", without_mark(rest)))
    return _dated(replace(found, source=found.source or name, publisher=found.publisher or name), match.string)


def _dated(found: Particulars, text: str) -> Particulars:
    """Of several days, as in "received …; accepted …; published online …", the one of publishing."""
    told = _PUBLISHED_LAST.search(text)
    day, rest = find_date(told[0] if told else text)
    if told is None and _UNPUBLISHED.match(bare(text)):
        return found
    unclear = text.strip() if day is None and rest != text else None
    return replace(found, published=found.published or day, unclear_date=found.unclear_date or unclear)


def _author(match: re.Match[str]) -> str | None:
    told = _OTHER_CREDIT.split(match["value"] or match["after_dash"])[0]
    return _value(without_dates(told).rstrip(" ,;|"))


def _value(text: str) -> str | None:
    value = text.strip(" *_")
    return None if value.casefold().rstrip(".") in _NOT_STATED else value
