"""What the rules know about the whole text: whether a "the …" has been made known, whether it states rules."""

import re
from collections import Counter
from dataclasses import dataclass

from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.reading.drafting import ModuleDraft
from intake.language import words
from intake.language.stopwords import FUNCTION

_DEFINITE = re.compile(r"\b[Tt]he ((?:[a-z][\w’'-]{1,30} ){0,2}[a-z][\w’'-]{1,30})")
_VERB = (
    r"(?:is|are|was|were|has|have|had|does|do|did|must|shall|[a-z]{2,20}ed|began|came|cost|cut|fell|found|gave|got|grew|held|kept"
    r"|led|left|lent|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shows?|showed|spent|stood|took|went|won|wrote"
    r"|asks?|checks?|covers?|gives?|grows?|has|holds?|includes?|keeps?|links?|lists?|means?|opens?|runs?|says?|serves?|states?"
    r"|takes?|uses?|works?|applies|apply|allows?|requires?|remains?|records?|receives?|meets|makes?|brings?|brought|built|bought)"
)
_SUBJECT = re.compile(
    rf"^(?:(?:In|By|From|Since|Until|During|Between|Under|At|On|After|Before|Within|For|When|While|As)\b[^,]{{1,60}}, )?"
    rf"[Tt]he (?P<noun>(?:[a-z][\w’'-]{{1,30}} ){{1,3}}?)(?:(?:also|then|still|alone|itself|only) )?{_VERB}\b"
)
# Nouns for something told before, wherever in the sentence they stand.
_VAGUE = re.compile(
    r"\b[Tt]he (?:new |old |whole |first |pilot |entire |original )?"
    r"(?P<noun>accident|agreement|amendment|arrangement|attempt|campaign|case|change|claim|committee|country|course|decision|document|event"
    r"|exercise|experiment|figure|finding|group|idea|incident|measure|meeting|method|move|number|paper|phase|pilot|plan|problem"
    r"|procedure|process|programme|project|proposal|question|reason|reform|report|result|review|scheme|step|story|study|survey|system"
    r"|talks|team|test|tool|trial|visit|way|work|workshop|year|period|area|region|site|place|body|list|law|rule|text|share"
    r"|rate|difference|increase|decrease|rise|fall|gap|total|average)s?\b"
    r"(?! (?:of|for|on|in|that|which|who|where|when|between|against|at|from|by|with|to|under|among|held|made|called|used)\b)"
)
_WELL_KNOWN = 3
_PRONOUN = re.compile(r"\b(?:they|them|their|theirs|it|its|he|she|him|his|her|hers)\b", re.IGNORECASE)
_RULE_SHARE = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """`known` are nouns that the title names; `definite` counts how often the text says "the …" with each noun."""

    vocabulary: Vocabulary
    language: str
    text: str
    title: str
    known: frozenset[str]
    definite: Counter[str]
    states_rules: bool
    speaks_of_crime: bool

    def has_introduced(self, noun: str) -> bool:
        """Whether a reader knows which one "the noun" is without the sentence before."""
        return singular(noun) in self.known or self.definite[singular(noun)] >= _WELL_KNOWN


def reading_of(module: ModuleDraft, passages: list[Passage], vocabulary: Vocabulary) -> Reading:
    text = "\n\n".join(paragraph for section in module.sections for paragraph in section.paragraphs)
    rules = sum(bool(vocabulary.rules.search(passage.quote)) for passage in passages)
    return Reading(
        vocabulary,
        module.language or "",
        text,
        module.title,
        frozenset(singular(word.lower()) for word in words(module.title)) - FUNCTION,
        Counter(singular(word) for match in _DEFINITE.finditer(text) for word in match[1].split()),
        rules * _RULE_SHARE >= len(passages),
        bool(vocabulary.blocklist.crime.search(f"{module.title} {text}")),
    )


def singular(word: str) -> str:
    lowered = word.lower()
    if lowered.endswith("ies") and len(lowered) > 4:
        return lowered[:-3] + "y"
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered


def lacks_anchor(statement: str, reading: Reading) -> bool:
    """Whether it speaks of "the survey" or "the pilot" as of something told before, which a question leaves out."""
    if reading.language != "en":
        return False
    subject = _SUBJECT.match(statement)
    if subject and not _is_known(subject["noun"].split(), reading):
        return True
    return any(not reading.has_introduced(match["noun"]) for match in _VAGUE.finditer(statement))


def _is_known(noun: list[str], reading: Reading) -> bool:
    return len(noun) >= 3 or reading.has_introduced(noun[-1])


def lacks_antecedent(statement: str, reading: Reading) -> bool:
    """Whether a pronoun stands so early that nothing in the sentence can be meant by it."""
    if reading.language != "en":
        return False
    found = _PRONOUN.search(statement)
    return found is not None and not _names_something(statement[: found.start()], found.group().lower())


def _names_something(before: str, pronoun: str) -> bool:
    found = [word for word in words(before) if word.lower() not in FUNCTION]
    if pronoun in ("they", "them", "their", "theirs"):
        return len(found) >= 2 and any(word.endswith("s") or word in ("people", "staff", "police") for word in found)
    return len(found) >= 2 and pronoun in ("it", "its")
