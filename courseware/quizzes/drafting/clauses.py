"""Cutting English sentences where the cut is sure: reasons, purposes, lists, dated events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from courseware.quizzes.drafting.months import MONTHS
from intake.language import words

_NUMBER_OF = {name: n for n, name in enumerate(MONTHS.split("|"), 1)}
_DATE = rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTHS}) )?(?P<year>1[1-9]\d\d|20\d\d)"
_OPENS_WITH_DATE = re.compile(rf"^(?:In|On|By) (?:the (?:spring|summer|autumn|winter) of )?{_DATE},? (?P<event>.+)$")
_ENDS_WITH_DATE = re.compile(rf"^(?P<event>[^,]+?) (?:in|on) {_DATE}(?:, .+)?$")
_SIDE_CLAUSE = re.compile(r",? (?:and|which|when|where|but|so|while|after which)\b.*$|, .*$")
_ANY_YEAR = re.compile(r"\b(?:1[1-9]|20)\d\d\b")
MILESTONE = re.compile(
    r"\b(?:founded|established|opened|entered into force|adopted|signed|introduced|abolished|replaced|built"
    r"|launched|created"
    r"|ratified|merged|banned|completed|joined|set up|inaugurated|made (?:compulsory|mandatory|obligatory)"
    r"|took effect|took place|was (?:first )?(?:proposed|held)|convened|dissolved"
    r"|came into (?:force|being|use)|became (?:independent|compulsory|law|a member)|split (?:off|into))\b"
)
_HAPPENED = re.compile(
    MILESTONE.pattern
    + r"|\b(?:began|started|moved|closed|ended|(?:was|were) held|printed|published|approved|agreed|became|took over"
    r"|appointed|adopted|burned|bought|sold|met|appeared|spread|reached|changed|issued)\b"
)
_HANGS = re.compile(r"(?:When|After|Before|While|If|As|Because|Since|Although|Until|Under|By|With)\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|this|that|these|those|ones?|I|we|you|our|my|such(?! as)|here|both"
    r"|there(?! (?:is|are|was|were|has|have|had|will)\b)|the (?:other|others|same|former|latter|rest|remainder))\b",
    re.IGNORECASE,
)

Pool = Literal["because", "because of", "purpose", "so that"]
_CLAUSES: tuple[tuple[Pool, re.Pattern[str]], ...] = (
    (
        "because of",
        re.compile(r"^(?P<main>[^;:]{20,170}? (?:because of|owing to|due to|thanks to)) (?P<part>[^;:,]{8,90})\.$"),
    ),
    ("because", re.compile(r"^(?P<main>[^;:]{20,200}?(?:,? because|, since)) (?!of )(?P<part>[^;:]{18,130})\.$")),
    ("so that", re.compile(r"^(?P<main>[^;:]{20,200}?,? so that) (?P<part>[^;:]{18,130})\.$")),
    (
        "purpose",
        re.compile(
            r"^(?P<main>[^;:]{12,170}? (?:aim(?:s|ed)?|(?:is|are|was|were) (?:designed|intended|meant|set up"
            r"|created|founded|introduced"
            r"|established|built|written)|in order|so as|(?:was|were|is|are) used|serves?|wish(?:es|ed)?"
            r"|helps?)) (?P<part>to [a-z][^;:,]{12,110})\.$"
        ),
    ),
)
_CUT_OFF = re.compile(r",? (?:but|although|though|while|whereas|which|when|since)\b")
_INTRODUCES = re.compile(
    r"(?:\b(?:includ(?:e|es|ed|ing)|such as|namely|consist(?:s|ed)? of|compris(?:e|es|ed)|cover(?:s|ed)?|asks? for"
    r"|asked for|lists?"
    r"|contain(?:s|ed)?|record(?:s|ed)?|check(?:s|ed)?|measure[sd]?"
    r"|deals? with|holds?|(?:test|examin|us)ed for|wrote down|appl(?:y|ies|ied) to|trained in|training in)|:) "
)
_ITEM = re.compile(r",? and |, ")
_LONGEST_ITEM = 6
_NO_ITEM = re.compile(
    r"^(?:of|in|on|at|to|from|with|for|into|is|are|was|were|has|have|had|then|so|but|which|who|where|when|while"
    r"|although|if|by|because|even|often|it|they)\b"
    r"|\b(?:is|are|was|were|has|had|have|which|who|that|because|but|while|example|instance|holds|by|each|not|did"
    r"|does|as)\b|[.;:]"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`part` is what the sentence gives as reason or purpose, `main` all that stands before it."""

    pool: Pool
    main: str
    part: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, without its date; `when` as printed, `moment` (year, month or 0, day or 0) to compare by."""

    text: str
    when: str
    moment: tuple[int, int, int]


def clause_of(statement: str) -> Clause | None:
    """The reason or purpose that ends a sentence; None where it points elsewhere ("because they …") or goes on."""
    for pool, pattern in _CLAUSES:
        match = pattern.match(statement)
        if match and _stands_alone(match["part"]):
            return Clause(pool, match["main"], match["part"])
    return None


def _stands_alone(part: str) -> bool:
    return not _PRONOUN.search(part) and not _CUT_OFF.search(part) and part.count("(") == part.count(")")


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list that ends a sentence; it begins at `start`."""

    items: tuple[str, ...]
    start: int


def listing_of(statement: str) -> Listing | None:
    """The longest list of three or more short items between a word such as "include" and the end of the sentence."""
    if not statement.endswith("."):
        return None
    found = (_listing(statement, match.end()) for match in _INTRODUCES.finditer(statement))
    return next((listing for listing in found if listing), None)


def _listing(statement: str, start: int) -> Listing | None:
    tail = statement[start:-1]
    if len(tail) > 240 or " and " not in tail or re.search(r"[()“”\"]", tail):
        return None
    items = tuple(_ITEM.split(tail))
    last_joined = " and " in statement[len(statement) - 1 - len(items[-1]) - 6 : -1]
    fit = all(1 <= len(item.split()) <= _LONGEST_ITEM and not _NO_ITEM.search(item) for item in items)
    return Listing(items, start) if 3 <= len(items) <= 7 and last_joined and fit else None


def event_of(statement: str) -> Event | None:
    """The event of a sentence that begins or ends with its date and names no other year."""
    if len(_ANY_YEAR.findall(statement)) != 1 or not statement.endswith("."):
        return None
    body = statement[:-1]
    match = _OPENS_WITH_DATE.match(body) or _ENDS_WITH_DATE.match(body)
    if match is None or _PRONOUN.search(match["event"]):
        return None
    event = _SIDE_CLAUSE.sub("", match["event"]) if match["event"].count(" ") > 11 else match["event"]
    if not _HAPPENED.search(event) or _HANGS.match(event) or len(words(event)) < 5:
        return None
    when = " ".join(part for part in (match["day"], match["month"], match["year"]) if part)
    moment = (int(match["year"]), _NUMBER_OF.get(match["month"], 0), int(match["day"] or 0))
    return Event(f"{event[0].upper()}{event[1:]}.", when, moment)


@lru_cache(maxsize=4096)
def content(text: str, least: int = 4) -> frozenset[str]:
    """Its longer words in lower case, cut to six letters so that forms of a word meet."""
    return frozenset(word.casefold()[:6] for word in words(text) if len(word) >= least)


def distinct(texts: Iterator[str]) -> list[str]:
    """Each once, in order, none that shares most of its words with an earlier one."""
    kept: list[str] = []
    for text in texts:
        own = content(text)
        if own and not any(len(own & content(other)) * 2 > len(own) for other in kept):
            kept.append(text)
    return kept
