"""What a sentence is shown with, so that it is understood: its paragraph up to it, under the title and its heading.

Of a long beginning only what stands right before it is shown, where nothing in that leans on what is left out.

The rules were measured on tests/corpus/references.csv (bench/references.py prints how well they do): of sentences in
142 articles a reader said how much of the paragraph has to be shown, and where even all of it leaves something open.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.headings import article_name, place_of
from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.pointers import (
    cannot_open,
    lacks_its_count,
    lacks_what_it_names,
    leans_back,
    points_away,
)
from courseware.quizzes.drafting.pronouns import begins_with_pronoun, is_without_noun
from courseware.quizzes.drafting.reading import Reading, is_unclear, lacks_antecedent, speaks_of_persons
from courseware.quizzes.drafting.references import Definite, is_named, open_definites
from courseware.quizzes.drafting.verbs import is_fragment
from intake.language import words

# "Fourth quarter and full year": which of them a sentence speaks of it must say.
_TWO_PERIODS = re.compile(r"\bquarter and (?:the )?(?:full |whole )?year\b", re.IGNORECASE)
_DATED = re.compile(r"\bquarter\b|\byear\b|\b20\d\d\b")
_NAME = re.compile(rf"(?<!^)(?<![“(])\b(?!{MONTHS}|[A-Z][a-z]+day\b)[A-Z][a-z]{{2,}}")
_ANY_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
# "Now", "rose faster", "came third", "Of the 96": since when, than what, after whom, of which, sentences before tell.
_AFTER_OTHERS = re.compile(
    r"^(?:Now|Today|At present|So far|Until|Only|Each|All but|Last year|Of the \d|In \w+ cases|At \d"
    rf"|(?i:{NUMERAL}|half|(?:two|three) (?:thirds|quarters))(?! (?:per cent of|of) )"
    r"|The (?:difference|shift|exceptions?|increase|decrease|rise|fall|change|result|effect|reason|cause|rest|other|"
    r"\d|number going|decision|measure|step)s?\b)"
    r"|\b(?:[Ww]e|[Oo]ur|us|further|neighbou?ring|first|second|third|next|last|followed with|would|other grounds)\b"
    r"|\b(?:faster|slower|higher|lower|less|more)\b(?!.*\bthan\b)"
)
_OWNERS = ("'s", "’s")
_SUBJECT = 30  # characters
MOST_WORDS, MOST_BEFORE = 80, 4  # sentences: of questions after more, one in five was of no use
MOST_QUOTED = 40  # words: of 131 gaps in so many, readers took 103 as they stood, of 61 in more words 29


def in_context(passage: Passage, reading: Reading) -> Passage | None:
    """The passage with what it is understood with; None where that is long or speaks of what is told elsewhere."""
    lead = place_of(passage.section, reading)
    before = _needed(passage, lead, reading)
    if before is None or _is_long(before, passage):
        before = () if _stands_alone(passage, lead, reading) else None
    if before is None or _is_long(before, passage):
        return None
    return replace(passage, context=" ".join(before), lead=lead)


def _is_long(before: Sequence[str], passage: Passage) -> bool:
    return len(words(" ".join([*before, passage.statement]))) > MOST_QUOTED


def _stands_alone(passage: Passage, lead: Sequence[str], reading: Reading) -> bool:
    """Whether a sentence from a text of facts has a name, a year or a word of title or heading, and none that points
    back.
    """
    said, title = passage.statement, ". ".join(lead)
    if reading.language != "en" or reading.tells_a_story:
        return False
    is_placed = _NAME.search(said) or _ANY_YEAR.search(said) or content(said) & content(title)
    may_point = leans_back(said) or lacks_antecedent(said, reading) or begins_with_pronoun(said)
    if not is_placed or may_point or _AFTER_OTHERS.search(said) or lacks_its_count(said, title):
        return False
    return _is_understood(said, said, lead, replace(passage, before=()), reading)


def _needed(passage: Passage, lead: Sequence[str], reading: Reading) -> tuple[str, ...] | None:
    """The fewest of the sentences before it, one at the least, with which it is understood; None where all are not
    enough, or they are many.
    """
    shown = " ".join([*passage.before, passage.statement])
    if len(words(shown)) > MOST_WORDS or len(passage.before) > MOST_BEFORE:
        return None
    if not _is_understood(shown, passage.opening, lead, passage, reading):
        return None
    if reading.language != "en" or begins_with_pronoun(passage.statement):
        return passage.before
    for first in range(len(passage.before) - 1, 0, -1):
        kept = replace(passage, before=passage.before[first:])
        shown = " ".join([*kept.before, passage.statement])
        if not leans_back(shown) and _is_understood(shown, kept.opening, lead, kept, reading):
            return kept.before
    return passage.before


def is_plain(statement: str, passage: Passage, reading: Reading) -> bool:
    """Whether it is understood with nothing but the title before it, as an option among others.

    Only what begins a paragraph may be: of later sentences that look it, one in four is not.
    """
    lead = place_of(None, reading)
    return not passage.before and _is_understood(statement, statement, lead, passage, reading)


def _is_understood(shown: str, opening: str, lead: Sequence[str], passage: Passage, reading: Reading) -> bool:
    """Whether nothing in the words shown speaks of what stands only in the text before them."""
    if reading.language != "en":
        return not reading.vocabulary.references.search(opening)
    if not article_name(reading) or is_fragment(opening) or (reading.tells_a_story and speaks_of_persons(shown)):
        return False
    if cannot_open(opening) or is_unclear(opening, reading):
        return False
    title = ". ".join(lead)
    if _TWO_PERIODS.search(title) and not _DATED.search(shown):
        return False
    if any(not _is_spelled_out(short, f"{title} {shown}") for short in reading.short_forms):
        return False
    if (
        lacks_what_it_names(shown)
        or lacks_its_count(shown if reading.tells_a_story else opening[:_SUBJECT], title)
        or is_without_noun(shown)
        or points_away(shown, title)
    ):
        return False
    if any(_points_back(each, reading) for each in open_definites(opening, title)):
        return False
    return not _leaves_open(shown, title, passage, reading)


def _is_spelled_out(short: str, shown: str) -> bool:
    """Whether an abbreviation of the text is either not in the words shown or explained there: "the Agency (PHA)"."""
    return f"({short})" in shown or f"{short} (" in shown or re.search(rf"\b{re.escape(short)}\b", shown) is None


def _points_back(each: Definite, reading: Reading) -> bool:
    """What a paragraph begins with: "The reason was". In a story also "The delay was felt", or any such word later."""
    is_bare = each.start == 0 and len(each.words) == 1
    if reading.tells_a_story:
        return is_bare or each.is_anaphoric
    return (is_bare and each.is_of_many) or (each.start < _SUBJECT and each.points_at_a_telling)


def _leaves_open(shown: str, title: str, passage: Passage, reading: Reading) -> bool:
    """Whether the reader lacks which one a "the" means, since the writer told it before and "the" was enough.

    In a report of facts that is so of bodies of which the sentence speaks ("The institute has …", "37 per cent of the
    Line's costs"): other things are known by the words around them.
    """
    told = reading.told_before(passage.starts_at)
    found = open_definites(shown, title)
    if reading.tells_a_story:
        return any(each.is_counted or is_named(each, told) for each in found)
    spoken_of = (
        each for each in found if each.is_of_many and (each.noun.endswith(_OWNERS) or _is_subject(each, shown, passage))
    )
    return any(is_named(each, told) for each in spoken_of)


def _is_subject(each: Definite, shown: str, passage: Passage) -> bool:
    """Whether it stands early in the first sentence shown, or in the one that is asked about."""
    return each.start < _SUBJECT or 0 <= each.start - (len(shown) - len(passage.statement)) < _SUBJECT
