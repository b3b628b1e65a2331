"""Figures and dates in a sentence that a question can turn on."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL
from intake.language.stopwords import FUNCTION

FactKind = Literal[
    "year", "years", "date", "percent", "amount", "duration", "number", "small_number", "share",
    "country", "organisation", "short_name", "place",
]  # fmt: skip
NAMES: tuple[FactKind, ...] = ("country", "organisation")  # towns and ports of one text are seldom of a kind

_UNITS = "minutes|hours|days|weeks|months|years"
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d)?|{NUMERAL})"

_ENGLISH: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b(?P<key>\d{{1,2}}(?:[–-]\d{{1,2}})? (?:{MONTHS})(?: (?:19|20)\d\d)?)\b")),
    ("date", re.compile(rf"\b(?P<key>(?:{MONTHS}) \d{{1,2}}(?:[–-]\d{{1,2}})?(?:, (?:19|20)\d\d)?)\b")),
    ("years", re.compile(r"\b(?P<key>(?:19|20)\d\d[–-](?:19|20)\d\d)\b")),
    (
        "year",
        re.compile(
            rf"\b(?:in|by|since|until|from|before|after|during|(?:{MONTHS})(?: of)?) (?P<key>1[1-9]\d\d"
            rf"|20\d\d)\b(?!s)",
            re.I,
        ),
    ),
    (
        "percent",
        re.compile(
            rf"(?<![\d.,])\b(?P<key>\d{{1,2}}(?:\.\d{{1,2}})?|{NUMERAL})(?=\s?%| per ?cent\b)(?! per cent to\b)", re.I
        ),
    ),
    ("amount", re.compile(r"(?<![\d.,])(?P<key>\d{1,3}(?:\.\d{1,2})? (?:million|billion|thousand))\b")),
    (
        "duration",
        re.compile(rf"(?<![\w.,/:–-])(?P<key>{_NUMBER} (?:(?:calendar|working) )?(?:{_UNITS}))\b(?! of arc)", re.I),
    ),
    (
        "share",
        re.compile(
            r"(?<![\w-])(?P<key>(?:one third|two thirds|one quarter|three quarters|(?:one|two|three|four) fifths?"
            r"|(?:one|three|seven|nine) tenths?))\b(?! of a)|"
            rf"(?<![\w-])(?P<odds>(?:one|two|three|seven|eight|nine)(?: [a-z]+)? in (?:{NUMERAL}"
            rf"|\d{{1,3}}))\b(?! [a-z]*th\b)(?! (?:kilomet|met|mil|year|month|week|day|hour|minute)[a-z]*s\b)",
            re.I,
        ),
    ),
    (
        "number",
        re.compile(
            r"(?<![\w.,/:–-])(?P<key>\d{1,3}(?:,\d{3}){1,2}(?=[).,;](?!\d)| in\b)"
            r"|(?:\d{1,3}(?:,\d{3}){1,2}|\d{2,3}|[2-9])(?= [a-zA-Z][a-zA-Z-]{2,}))"
        ),
    ),
    ("small_number", re.compile(rf"(?<![\w-])(?P<key>{NUMERAL})(?= (?P<noun>[a-z]{{3,}}))", re.I)),
)
_RUSSIAN: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\b(?:[Вв]|[Сс]|до|к|после) (?P<key>(?:19|20)\d\d)(?= год)")),
    ("percent", re.compile(r"(?<![\d.,])(?P<key>\d{1,2}(?:,\d{1,2})?)(?=\s?%| процент)")),
)
_FIGURES = {"en": _ENGLISH, "ru": _RUSSIAN}

# A figure in a pair or range, one that counts from an unstated moment, one in a name or in a larger figure.
_SPOILT_BEFORE = re.compile(
    r"(?:\d{4}\s?(?:,|and|or|to|и|–|-)|\d%?,? (?:and|or|to|per cent (?:to|and))"
    rf"|\b{NUMERAL} (?:and|or|to)|(?:hours?|minutes?|years?|months?|weeks?|days?)(?: and)?"
    r"|[’']s|[Nn]os?\.|[Aa]rticles?|[Cc]lauses?|[Ss]chedule|[Rr]ecital|[Qq]uestion|[Rr]esolution|[Ss]ections?"
    r"|[Cc]hapters?|[Pp]art|[Pp]ara\.?|[Pp]aragraphs?|[Pp]age|[Rr]ules?|[Ff]orm"
    r"|[Aa]nnex|[Tt]able|[Ff]igure|[Ss]tep|[Rr]oom|[Gg]ate|[Ll]ane|[Tt]erminal|[Bb]erth|[Ss]hed|[Pp]latform"
    r"|\b(?:passed|exceeded|topped|surpassed|past|last|next|coming|previous|following|same|very"
    r"|another|other|no|first|second|out of|between|[Tt]he|aged?|every"
    r"|these|those|over the age of|hundred|hundred and|thousand and|either"
    r"|additional|further|extra|[Aa]ll)) ?$"
)
_SPOILT_AFTER = re.compile(
    r"['’/]| half-| quarter-|\s\d+ (?:minutes?|seconds?|months?|days?)\b|\s?(?:,|and|or|to|и|–|-)\s?(?:\w+ )?\d{2,4}\b"
    rf"|\s(?:and|or|to) {NUMERAL}\b|-"
    r"|\s(?:of (?:them|these|those|which|whom)|out of|and|or|to|per cent (?:and|to|or) \d"
    r"|hundred|thousand|million|billion|times|away|metres"
    r"|kilomet(?:re|er)s (?:from|outside|away|off|up|down)|thick|things|minds|halves|sides|worlds"
    r"|other|others|more|further|fewer"
    r"|less|additional|extra"
    r"|(?:ahead of|behind|before) (?:schedule|time)"
    r"|later|earlier|ago|before|after|old|old,|of age|on,|apart|years?|months?|weeks?|days?|hours?|minutes?"
    r"|decades?|centur(?:y|ies)|past|in the|o’clock"
    r"|a\.m\.|p\.m\.|o'clock|different|such|main|kinds?|types?|reasons?|points?|steps?|parts?|ways?|stages?"
    r"|phases?)\b"
)
# An hour or an age, unless it is large; and the end of a change, which its beginning does not tell.
_AT_OR_UNDER = re.compile(r"\b(?:[Aa]t|[Uu]nder) $")
FROM_TO = re.compile(
    r"\bfrom (?:(?:about|some|only) )?(?!(?:1[1-9]|20)\d\d\b)(\d[\d,]*(?:\.\d+)?)(?: million| billion| per cent|%)?"
    r" to (?:(?:about|some|only|almost|nearly|over) )?$"
)
_LARGE = 100
# "Three developments made it superfluous": how many the writer goes on to list.
_HEADS_A_LIST = re.compile(
    r" (?:[a-z]+ )?(?:advantages|aims|aspects|causes|changes|conclusions|conditions|developments|difficulties|drawbacks"
    r"|elements|events|examples|explanations|factors|features|findings|goals|lessons|limits|matters|objectives"
    r"|obstacles|observations|priorities|problems|purposes|questions|remarks|reservations|risks|tasks|themes|trends)\b"
)
# "Compared with five in 2023": the year before, as anybody would guess.
_COMPARED_WITH = re.compile(r"\b(?:compared with|than|against)\b[^,.;]*$")
# Everybody knows about how much it is.
_KNOWN = re.compile(r"\b(?:life expectancy|gauge of)\b", re.IGNORECASE)
_SECOND_DAY = re.compile(r"\d(?: [A-Z][a-z]+)?(?:,| and| or| to) $")


@dataclass(frozen=True, slots=True)
class Fact:
    """A stretch of a statement: `text` stands at `start` to `end`."""

    kind: FactKind
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def figures(statement: str, language: str) -> tuple[Fact, ...]:
    """Figures and dates that stand alone: none that belongs to a pair, a range, an ordinal or "30 years later"."""
    found: list[Fact] = []
    for kind, pattern in _FIGURES.get(language, ()):
        for match in pattern.finditer(statement):
            group = "key" if match["key"] else "odds"
            start, end = match.span(group)
            if not any(start < other.end and other.start < end for other in found):
                found.append(Fact(kind, match[group], start, end))
    return tuple(fact for fact in found if not _is_spoilt(fact, statement))


def _is_spoilt(fact: Fact, statement: str) -> bool:
    after = statement[fact.end :]
    if statement[: fact.start].endswith(("‘", "“")) and after.startswith(("’", "”")):
        return True  # what a sign or a form showed
    if _KNOWN.search(statement):
        return True
    if fact.kind in ("date", "years"):
        return bool(_SECOND_DAY.search(statement[: fact.start]))
    if fact.kind == "year" and _COMPARED_WITH.search(statement[: fact.start]):
        return True
    if fact.kind == "share":
        return after.startswith(("-", " of a ", " hundred", " thousand", " million"))
    if fact.kind == "number" and fact.text[0] in "12" and len(fact.text) == 4:
        return True
    if _AT_OR_UNDER.search(statement[: fact.start]) and fact.kind not in ("percent", "amount") and not _is_large(fact):
        return True
    if fact.kind in ("percent", "amount", "number") and FROM_TO.search(statement[: fact.start]):
        return bool(_SPOILT_AFTER.match(after))
    if fact.kind == "small_number" and _HEADS_A_LIST.match(after):
        return True
    if fact.kind == "small_number" and after.split()[0].strip(".,;:").casefold() in FUNCTION:
        return True
    return bool(_SPOILT_BEFORE.search(statement[: fact.start]) or _SPOILT_AFTER.match(after))


def _is_large(fact: Fact) -> bool:
    return "," in fact.text or (fact.text.isdigit() and int(fact.text) >= _LARGE)
