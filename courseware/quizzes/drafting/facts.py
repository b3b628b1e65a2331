"""Figures and dates in a sentence that a question can turn on."""

import re
from dataclasses import dataclass
from typing import Literal

FactKind = Literal[
    "year", "years", "date", "percent", "number", "small_number", "country", "organisation", "short_name"
]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SMALL_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_ENGLISH: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b(?P<key>\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{_MONTHS})(?: (?:19|20)\d\d)?)\b")),
    ("date", re.compile(rf"\b(?P<key>(?:{_MONTHS}) \d{{1,2}}(?:[–-]\d{{1,2}})?(?:, (?:19|20)\d\d)?)\b")),
    ("years", re.compile(r"\b(?P<key>(?:19|20)\d\d[–-](?:19|20)\d\d)\b")),
    (
        "year",
        re.compile(rf"\b(?:in|of|by|since|until|from|before|after|during|{_MONTHS}) (?P<key>(?:19|20)\d\d)\b(?!s)"),
    ),
    ("percent", re.compile(r"(?<![\d.,])(?P<key>\d{1,2}(?:\.\d{1,2})?)(?=\s?%| per ?cent\b)")),
    ("number", re.compile(r"(?<![\w.,/–-])(?P<key>\d{1,3}(?:,\d{3}){1,2}|\d{2,3}|[2-9])(?= [a-zA-Z]{3,})")),
    ("small_number", re.compile(rf"\b(?P<key>{'|'.join(SMALL_NUMBERS)})(?= [a-z]{{3,}})")),
)
_RUSSIAN: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\b(?:[Вв]|[Сс]|до|к|после) (?P<key>(?:19|20)\d\d)(?= год)")),
    ("percent", re.compile(r"(?<![\d.,])(?P<key>\d{1,2}(?:,\d{1,2})?)(?=\s?%| процент)")),
)
_FIGURES = {"en": _ENGLISH, "ru": _RUSSIAN}

# A figure in a pair or range, one that counts from an unstated moment, one in a name or in a larger figure.
_SPOILT_BEFORE = re.compile(
    r"(?:\d{4}\s?(?:,|and|or|to|и|–|-)"
    r"|[Nn]os?\.|[Aa]rticle|[Rr]esolution|[Ss]ection|[Cc]hapter|[Pp]art|[Pp]ara\.?|[Pp]age"
    r"|\b(?:past|last|next|coming|previous|following|another|other|first|second|out of|between|the|aged?)) ?$"
)
_SPOILT_AFTER = re.compile(
    r"\s?(?:,|and|or|to|и|–|-)\s?(?:\w+ )?\d{2,4}\b"
    r"|\s(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies))\b"
    r"|\s(?:of (?:them|these|those|which|whom)|out of|and|or|to"
    r"|hundred|thousand|million|billion|times|things|other|others|more|further)\b"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A stretch of a statement: `text` stands at `start` to `end`."""

    kind: FactKind
    text: str
    start: int
    end: int


def figures(statement: str, language: str) -> list[Fact]:
    """Figures and dates that stand alone: none that belongs to a pair, a range, an ordinal or "30 years later"."""
    found: list[Fact] = []
    for kind, pattern in _FIGURES.get(language, ()):
        for match in pattern.finditer(statement):
            start, end = match.span("key")
            if not any(start < other.end and other.start < end for other in found):
                found.append(Fact(kind, match["key"], start, end))
    return [fact for fact in found if not _is_spoilt(fact, statement)]


def _is_spoilt(fact: Fact, statement: str) -> bool:
    if fact.kind in ("date", "years"):
        return False
    if fact.kind == "number" and fact.text[:2] in ("19", "20") and len(fact.text) == 4:
        return True
    return bool(_SPOILT_BEFORE.search(statement[: fact.start]) or _SPOILT_AFTER.match(statement[fact.end :]))
