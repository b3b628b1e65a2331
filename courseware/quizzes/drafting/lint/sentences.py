"""What a sentence must not be for a question to rest on it, whatever is asked."""

import re
from collections.abc import Callable

from courseware.quizzes.drafting.reading import Reading, lacks_anchor, lacks_antecedent
from intake.language import words

LONGEST = 40  # of the 50 words of a stem; the question around the sentence takes up to ten
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_CALENDAR = re.compile(r"\bMay\b(?=,? \d)|(?<=\d )May\b|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y) May\b")
_SPEECH = re.compile(r"[“\"][^”\"]{25,}[”\"]|\b(?:said|says|told|added|asked|explained|recalled|recalls|replied)\b")


def unresolved_reference(text: str, reading: Reading) -> bool:
    return bool(reading.vocabulary.references.search(text)) or lacks_antecedent(text, reading)


def unanchored_noun(text: str, reading: Reading) -> bool:
    return lacks_anchor(text, reading)


def relative_moment(text: str, reading: Reading) -> bool:
    return bool(reading.vocabulary.moments.search(text))


def opinion(text: str, reading: Reading) -> bool:
    """First person, modal or judgement; "must" and "shall" too, but for texts that state rules."""
    plain = _CALENDAR.sub("", text)
    binds = not reading.states_rules and reading.vocabulary.rules.search(plain)
    return bool(binds or reading.vocabulary.opinions.search(plain))


def speech(text: str, _reading: Reading) -> bool:
    """Somebody's words: true is that they were said, not what they say."""
    return bool(_SPEECH.search(text))


def operational_detail(text: str, reading: Reading) -> bool:
    """Violence and ways of a crime; in a text that speaks of crime also routes, prices and other means."""
    blocked = reading.vocabulary.blocklist
    return bool(blocked.operational.search(text) or (reading.speaks_of_crime and blocked.means.search(text)))


def dignity(text: str, reading: Reading) -> bool:
    return bool(reading.vocabulary.blocklist.dignity.search(text))


def negative(text: str, reading: Reading) -> bool:
    return bool(reading.vocabulary.negatives.search(text))


def unbalanced(text: str, _reading: Reading) -> bool:
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


def too_long(text: str, _reading: Reading) -> bool:
    return len(words(text)) > LONGEST


SENTENCE_RULES: dict[str, Callable[[str, Reading], bool]] = {
    "unresolved_reference": unresolved_reference,
    "unanchored_noun": unanchored_noun,
    "relative_moment": relative_moment,
    "opinion": opinion,
    "speech": speech,
    "operational_detail": operational_detail,
    "dignity": dignity,
    "negative": negative,
    "unbalanced": unbalanced,
    "too_long": too_long,
}


def sentence_flaws(text: str, reading: Reading) -> tuple[str, ...]:
    """The rules that a sentence breaks, so that no question need be made from it."""
    return tuple(name for name, breaks in SENTENCE_RULES.items() if breaks(text, reading))
