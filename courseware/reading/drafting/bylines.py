"""One line that states who and when: "By Ann Example, analyst | 3 May 2021", "Example Review, 3 May 2021, 10:15"."""

import re
from dataclasses import dataclass

from courseware.reading.drafting.dates import find_date
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.names import are_persons, is_body, is_label, is_name, is_person, is_publication
from courseware.reading.drafting.shapes import ends_as_a_sentence

_MARKS = "*_ \u00a0|·•–—-,/"
_BYLINE = re.compile(
    r"(?:(?:published|posted|written|reported|reviewed|story|words|text|analysis|opinion|interview"
    r"|an? (?:[a-z]+ )?(?:essay|article|feature|report|column|comment|commentary|review|portrait|story))\s)?"
    r"by:?\s(?P<value>.+)",
    re.IGNORECASE,
)
# "By our transport correspondent": who wrote it, without a name.
_UNNAMED = re.compile(
    r"(?:our|an?|the|staff) (?:[a-z]+ ){0,3}(?:correspondent|reporter|editor|writer|desk)s?"
    r"(?:(?: in|,) [A-Z][\w’'-]+){0,3}"
)
_INTERVIEW = re.compile(r"(?:interview|review|интервью|беседа|рецензия)\s?:\s?(?P<name>.{4,60})", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|updated|issued|released|опубликовано|размещено|date|дата)\b"
    r"|(?:page )?(?:last )?(?:updated|modified|edited|revised|reviewed)|обновлено|изменено",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|year)s? ago"
    r"|\b(?:(?:first |originally )?published|posted|issued|released|page last|last|updated|modified|edited|revised"
    r"|reviewed|received"
    r"|accepted|online|on|at|date|publication|дата|публикации"
    r"|опубликовано|размещено|обновлено|изменено|в|от|г|года"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:spring|summer|autumn|fall|winter) (?:19|20)\d\d|issue(?: \d{1,4})?|vol\.? \d{1,4}|no\.? \d{1,4}"
    r"|version \d{1,2}(?:\.\d{1,2})*"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m|utc|gmt|est|edt|cet|cest|bst|мск|\d{1,3} min(?:ute)?s?(?: read)?"
    r"|\d{1,3} мин\w{0,4})\b",
    re.IGNORECASE,
)
_KEYED_NAME = re.compile(
    r"(?:authors?|written by|words by|text by|words|text|interviewer|interview(?:ed)? by|review(?:ed)? by"
    r"|автор(?:ы)?|текст|подготовила?)\s?:\s?(?P<name>.{2,80})",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"(?:(?:published|issued) by|(?:first |originally )?(?:published|printed|appeared) in):?\s(?P<name>.{2,80})",
    re.IGNORECASE,
)
AGO = re.compile(r"(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago", re.IGNORECASE)
_PARTS = re.compile(
    r"\s{1,3}(?=(?:authors?|views|reads|words|text|автор|текст|просмотр\w{0,3})\s?:\s)|"
    r"\s{0,3}[|•·]\s{0,3}|\s{1,3}[–—/-]\s{1,3}|\s{2,9}|[,;]\s{1,3}|\s?[()\[\]]\s?",
    re.IGNORECASE,
)
_LONGEST = 20
_LONGEST_ROLE = 6
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


def without_notes(text: str) -> str:
    """Without the signs of footnotes on names: "E. Marwick*, T. Solveig†"."""
    return re.sub(r"(?<=[^\W\d_])(?:[*†‡§¹²³]|\d(?!\d))+(?=,| and |$)", "", text)


def without_dates(text: str) -> str:
    for _time in range(_MOST_DATES):
        _day, text = find_date(text)
    return text


def is_date_line(text: str) -> bool:
    """Nothing but dates, clock and words such as "Published on"; "Published" alone counts, "on" alone does not."""
    if len(text) > 200:
        return False
    rest = without_dates(text)
    dated = rest != text or bool(_PUBLISHED.match(bare(text)) or AGO.fullmatch(bare(text)))
    return dated and not _DATE_WORDS.sub("", rest).strip(_MARKS + ".:;()+")


