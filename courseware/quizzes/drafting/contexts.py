"""What a sentence must be shown with to be understood: the sentences before it, its heading or the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.quizzes.drafting.headings import article_name, place_of
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.pointers import (
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
_THIS_SUM = re.compile(r"\b(?:this|that) (?:sum|amount|figure|number|percentage|share|rate|total|price|fee)\b")
_SOME_FIGURE = re.compile(rf"\d|\b{NUMERAL}\b|\b(?:half|third|quarter)\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(r"\ball (two|three|four|five|six|seven|eight|nine|ten)\b(?! [a-z]+s\b)")


def is_plain(statement: str, reading: Reading) -> bool:
    """Whether it is understood with nothing but the title before it, as an option among others."""
    if may_point_back(statement) or cannot_open(statement):
        return False
    return all(is_named(each, article_name(reading)) for each in open_definites(statement))


def in_context(passage: Passage, reading: Reading) -> Passage | None:
    """The passage with as much around it as it needs; None where nothing around it makes plain what it speaks of.

    Sentences that tell what "the vote" is go before a heading that merely says where it is told.
    """
    return _shown(passage, reading, strictly=True) or _shown(passage, reading, strictly=False)


def _shown(passage: Passage, reading: Reading, *, strictly: bool) -> Passage | None:
    lead = place_of(passage.section, reading)
    for count in range(min(MOST_BEFORE, len(passage.before)) + 1):
        context = " ".join(passage.before[-count:]) if count else ""
        if len(words(context)) + len(words(passage.statement)) > MOST_WORDS:
            return None
        if _is_understood(passage, passage.before[-count:] if count else (), reading):
            shown = f"{context} {passage.statement}".strip()
            if _is_told(shown, lead, passage, reading, strictly=strictly):
                return replace(passage, context=context, lead=lead)
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


def _is_told(shown: str, lead: Sequence[str], passage: Passage, reading: Reading, *, strictly: bool) -> bool:
    """Whether the words shown, under title and heading, tell which thing each "the" speaks of.

    Not strictly, the title is enough for what the text speaks of throughout, or has not spoken of before.
    """
    left = [each for each in _left_open(shown, passage, reading) if not is_named(each, ". ".join(lead))]
    return not left or (not strictly and bool(lead) and all(_is_at_home(each, passage, reading) for each in left))


def _left_open(shown: str, passage: Passage, reading: Reading) -> list[Definite]:
    """What the words shown do not tell; nor the text before them, where a part or a person is meant."""
    if reading.language != "en":
        return []
    told = _told_before(passage, reading)
    found = open_definites(shown)
    return [each for each in found if not (each.is_part and each.start and not is_named(each, told))]


def _told_before(passage: Passage, reading: Reading) -> str:
    return reading.text[: max(0, reading.text.find(passage.evidence_before))]


def _is_at_home(definite: Definite, passage: Passage, reading: Reading) -> bool:
    if definite.is_anaphoric or definite.is_counted:
        return False
    return reading.tells_throughout(definite.noun) or not is_named(definite, _told_before(passage, reading))
