"""What the rules know about the whole text: whether a "the …" has been made known, whether it states rules."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.quizzes.drafting.years import Years, years_of
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
    r"|\b(?:can|may|will|would|should|could|might|land|exists?|sits?|lays?|bear|stands?|go|come|see|use|need|live"
    r"|carry|stay|give|keep|make|take|pay|meet|work|run|cross|serve|store)\b"
)
_SUBJECT = re.compile(
    rf"^(?:(?:In|By|From|Since|Until|During|Between|Under|At|On|After|Before|Within|For|When|While"
    rf"|As)\b[^,]{{1,60}},? )?"
    rf"[Tt]he (?P<noun>(?:[a-z][\w’'-]{{1,30}} ){{1,3}}?)(?:(?:also|then|still|alone|itself|only) )?{_VERB}\b"
)
# Nouns for something told before, wherever in the sentence they stand.
_VAGUE = re.compile(
    r"\b[Tt]he (?:new |old |whole |first |pilot |entire |original )?"
    r"(?P<noun>accident|agreement|amendment|approach|argument|arrangement|attempt|campaign|case|change|claim|committee|country|course"
    r"|decision|document|event"
    r"|dispute|exercise|experiment|figure|finding|group|idea|incident|measure|meeting|method|move|number|paper|phase|pilot"
    r"|plan|problem"
    r"|procedure|process|programme|project|proposal|question|reason|reform|report|result|review|scheme|step|story"
    r"|study|survey|system"
    r"|talks|team|test|tool|trial|visit|way|work|workshop|year|period|area|region|site|place|body|list|law|rule"
    r"|text|share"
    r"|rate|difference|increase|decrease|rise|fall|gap|total|average)s?\b"
    r"(?! (?:of|for|on|in|that|which|who|where|when|between|against|at|from(?! one )|by|with|to|under|among|held"
    r"|made|called|used|\d+)\b)"
)
_OFTEN_FOR_VAGUE = 5
# "the increase", "the colours": nothing after it says which; but for what there is only one of.
_ONLY_ONE = (
    "internet|world|state|sun|sea|north|south|east|west|public|law|police|government|ministry|army|press|day|night|week|year"
    "|month|country|capital|coast|market|road|radio|telephone|rest|whole|border"
)
_BARE = re.compile(
    rf"\b[Tt]he (?:[a-z-]{{2,20}} )?(?P<noun>(?!(?:{_ONLY_ONE})\b)[a-z-]{{3,25}})(?=[,.;:]"
    r"| (?:is|are|was|were|has|have|had|must|may|shall|can|and|or|with|by|since|because|when|while|until|before|after"
    rf"|in (?:\d|{MONTHS})|{_VERB})\b)"
)
_PRONOUN = re.compile(
    r"\b(?:they|them|theirs|it|he|she|him|hers|(?:their|its|his|her)(?! own))\b"
    r"|\b(?:the|this|that|which|other|\w+est|first|last|new|old|every) one\b|\bones\b|\bby one[,.]",
    re.IGNORECASE,
)
_UNCLEAR_BASE = re.compile(
    r"\bper cent of (?:(?:the|all) )?(?:cases|time|them|those|answers|replies|respondents|total)\b"
    r"(?! (?:which|that|who|where|in which|of|when)\b)|\bof which\b"
    r"|\bof whom\b"
    r"|\b[Tt]he (?:average|number|total|share|figures?|rate|sum|amount|proportion|median)\b(?! of\b)|\bon average,"
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
_FIGURE = re.compile(rf"\d[\d,.]*\d|\d|\b{NUMERAL}(?: [a-z]+)?", re.IGNORECASE)


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
    years: Years

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
        years_of((passage.quote for passage in passages), module.published.year if module.published else 0),
    )


def singular(word: str) -> str:
    lowered = word.lower()
    if lowered.endswith("ies") and len(lowered) > 4:
        return lowered[:-3] + "y"
    return lowered[:-1] if lowered.endswith("s") and not lowered.endswith("ss") else lowered


def lacks_anchor(passage: Passage, reading: Reading) -> bool:
    """Whether it speaks of "the survey" or "the pilot" as of something told before, which a question leaves out."""
    return bool(hanging_nouns(passage, reading))


def hanging_nouns(passage: Passage, reading: Reading) -> list[str]:
    """What it speaks of as of something told before, in the singular; not what it has named itself."""
    if reading.language != "en":
        return []
    statement = passage.statement
    subject = _SUBJECT.match(statement)
    found = [(subject["noun"].split()[-1], 0)] if subject and not _is_known(subject["noun"].split(), reading) else []
    found += [(m["noun"], m.start()) for m in _BARE.finditer(statement) if not reading.has_introduced(m["noun"])]
    vague = ((m["noun"], m.start()) for m in _VAGUE.finditer(statement))
    found += [(noun, at) for noun, at in vague if not reading.has_introduced(noun, _OFTEN_FOR_VAGUE)]
    found += _gone_on_about(passage, reading)
    hanging = (singular(noun) for noun, at in found if _is_noun(noun) and noun[:5] not in statement[:at])
    return list(dict.fromkeys(hanging))


def _is_noun(word: str) -> bool:
    return word == "building" or (word not in FUNCTION and not word.endswith(("ed", "ly", "ing")))


def is_vague(noun: str) -> bool:
    """Whether it could be anything without what was told before: "the programme", "the increase"."""
    return noun not in ("country", "region") and _VAGUE.search(f"the {noun}") is not None


def _gone_on_about(passage: Passage, reading: Reading) -> list[tuple[str, int]]:
    """Nouns as in "the goods" where these are the goods of the sentence right before."""
    told = {singular(word) for word in words(passage.previous)} - FUNCTION - reading.known
    nouns = ((m["last"] or m["first"], m.start()) for m in _DEFINITE_PAIR.finditer(passage.statement))
    return [(noun, at) for noun, at in nouns if singular(noun) in told]


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
