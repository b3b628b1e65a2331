"""Pronouns, and whether the words shown hold a noun that each can stand for."""

import re

from courseware.quizzes.drafting.numerals import NUMERAL

_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_THINGS = re.compile(r"\b(?:they|them|theirs?)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)
NONE = re.compile(r"\bnone\b(?! of)", re.IGNORECASE)
SAID_OF_ANOTHER = re.compile(r"\b(?:is|are|was|were|became) (?:its|their|his|her)\b(?! own)", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:people|children|men|women|staff|police|[A-Za-z][a-z]{2,}(?<!s)(?<!i)(?<!u)s)\b", re.IGNORECASE
)
_SINGULAR = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very|[Nn]o|[Oo]ne) (?:[a-z-]+ ){0,2}(?!people|men\b|women|children|police)"
    r"[a-z-]{2,}[a-rt-z]\b|(?<!^)\b[A-Z][a-z]+\b"
    rf"|^(?!(?i:{NUMERAL})\b)(?!(?:Some|Any|Every|No)(?:one|body|thing|times)?\b|(?:In|On|At|By|For|From|If|When|While|Since|As|Then|Only"
    r"|Until|After|Before|During|Under|Over|Between|Within|Because|Although|Once|Where|With|Without|Through|To|Of|But"
    r"|And|However|Also|There|Here|Now|Today|What|How|Why|All|Both|Most|Many|Few|Several|More|Less|Fewer"
    r"|Nearly|Almost|About|Roughly|Around|Not|Our|Your|My|His|Her|Their|Its|This|That|These|Those|Such|Other|Another"
    r"|Just|Even|Later|Earlier|Whoever|[A-Z][a-z]+(?:ly|(?<![su])s))\b)[A-Z][a-z]+\b"
)
_SOMEBODY = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|(?!(?:In|On|At|By|For|From|The|When|While|Since|As|Until)\b)[A-Z][a-z]+ [A-Z][a-z]+|[Ss]omeone"
    r"|anyone|everyone|whoever|person|man|woman|boy|girl|child|judge|applicant|clerk|guardian|client|patient|guard"
    r"|archivist|scientist|chemist|minister|captain|[a-z]+ian|(?:offic|driv|teach|work|train|own|trad|farm|lead|manag"
    r"|passeng|travell|speak|interpret|keep|hold|read|help|mak|writ|research|broad?cast|employ|foreign|strang)er"
    r"|(?:direct|doct|inspect|edit|translat|visit|auth|operat|administrat|investigat|prosecut)or)\b"
)
# "Closed when the works shut down, it became a path": what it is, no noun before says.
_SUBJECT_AFTER_ASIDE = re.compile(
    r"^(?:[A-Z][a-z]+(?:ed|en|ing)|Built|Made|Found|Sold|Set up|Left|Lost|Known|Unlike [^,]+|Like [^,]+"
    r"|(?:In|On|At|By|During|Over|Under|Within|For|From|Through(?:out)?|With|Without|Of|Among) [^.;]{1,90}?)"
    r"(?: [^,.;]*)?, (?:it|they|he|she)\b|^(?:In|At|On|From|By) [A-Z]\w+(?: [A-Z]\w+)* (?:it|they|he|she)\b"
)
_THEY_SAY = re.compile(
    r"\b[Tt]hey (?:[a-z]+ )?(?:found|asked|say|said|think|thought|wrote|write|report|reported|argued?|told|believed?"
    r"|recommend|recommended|measured|discovered|hoped?|decided|agreed|admit|admitted|explained?|called)\b"
)
_PEOPLE = re.compile(
    r"\b(?:people|staff|police|women|men|children|parents|citizens|residents|States|states|governments|countries"
    r"|companies|firms|groups|members|authorities|ministries|services|clients|guests|patients|crews?|families|judges"
    r"|clerks|guards|captains|chemists|scientists|[A-Za-z][a-z]+(?:ers|ors|ists|ians|ants|ents|ees|eers)|both|who)\b"
    r"|\b[A-Z][a-z]+ and (?:the )?[A-Z][a-z]+"
)

_EARLY = re.compile(
    r"(?:\w+ ){0,3}?(?:it|its|they|them|their|he|she|his|her|him|th[eo]se|this|both|n?either|one|ones|some|others?"
    r"|another|(?:most|all) of|many|few)\b",
    re.IGNORECASE,
)


def begins_with_pronoun(sentence: str) -> bool:
    """Whether one of its first four words stands for something that was told of before."""
    return _EARLY.match(sentence) is not None


def is_without_noun(text: str) -> bool:
    """Whether a pronoun stands in it before any noun that it could mean."""
    if _SUBJECT_AFTER_ASIDE.match(text) or _lacks_people(text):
        return True
    pairs = ((_PERSON, _SOMEBODY), (_THINGS, _PLURAL), (_THING, _SINGULAR))
    return any(noun.search(text[: found.start()]) is None for pronoun, noun in pairs if (found := pronoun.search(text)))


def _lacks_people(text: str) -> bool:
    """ "What they found" wants people before it, and "the moths" are none."""
    return any(_PEOPLE.search(text[: match.start()]) is None for match in _THEY_SAY.finditer(text))
