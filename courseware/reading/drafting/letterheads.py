"""The head of an official paper: who issues it, its kind, its number and day, and among them the title."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from courseware.reading.drafting.bylines import signature, without_dates, without_notes
from courseware.reading.drafting.furniture import furniture, is_rule
from courseware.reading.drafting.lines import NO_HEADING, Line
from courseware.reading.drafting.names import is_label, is_publication
from courseware.reading.drafting.particulars import opens
from courseware.reading.drafting.shapes import LONGEST_CAPTION, ends_as_a_sentence, words_in
from courseware.reading.drafting.titles import is_long_title

_MOST_LINES = 8
_LONGEST_PARTED = 24  # words
_PARTS = re.compile(r"\s?[;|·]\s+|(?<=[^\W\d_]{3})\.\s+|(?<=\d{4})\.\s+|\s[–—]\s")
_COMMA = re.compile(r",\s+")
_ISSUE = re.compile(r"(?:[\w/ ]{3,20} )?issue(?: \d{1,3})?|(?:vol(?:ume)?|no|report)\.? [\d/-]{1,9}", re.IGNORECASE)
_LONGEST_DATED = 12  # words
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
# "Annual Report 2024", "Audit report 9/2025: Passports and their printing"
_REPORT = re.compile(
    r"(?:annual|yearly|half-yearly|quarterly|audit|activity|activities|special|interim|final|progress|evaluation|monitoring"
    r"|inspection|performance|statistical|технический|годовой|ежегодный)"
    r" (?:reports?|review|accounts|bulletin|отч[её]т)(?: (?:for |on |no\.? ?|№ ?|за )?[\d/–-]{1,9}(?: год)?)?(?:: .+)?",
    re.IGNORECASE,
)
_ABOUT_THE_PAPER = re.compile(
    r"(?:(?:prepared|submitted|drafted|compiled|presented|adopted) by|distribution|version \d|edition|revision \d"
    r"|next (?:release|issue|update)|agenda item|item \d|status|classification|audience)\b.{0,160}",
    re.IGNORECASE,
)
_AUTHORITY = (
    "Ministry|Department|Directorate|Agency|Authority|Administration|Commission|Committee|Council|Inspectorate"
    "|Secretariat|Service|Office|Board"
)
_BODY = (
    "Group|Conference|Archives|Association|Institute|University|Centre|Federation|Union|Organi[sz]ation|Society"
    "|Network|Foundation|Programme|Fund|Bank|Court|Chamber|Museum|Library|Alliance|Consortium|Academy|School|College"
    "|Police|Guard|Laboratory|Bureau|Bulletin|Review|Journal|Gazette"
)
_WORD = r"[^\W\d_][\w’'–-]*"
_AUTHORITY_RU = re.compile(
    r"(?:[А-ЯЁ][а-яё]+(?:ый|ая|ое|ий) (?:[а-яё]+(?:ый|ая|ое|ий) ){0,2})?"
    r"(?:министерство|комитет|служба|агентство|управление|департамент|администрация|комиссия|инспекция)"
    rf"(?: {_WORD}){{1,9}}",
    re.IGNORECASE,
)
_AUTHORITY_EN = re.compile(rf"(?:{_WORD} ){{0,4}}(?:{_AUTHORITY})(?: {_WORD},?){{0,9}}", re.IGNORECASE)
_BODY_EN = re.compile(rf"(?:{_WORD} ){{0,5}}(?:{_AUTHORITY}|{_BODY})s?(?: (?:–|{_WORD},?)){{0,9}}", re.IGNORECASE)
_REPORT_OF = re.compile(
    r"^(?:report|publication|bulletin) (?:of|by) (?:the )?| to (?:the )?(?:Parliament|Minister)\b.*$", re.IGNORECASE
)
_JOINS = frozenset({"of", "for", "and", "the", "in", "on", "to", "at", "–"})
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.? [^\W\d_a-zа-яё]")


def without_letterhead(lines: Sequence[Line]) -> list[Line]:
    """Put the title of a paper first, then who issued it and the day; its kind and number go above the title.

    Whatever else stands in the head ("Prepared by the secretariat") is text and heads no section. Only where the file
    marks no heading there, and a line tells that this is such a head.
    """
    short = list(takewhile(_is_short, lines[:_MOST_LINES]))
    head = [part for at, line in enumerate(short) for part in (_parted(line) if at else [line])]
    last = max((at for at, line in enumerate(head) if _is_of_letterhead(line.text)), default=-1)
    is_signed = len(head) > 1 and signature(without_notes(head[1].text)) is not None  # and below it, where they work
    is_masthead = len(short) < len(lines) and is_rule(lines[len(short)].text)  # of a page with several articles
    if is_masthead or is_signed or not any(_tells(line.text) for line in head[: last + 1]):
        return list(lines)
    serials = [line for line in head if is_serial(line.text)]
    issuers = [line for line in head if is_authority(line.text)]
    others = (line for line in head if _may_head(line) and line not in [*serials, *issuers])
    report = next((line for line in head if _REPORT.fullmatch(line.text)), None)
    title = _report_title(head, report) if report else next(others, None)
    if title is None:
        return list(lines)
    issuers = issuers or [line for line in head[: last + 1] if line is not title and _is_body(line.text)]
    serials = [*serials, report] if report and report.text not in title.text else serials
    rest = [line for line in head[: last + 1] if line not in [*serials, *issuers, title, report]]
    days = [replace(line, text=day) for line in serials if (day := _day_of(line.text))]
    return [
        *(replace(line, level=NO_HEADING) for line in (*serials, *issuers[1:])),
        title,
        *(replace(line, text=f"Published by: {_REPORT_OF.sub('', line.text)}") for line in issuers[:1]),
        *days,
        *(line for line in rest if opens(line.text)),
        *(replace(line, level=NO_HEADING) for line in rest if not opens(line.text)),
        *(line for line in head[last + 1 :] if line is not title),
        *lines[len(short) :],
    ]


def _report_title(head: Sequence[Line], report: Line) -> Line | None:
    """ "Port Office of Vell: Annual Report 2024", unless a line above or the rest of this one says what it is about."""
    if ": " in report.text:
        return report
    issuer = next((line for line in head if is_authority(line.text) or _is_body(line.text)), None)
    above = head[: head.index(report)]
    other = next((line for line in above if _may_head(line) and line is not issuer), None)
    return other or (replace(report, text=f"{issuer.text}: {report.text}") if issuer else None)


def _parted(line: Line) -> list[Line]:
    """ "Office of the City Auditor, Report 2023/07, published 18 October 2023" as three lines; else the line."""
    if words_in(line.text) > _LONGEST_PARTED or opens(line.text):
        return [line]
    parts = [part.strip(" .") for part in _PARTS.split(line.text)]
    parts = [one for part in parts for one in ([part] if _is_told(part) else _COMMA.split(part))]
    told = all(map(_is_told, parts))
    return [replace(line, text=part) for part in parts] if told and any(map(_dates_or_numbers, parts)) else [line]


def _is_told(part: str) -> bool:
    return _is_body(part) or _dates_or_numbers(part)


def _dates_or_numbers(part: str) -> bool:
    return is_serial(part) or opens(part) or _ABOUT_THE_PAPER.fullmatch(part) is not None


def is_serial(text: str) -> bool:
    """The kind of paper, its number, or both: "Press release No. 87/2025", "№ 14-П", "Report 2023/07"."""
    return _SERIAL.fullmatch(text) is not None or _ISSUE.fullmatch(text) is not None


def is_authority(text: str) -> bool:
    """The name of an authority and nothing else: every word of weight has a capital."""
    is_english = _AUTHORITY_EN.fullmatch(text) is not None and _has_capitals(text) and " " in text
    return is_english or _AUTHORITY_RU.fullmatch(text) is not None


def _is_body(text: str) -> bool:
    """Any body or paper: the title of an article may look like it, too."""
    is_named = _BODY_EN.fullmatch(text) is not None or is_publication(text)
    return is_named and _has_capitals(text.replace("&", "and")) and " " in text


def _has_capitals(text: str) -> bool:
    return all(word[0].isupper() or word in _JOINS for word in text.replace(",", " ").split())


def _is_short(line: Line) -> bool:
    is_plain = line.kind == "paragraph" and line.level <= 0
    is_numbered = _NUMBERED.match(line.text) is not None and not opens(line.text)  # "21 October 2025" is a day
    is_other = is_numbered or is_rule(line.text)
    return is_plain and words_in(line.text) <= LONGEST_CAPTION and not is_other


def _tells(text: str) -> bool:
    """That this is the head of a paper."""
    is_paper = _REPORT.fullmatch(text) or _ABOUT_THE_PAPER.fullmatch(text)
    return is_serial(text) or is_authority(text) or is_paper is not None


def _is_of_letterhead(text: str) -> bool:
    dated = without_dates(text) != text and words_in(text) <= _LONGEST_DATED and not ends_as_a_sentence(text)
    return dated or _tells(text) or opens(text)


def _may_head(line: Line) -> bool:
    text = line.text
    is_of_head = opens(text) or is_label(text) or furniture(text) or _ABOUT_THE_PAPER.fullmatch(text)
    return is_long_title(text) and not is_of_head


def _day_of(serial: str) -> str:
    found = _SERIAL.fullmatch(serial)
    day = (found["day"] or "").lstrip(", ") if found else ""
    return day if opens(day) else ""