def byline(plain: str) -> str | None:
    """The name in "By Ann Example, analyst | 3 May 2021"; a heading such as "By 2040" has none."""
    if (asked := _INTERVIEW.fullmatch(plain)) and is_person(asked["name"]):
        return asked["name"]
    match = _BYLINE.fullmatch(plain) if len(plain) <= 200 else None
    if not match or ends_as_a_sentence(plain):
        return None
    value = match["value"]
    rest = without_dates(value)
    if rest != value:
        rest = _DATE_WORDS.sub(" ", rest)
    name = " ".join(rest.split()).strip(_MARKS)
    if _UNNAMED.fullmatch(name):
        return name.partition(",")[0]
    if is_body(body := name.removeprefix("the ")):
        return body
    before_role = re.split(r",|\||•|·|\s[–—-]\s|\sfor\s|\sin\s[A-Z]", name)[0].strip(_MARKS)
    if is_name(name) and not (before_role != name and is_person(before_role)):
        return name
    return before_role if " " in before_role and is_name(before_role) and len(name.split()) <= 15 else None


def stated_by_parts(plain: str) -> Stated | None:
    """A line cut at its bars, dashes and commas where every part is a date, a person, a publication or a label."""
    if len(plain.split()) > _LONGEST or ends_as_a_sentence(plain.rstrip(".")):
        return None
    parts = [part.strip(_MARKS) for part in _PARTS.split(_with_whole_dates(plain)) if part.strip(_MARKS)]
    if len(parts) < 2:
        return _name_and_date(plain)
    found, unknown = Stated(), 0
    for part in parts:
        after = _with_part(found, part)
        unknown += after is None and part[:1].isupper() and len(part.split()) == 1
        if after is None and not unknown:
            return _name_and_date(plain)
        found = after or found
    if unknown > 1 or (unknown and not found.dates):
        return None
    return found if found.dates or (found.author and _BYLINE.match(plain)) else None


def signature(text: str) -> str | None:
    """The person in "Ann Example" or "Ann Example, analyst", or several persons, where that is all of a short line."""
    if are_persons(text):
        return text
    name, _comma, role = text.partition(",")
    role = role.strip()
    return (
        name
        if is_person(name)
        and not (role[:1].isupper() or role.isdigit())  # "Parcels and Small Consignments, 2023" is a title
        and len(role.split()) <= _LONGEST_ROLE
        and not ends_as_a_sentence(text)
        else None
    )


def _name_and_date(plain: str) -> Stated | None:
    """ "July 4, 2019 by Ann Example", "Ann Example on 4 July 2019"."""
    rest = without_dates(plain)
    if rest == plain:
        return None
    name = " ".join(_DATE_WORDS.sub(" ", rest).split()).strip(_MARKS)
    author = byline(name) or (name if is_person(name) else None)
    return Stated(author, None, True) if author else None


def _keyed_name(part: str) -> str | None:
    match = _KEYED_NAME.fullmatch(part)
    return match["name"] if match and is_name(match["name"]) else None


def _with_whole_dates(plain: str) -> str:
    """Take the commas out of "May 3, 2021", which would part it."""
    return re.sub(r"(?<=\d),(?=\s(?:19|20)\d\d\b)", "", plain)


def _with_part(found: Stated, part: str) -> Stated | None:
    if is_date_line(part) or not _DATE_WORDS.sub("", part).strip(_MARKS + ".:;()+"):
        dated = without_dates(part) != part or bool(re.search(r"(?:19|20)\d\d", part))  # "spring 2027"
        return Stated(found.author, found.publisher, found.dates or dated)
    told = _PUBLISHER.fullmatch(part)
    if told and (is_publication(told["name"]) or (found.author and is_name(told["name"]))):
        return Stated(found.author, found.publisher or told["name"], found.dates)
    if found.author is None and (name := byline(part) or _keyed_name(part) or (part if is_person(part) else None)):
        return Stated(name, found.publisher, found.dates)
    if is_publication(part):
        return Stated(found.author, found.publisher or part, found.dates)
    return found if is_label(part) or furniture(part) else None
