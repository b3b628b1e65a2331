"""What a sentence must be shown with to be understood: the sentences before it, its heading or the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.quizzes.drafting.headings import may_lead, says_nothing
from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.pointers import (
    BARE_TREND,
    OF_A_WHOLE,
    POINTS_AT,
    cannot_open,
    is_elliptic,
    lacks_what_it_names,
    may_point_back,
)
from courseware.quizzes.drafting.pronouns import WHOLE_COURSE, wanted
from courseware.quizzes.drafting.reading import Reading, is_unclear
from courseware.quizzes.drafting.references import Definite, is_named, open_definites
from intake.language import words

MOST_BEFORE = 2
MOST_WORDS = 70
_LEAST_WORDS = 4
_SHORT, _LONGEST_LEAD = 8, 20
_THIS_SUM = re.compile(r"\b(?:this|that) (?:sum|amount|figure|number|percentage|share|rate|total|price|fee)\b")
_SOME_FIGURE = re.compile(rf"\d|\b{NUMERAL}\b|\b(?:half|third|quarter)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
_NO_NAME = re.compile(rf"^\W*\w+|\b(?:{MONTHS}|[A-Z]$)\b")
_NAME = re.compile(r"\b[A-Z]")
_ALL_OF_THEM = re.compile(r"\ball (two|three|four|five|six|seven|eight|nine|ten)\b(?! [a-z]+s\b)")


def is_plain(statement: str, reading: Reading) -> bool:
    """Whether it is understood with nothing but the title before it, as an option among others."""
    if may_point_back(statement) or cannot_open(statement):
        return False
    return all(is_named(each, reading.title) for each in open_definites(statement))


def in_context(passage: Passage, reading: Reading) -> Passage | None:
    """The passage with as much around it as it needs; None where nothing around it makes plain what it speaks of.

    Sentences that tell what "the vote" is go before a heading that merely says where it is told.
    """
    return _shown(passage, reading, strictly=True) or _shown(passage, reading, strictly=False)


def _shown(passage: Passage, reading: Reading, *, strictly: bool) -> Passage | None:
    for count in range(min(MOST_BEFORE, len(passage.before)) + 1):
        context = " ".join(passage.before[-count:]) if count else ""
        if len(words(context)) + len(words(passage.statement)) > MOST_WORDS:
            return None
        if _is_understood(passage, passage.before[-count:] if count else (), reading):
            led = _lead(passage, context, reading, strictly=strictly)
            if led is not None:
                return replace(passage, context=context, lead=led)
    return None


def _is_understood(passage: Passage, before: Sequence[str], reading: Reading) -> bool:
    """Whether each word that points back has something to point to."""
    if reading.language != "en":
        return not reading.vocabulary.references.search(passage.statement)
    opening = before[0] if before else passage.statement
    if any(len(words(sentence)) < _LEAST_WORDS for sentence in before):
        return False
    if cannot_open(opening) or (before and (is_elliptic(opening) or is_unclear(opening, reading))):
        return False
    if WHOLE_COURSE.search(passage.statement) or lacks_what_it_names(" ".join([*before, passage.statement])):
        return False
    if (count := _ALL_OF_THEM.search(passage.statement)) and count[1] not in " ".join(before):
        return False
    if _THIS_SUM.search(passage.statement) and not _SOME_FIGURE.search(" ".join(before)):
        return False
    if before and not all(noun.search(" ".join([*before, own])) for noun, own in wanted(passage.statement)):
        return False
    unclear = may_point_back(passage.statement) or is_unclear(passage.statement, reading)
    return bool(before) or not (unclear and (passage.before or POINTS_AT.search(passage.statement)))


def _lead(passage: Passage, context: str, reading: Reading, *, strictly: bool) -> str | None:
    """The heading or title to begin with: "" where none is needed, None where neither helps.

    Strictly, a heading helps only where it names what the words shown leave open.
    """
    shown = f"{context} {passage.statement}".strip()
    left = _left_open(shown, passage, reading)
    places = [place for place in (passage.section, reading.title) if place and may_lead(place, reading)]
    if len(places) == 1 and says_nothing(places[0]):
        places = []
    if not places:
        return None if left or (not context and BARE_TREND.search(shown)) else ""
    whole = _whole(places)
    if not left:
        unsaid = not context and _says_not_of_what(passage.statement, reading)
        return whole if unsaid or _WE.search(shown) else ""
    for place in (*places, whole):
        if all(is_named(each, place) for each in left):
            return place
    if strictly or not all(is_named(each, whole) or _is_at_home(each, passage, reading) for each in left):
        return None
    return whole


def _left_open(shown: str, passage: Passage, reading: Reading) -> list[Definite]:
    """What the words shown do not tell; nor the text before them, where a part or a person is meant."""
    if reading.language != "en":
        return []
    told = _told_before(passage, reading)
    found = open_definites(shown)
    return [each for each in found if not (each.is_part and each.start and not is_named(each, told))]


def _told_before(passage: Passage, reading: Reading) -> str:
    return reading.text[: max(0, reading.text.find(passage.evidence_before))]


def _says_not_of_what(statement: str, reading: Reading) -> bool:
    """Whether a sentence shown alone leaves unsaid what or whom it is about; a name in it says so."""
    signs = (BARE_TREND, OF_A_WHOLE)
    if reading.language != "en":
        return False
    unsaid = any(sign.search(statement) for sign in signs) or is_unclear(statement, reading)
    return unsaid or len(words(statement)) < _SHORT or _NAME.search(_NO_NAME.sub("", statement)) is None


def _is_at_home(definite: Definite, passage: Passage, reading: Reading) -> bool:
    """Whether the title is enough to tell which one is meant: told of throughout, or never before."""
    if definite.is_anaphoric or definite.is_counted:
        return False
    return reading.tells_throughout(definite.noun) or not is_named(definite, _told_before(passage, reading))


def _whole(places: Sequence[str]) -> str:
    """The title with the heading, or the title alone where both are too long."""
    both = ": ".join(dict.fromkeys(reversed(places)))
    return both if len(words(both)) <= _LONGEST_LEAD else places[-1]
