"""What the rules know about the whole text: whether a "the …" has been made known, whether it states rules."""

import re
from collections import Counter
from dataclasses import dataclass

from courseware.quizzes.drafting.facts import SMALL_NUMBERS
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.reading.drafting import ModuleDraft
from intake.language import words
from intake.language.stopwords import FUNCTION

_DEFINITE = re.compile(r"\b[Tt]he ((?:[a-z][\w’'-]{1,30} ){0,2}[a-z][\w’'-]{1,30})")
# "the goods", "the lower limit", with nothing after it that says which.
_DEFINITE_PAIR = re.compile(
    r"\b[Tt]he (?P<first>[a-z][\w’'-]{1,30})(?: (?P<last>[a-z][\w’'-]{1,30}))??"
    r"(?= (?:is|are|was|were|has|have|had|must|may|shall|can|become[s]?|[a-z]{2,20}(?:ed|es)|and|or|in|at|by|with"
    r"|to|from|on|for)\b|[,.;])"
)
_VERB = (
    r"(?:is|are|was|were|has|have|had|does|do|did|must|shall|[a-z]{2,20}ed|began|came|cost|cut|fell|found|gave|got"
    r"|grew|held|kept"
    r"|led|left|lent|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shows?|showed|spent|stood|took|went|won"
    r"|wrote"
    r"|asks?|checks?|covers?|gives?|grows?|has|holds?|includes?|keeps?|links?|lists?|means?|opens?|runs?|says?"
    r"|serves?|states?"
    r"|takes?|uses?|works?|applies|apply|allows?|requires?|remains?|records?|receives?|meets|makes?|brings?|brought"
    r"|built|bought)"
)
VERB = re.compile(
    rf"\b{_VERB}\b|\b[a-z]{{3,20}}(?:es|izes|ates|ains|ives|ends|elps|orts|ides|eads|alls|ells|akes|inds|urns|ays"
    rf"|ows)\b"
    r"|\b(?:can|may|go|come|see|use|need|live|carry|stay|give|keep|make|take|pay|meet|work|run|cross|serve|store)\b"
)
_SUBJECT = re.compile(
    rf"^(?:(?:In|By|From|Since|Until|During|Between|Under|At|On|After|Before|Within|For|When|While"
    rf"|As)\b[^,]{{1,60}},? )?"
    rf"[Tt]he (?P<noun>(?:[a-z][\w’'-]{{1,30}} ){{1,3}}?)(?:(?:also|then|still|alone|itself|only) )?{_VERB}\b"
)
# Nouns for something told before, wherever in the sentence they stand.
_VAGUE = re.compile(
    r"\b[Tt]he (?:new |old |whole |first |pilot |entire |original )?"
    r"(?P<noun>accident|agreement|amendment|arrangement|attempt|campaign|case|change|claim|committee|country|course"
    r"|decision|document|event"
    r"|exercise|experiment|figure|finding|group|idea|incident|measure|meeting|method|move|number|paper|phase|pilot"
    r"|plan|problem"
    r"|procedure|process|programme|project|proposal|question|reason|reform|report|result|review|scheme|step|story"
    r"|study|survey|system"
    r"|talks|team|test|tool|trial|visit|way|work|workshop|year|period|area|region|site|place|body|list|law|rule"
    r"|text|share"
    r"|rate|difference|increase|decrease|rise|fall|gap|total|average)s?\b"
    r"(?! (?:of|for|on|in|that|which|who|where|when|between|against|at|from|by|with|to|under|among|held|made|called"
    r"|used)\b)"
)
_OFTEN_FOR_VAGUE = 5
# "the increase", "the colours": nothing after it says which; but for what there is only one of.
_ONLY_ONE = (
    "internet|world|state|sun|sea|north|south|east|west|public|law|police|government|ministry|army|press|day|night|week|year"
    "|month|country|capital|coast|market|road|radio|telephone|rest|whole|border"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BARE = re.compile(
    rf"\b[Tt]he (?:[a-z-]{{2,20}} )?(?P<noun>(?!(?:{_ONLY_ONE})\b)[a-z-]{{3,25}})(?=[,.;:]"
    r"| (?:is|are|was|were|has|have|had|must|may|shall|can|and|or|with|by|since|because|when|while|until|before|after"
    rf"|in (?:\d|{_MONTHS})|{_VERB})\b)"
)
_PRONOUN = re.compile(
    r"\b(?:they|them|theirs|it|he|she|him|hers|(?:their|its|his|her)(?! own))\b"
    r"|\b(?:the|this|that|which|other|\w+est|first|last|new|old|every) one\b|\bones\b|\bby one[,.]",
    re.IGNORECASE,
)
_RULE_SHARE = 6
_FIGURE = re.compile(rf"\d[\d,.]*\d|\d|\b(?:{'|'.join(SMALL_NUMBERS)}) [a-z]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """`known` are nouns that the title names; `definite` counts how often the text says "the …" with each noun.

    `figures` are all that stand in the text, so that none of them is called made up.
    """

    vocabulary: Vocabulary
    language: str
    text: str
    title: str
    known: frozenset[str]
    definite: Counter[str]
    states_rules: bool
    speaks_of_crime: bool
    figures: frozenset[str]

    def has_introduced(self, noun: str, often: int = 3) -> bool:
        """Whether a reader knows which one "the noun" is without the sentence before: it is said `often`."""
        return singular(noun) in self.known or self.definite[singular(noun)] >= often


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
        frozenset(_FIGURE.findall(text)),
    )


def singular(word: str) -> str:
    lowered = word.lower()
    if lowered.endswith("ies") and len(lowered) > 4:
        return lowered[:-3] + "y"
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered


def lacks_anchor(passage: Passage, reading: Reading) -> bool:
    """Whether it speaks of "the survey" or "the pilot" as of something told before, which a question leaves out."""
    if reading.language != "en":
        return False
    subject = _SUBJECT.match(passage.statement)
    if subject and not _is_known(subject["noun"].split(), reading):
        return True
    vague = (match["noun"] for match in _VAGUE.finditer(passage.statement))
    if any(not reading.has_introduced(match["noun"]) for match in _BARE.finditer(passage.statement)):
        return True
    return any(not reading.has_introduced(noun, _OFTEN_FOR_VAGUE) for noun in vague) or _goes_on_about(passage, reading)


def _goes_on_about(passage: Passage, reading: Reading) -> bool:
    """Whether "the goods" are those of the sentence right before."""
    told = {singular(word) for word in words(passage.previous)} - FUNCTION - reading.known
    return any(
        singular(noun) in told
        for match in _DEFINITE_PAIR.finditer(passage.statement)
        for noun in (match["last"] or match["first"],)
    )


def _is_known(noun: list[str], reading: Reading) -> bool:
    return len(noun) >= 3 or reading.has_introduced(noun[-1])


def sensitive(text: str, reading: Reading) -> bool:
    """Whether the block lists name anything in it; means of a crime count only in a text that speaks of crime."""
    blocked = reading.vocabulary.blocklist
    means = reading.speaks_of_crime and blocked.means.search(text)
    return bool(means or blocked.operational.search(text) or blocked.dignity.search(text))


def lacks_antecedent(statement: str, reading: Reading) -> bool:
    """Whether a pronoun may mean something outside of the sentence; only "its own" and the like surely do not."""
    return reading.language == "en" and _PRONOUN.search(statement) is not None
