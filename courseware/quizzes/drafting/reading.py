"""What the rules know about the whole text: what it is about, whether it states rules or speaks of crime."""

import re
from dataclasses import dataclass, replace

from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.quizzes.drafting.years import Years, years_of
from courseware.reading.drafting import ModuleDraft
from intake.language import words

_PRONOUN = re.compile(
    r"\b(?:they|them|theirs|it|he|she|him|hers|(?:their|its|his|her)(?! own))\b"
    r"|\b(?:the|this|that|which|other|\w+est|first|last|new|old|every) one\b|\bones\b|\bby one[,.]",
    re.IGNORECASE,
)
_UNCLEAR_BASE = re.compile(
    r"(?<!, \d\d )(?<!, \d )(?<!\.\d )\bper cent of (?:(?:the|all) )?"
    r"(?:cases|time|them|those|answers|replies|respondents|total)\b(?! (?:which|that|who|where|in which|of|when)\b)"
    r"|\baccount(?:s|ed|ing)? for (?:[a-z]+ ){0,2}[\d.]+ per cent[.,;]"
    r"|^The total of [\d_]|\b[Tt]he (?:average|number|total|share|figures?|rate|sum|amount|proportion|median)"
    r"(?=[.,;]| (?:is|are|was|were|has|had|rose|fell|grew|stood|stands|came|comes|reached|remained|dropped|in|for"
    r"|on)\b)"
)
_UNDATED_TREND = re.compile(
    r"^The (?:number|share|volume|average) of [^,]{3,60}? (?:rose|fell|increased|decreased|doubled|halved|grew)\b"
    r"(?!.*\b\d{4}\b)"
)
ADVICE = re.compile(
    r"(?:Use|Avoid|Give|Ask|Check|Remember|Do|Have|Write|Take|Speak|Call|Explain|Arrange|Thank|Keep|Make|Read"
    r"|Open|Put"
    r"|Try|Start|Begin|Stop|Wait|Look|Tell|Show|Bring|Record|Report|Send|Leave|Never|Always|Please) (?!(?:is|are"
    r"|was|were|of|by|has|had)\b)"
)
_DUTY = re.compile(r"\b(?:must|ha(?:s|ve|d) to|(?:is|are) (?:required|obliged|entitled|allowed) to)\b")
_RULE_SHARE = 6
_PERSONAL = re.compile(r"\b(?:he|she|him|her|his|they|them|it)\b")
_MOST_PERSONAL, _FEW_PERSONAL = 17, 8  # of 1,000 words; in a text of any length
_PERSON = re.compile(r"\b(?:he|she|him|her|his|I|my|me)\b")
_LEAST_OF_PERSONS, _MOST_OF_THINGS = 3, 24  # of 1,000 words: "it" and "they" in a text that hardly speaks of anybody
_MOST_OF_OLD, _LONG_AGO = 14, 1950  # in a text that speaks of years long ago
_YEAR = re.compile(r"\b(?:1[1-9]|20)\d\d\b")
FIGURE = re.compile(rf"\d[\d,.]*\d|\d|\b{NUMERAL}(?: [a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """`figures` are all that stand in the text, so that none of them is called made up.

    `proposed` are the headings that are ours, which no reader of the article has seen; `short_forms` the abbreviations
    that the text spells out somewhere. A text `tells_a_story` where it
    speaks by pronouns more than texts of facts do: hardly a paragraph of it is understood alone, and many tell trifles.
    """

    vocabulary: Vocabulary
    language: str
    text: str
    title: str
    states_rules: bool
    speaks_of_crime: bool
    figures: frozenset[str]
    years: Years
    proposed: frozenset[str] = frozenset()
    short_forms: frozenset[str] = frozenset()
    tells_a_story: bool = False

    def told_before(self, quote: str) -> str:
        """The text up to a sentence of it, as it stands there."""
        return self.text[: max(0, self.text.find(quote))]


def reading_of(module: ModuleDraft, passages: list[Passage], vocabulary: Vocabulary) -> Reading:
    text = "\n\n".join(paragraph for section in module.sections for paragraph in section.paragraphs)
    rules = sum(bool(vocabulary.rules.search(passage.quote)) for passage in passages)
    return Reading(
        vocabulary,
        module.language or "",
        text,
        module.title,
        rules * _RULE_SHARE >= len(passages),
        bool(vocabulary.blocklist.crime.search(f"{module.title} {text}")),
        frozenset(FIGURE.findall(text)),
        years_of((passage.quote for passage in passages), module.published.year if module.published else 0),
        frozenset(section.heading for section in module.sections if section.proposed and section.heading),
        frozenset(abbreviation.short for abbreviation in module.abbreviations),
        _tells_a_story(text),
    )


def _tells_a_story(text: str) -> bool:
    """By its pronouns; of what is long past more is told for its colour."""
    years = [int(year) for year in _YEAR.findall(text)]
    is_of_old = sum(year < _LONG_AGO for year in years) * 2 >= len(years) > 0
    thousands = len(words(text)) / 1000
    of_things = not is_of_old and len(_PERSON.findall(text)) < _LEAST_OF_PERSONS * thousands
    most = _MOST_OF_OLD if is_of_old else _MOST_OF_THINGS if of_things else _MOST_PERSONAL
    return len(_PERSONAL.findall(text)) > max(_FEW_PERSONAL, most * thousands)


def sensitive(text: str, reading: Reading) -> bool:
    """Whether the block lists name anything in it; means of a crime count only in a text that speaks of crime."""
    blocked = reading.vocabulary.blocklist
    means = reading.speaks_of_crime and blocked.means.search(text)
    return bool(means or blocked.operational.search(text) or blocked.dignity.search(text))


def speaks_of_persons(text: str) -> bool:
    """By a pronoun, as stories do."""
    return _PERSONAL.search(text.casefold()) is not None


def lacks_antecedent(statement: str, reading: Reading) -> bool:
    """Whether a pronoun may mean something outside of the sentence; only "its own" and the like surely do not."""
    return reading.language == "en" and _PRONOUN.search(statement) is not None


def may_be_judged(passage: Passage, reading: Reading) -> bool:
    """Whether its statement can be called true or false: no advice, view or forecast, nothing denied, no crime."""
    vocabulary = reading.vocabulary
    if vocabulary.blocklist.crime.search(passage.statement):
        return False
    plain = vocabulary.rules.sub("", passage.statement)
    unfit = (vocabulary.opinions.search(plain), vocabulary.negatives.search(plain), ADVICE.match(plain))
    return not any(unfit)


def binds(passage: Passage, reading: Reading) -> bool:
    """Whether it says what is to be done or may be done, and nothing of views and forecasts."""
    plain = _DUTY.sub("", passage.statement)
    return plain != passage.statement and may_be_judged(replace(passage, statement=plain), reading)


def is_unclear(statement: str, reading: Reading) -> bool:
    """It gives a share or a trend and leaves out of what, or since when."""
    return reading.language == "en" and any(sign.search(statement) for sign in (_UNCLEAR_BASE, _UNDATED_TREND))
