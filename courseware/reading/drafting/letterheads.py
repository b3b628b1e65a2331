"""The head of an official paper: who issues it, its kind, its number and day, and among them the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.lines import NO_HEADING, Line
from courseware.reading.drafting.names import is_label
from courseware.reading.drafting.particulars import opens
from courseware.reading.drafting.shapes import holds_sentence, is_running_text
from courseware.reading.drafting.titles import is_long_title

_MOST_LINES = 7
_KIND = (
    r"(?:press|news|media) (?:release|statement)|release|communiqu[eé]|circular|bulletin|fact ?sheet"
    r"|(?:information|briefing|policy|technical|explanatory|guidance|advisory) (?:note|paper|brief|letter)"
    r"|(?:working|background|discussion|issue) paper|for (?:immediate )?release|for the press"
    r"|пресс-релиз|сообщение для (?:печати|прессы|сми)|циркуляр|информационн(?:ый бюллетень|ое письмо|ая записка)"
)
_NUMBER = r"(?:(?:no|nr|№|number|ref|reference|document)\b[.:]* ?|№ ?|# ?)?(?=[\w./-]*\d)[\w./-]+"
_SERIAL = re.compile(
    rf"(?:(?:\w+ )?(?:{_KIND})(?:,? {_NUMBER})?|(?:no|№|nr|ref|reference|document|doc)\b[.:]* ?{_NUMBER}|№ ?{_NUMBER})"
    r"(?P<day>,.{4,40})?",
    re.IGNORECASE,
)
_BODY = (
    "Ministry|Department|Directorate|Agency|Authority|Administration|Commission|Committee|Council|Inspectorate"
    "|Secretariat|Service|Office|Board"
)
_NAME = r"[^\W\d_][\w’'-]*"
_ISSUER = re.compile(rf"(?:{_NAME} ){{0,4}}(?:{_BODY})(?: {_NAME},?){{0,9}}", re.IGNORECASE)
_ISSUER_RU = re.compile(
    r"(?:[А-ЯЁ][а-яё]+(?:ый|ая|ое|ий) (?:[а-яё]+(?:ый|ая|ое|ий) ){0,2})?"
    r"(?:министерство|комитет|служба|агентство|управление|департамент|администрация|комиссия|инспекция)"
    rf"(?: {_NAME}){{1,9}}",
    re.IGNORECASE,
)
_JOINS = frozenset({"of", "for", "and", "the", "in", "on", "to"})


def without_letterhead(lines: Sequence[Line]) -> list[Line]:
    """Put the title first, then who issued the paper and the day; the kind of paper and its number go above the title.

    Only where the file marks no heading there, and one of the lines is told to be a letterhead's by its kind of paper,
    its number or the name of an authority beside a line that can be the title.
    """
    ends = next((at for at, line in enumerate(lines) if not _is_of_head(line)), len(lines))
    head = list(lines[:ends])
    serials = [line for line in head if is_serial(line.text)]
    issuers = [line for line in head if line not in serials and is_issuer(line.text)]
    titles = [line for line in head if _may_head(line) and line not in serials and line not in issuers]
    if not 1 < len(head) <= _MOST_LINES or not (serials or issuers) or not titles:
        return list(lines)
    title = titles[0]
    rest = [line for line in head if line not in serials and line not in issuers and line is not title]
    days = [replace(line, text=day) for line in serials if (day := _day_of(line.text))]
    issued = [replace(line, text=f"Published by: {line.text}") for line in issuers[:1]]
    above = [replace(line, level=NO_HEADING) for line in (*serials, *issuers[1:])]
    return [*above, title, *issued, *days, *rest, *lines[ends:]]


def _is_of_head(line: Line) -> bool:
    is_text = is_running_text(line.text) or holds_sentence(line.text)
    return line.kind == "paragraph" and line.level <= 0 and not is_text


def _may_head(line: Line) -> bool:
    return is_long_title(line.text) and not opens(line.text) and not is_label(line.text) and not furniture(line.text)


def is_serial(text: str) -> bool:
    """The kind of paper, its number, or both: "Press release No. 87/2025", "№ 14-П"."""
    return _SERIAL.fullmatch(text) is not None


def is_issuer(text: str) -> bool:
    """The name of an authority and nothing else: every word of weight has a capital."""
    if _ISSUER_RU.fullmatch(text):
        return True
    capital = all(word[0].isupper() or word in _JOINS for word in text.replace(",", " ").split())
    return _ISSUER.fullmatch(text) is not None and capital and " " in text


def _day_of(text: str) -> str:
    found = _SERIAL.fullmatch(text)
    day = (found["day"] or "").lstrip(", ") if found else ""
    return day if opens(day) else ""
