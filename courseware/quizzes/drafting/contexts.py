"""What a sentence must be shown with to be understood: the sentences before it, its heading or the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.quizzes.drafting.headings import may_lead
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import Reading, hanging_nouns, is_unclear, is_vague, singular
from intake.language import words

MOST_BEFORE = 2
MOST_WORDS = 70
_LEAST_WORDS = 4
_EARLY = 9
_SHORT, _LONGEST_LEAD = 11, 20
# An opening that no sentence after it can mend: it speaks of what stands before it.
_BACK = r"they|it|this|these|those|that|he|she|his|her|their|its|such|both|neither|either|others?|another"
_VERBS = "is|are|was|were|has|have|had|do|does|did|will|can|may|became|came|went|took|made"
_DANGLES = re.compile(
    rf"^\W*(?:(?:{_BACK}|then|there|here|thus|therefore|consequently|so|otherwise|hence|but|and|yet|nor|or|meanwhile"
    r"|too|instead|likewise|similarly|equally|besides|what|second(?:ly)?|third(?:ly)?|fourth|lastly|finally"
    r"|first(?:ly)?"
    r"|next|still|even so|as a result|by then|since then|the (?:former|latter|same|others?|second|third|fourth|rest"
    r"|corresponding|respective|remaining|next|following|resulting|first|last|final|two|three|four|five|six)"
    r"|a (?:further|second|third)"
    r"|(?:in|during|after|by|over|within) the (?:first|second|third|final|last)(?: [a-z]+)?"
    r" (?:day|week|month|quarter|half|year|decade)s?(?! of)"
    rf"|(?:in|after|before|during|despite|under|since|at|by|from|on|to|with|for|because of) (?:{_BACK}|response"
    r"|contrast|turn|addition)|(?:some|none|most|many|several|all|each|one|few|two|three|four|five|six|seven)"
    rf"(?= (?:of (?:them|these|those|it)|{_VERBS})\b))\b|[“\"])",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:this|these|those(?! (?:who|which|that|of|in|from))|such(?! as)|the (?:former|latter|same|others?|said|above"
    r"|corresponding|previous|remaining|rest|resulting|two|three|four|five|six)"
    r"|(?:sa(?:id|ys?)|do(?:es|ne|ing)?|did|think|thinks) so"
    r"|the ones?|that one|likewise|thereby|thereafter|therefore|thus|consequently|another|a (?:second|third|further"
    r"|similar)|(?:the|that) (?:following|next|followed)|instead|here|(?<!since )(?<!by )then|elsewhere|in turn"
    r"|that(?= (?:to|down|back|up)\b|[.;])|(?:after|before|like|with|than|from|of|for|by|about) that(?=,)"
    r"|that (?:second|third|kind|sort|figure|point|other)"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|must|may|can|being))|as a result(?! of))\b",
    re.IGNORECASE,
)
_THESE = re.compile(r"\b(?:these|those) (?:[a-z-]+ )??(?P<noun>[a-z]{3,}s)\b(?! (?:who|which|that|of|in|from)\b)")
_THIS_SUM = re.compile(r"\b(?:this|that) (?:sum|amount|figure|number|percentage|share|rate|total|price|fee)\b")
_SOME_FIGURE = re.compile(rf"\d|\b{NUMERAL}\b|\b(?:half|third|quarter)\b", re.IGNORECASE)
# With nothing before it in the paragraph, this has nothing to speak of.
_POINTS_AT = re.compile(r"\b(?:this|these|that (?:second|third|kind|sort)|such an?)\b", re.IGNORECASE)
_SUPERLATIVE = r"(?:(?:most|least) [a-z]+|(?!(?:for|w|inter|requ|harv|gu|t|prot|ch|cont)est\b)[a-z]+est)"
_ELLIPTIC = re.compile(
    r"\b(?:does|do|did|has|have|had|was|were|is|are|can|could|would|will|not|cannot|so|one|ones|equally|too"
    r"|as well)[,.;]"
    r"|\b(?:grounds?|reasons?|causes?|exceptions?) (?:in (?:itself|themselves)|enough)[,.;]"
    rf"|^The {_SUPERLATIVE} [a-z]+ (?:is|was|are|were)\b|\b(?:is|was|are|were) the {_SUPERLATIVE} [a-z]+[,.]"
    r"|^(?:(?:On|In|At|Of|Among|For|From) those|Those)\b|\ball of them\b"
)
_TREND = r"rose|risen|fell|fallen|grew|grown|increased|decreased|reduced|cut|doubled|halved|dropped|declined|shortened"
_BARE_TREND = re.compile(rf"^[A-Z][a-z]+(?: [a-z]+)? (?:(?:has|have|had|was|were) (?:been )?)?(?:{_TREND})\b")
# "were more doubtful", "was rarely asked", "the last passenger": of what, for what, of which, the sentence before says.
_LEFT_OPEN = re.compile(
    r"\b(?:is|are|was|were|became|remained|felt) (?:(?:far|much|slightly|even|still|somewhat|rather) )?"
    r"(?:(?:more|less) [a-z]+|better|worse|higher|lower|larger|smaller|longer|shorter|fewer|greater|easier|harder"
    r"|cheaper|older|younger|faster|slower)[.,;]"
    r"|\b(?:is|are|was|were|be|been) (?:[a-z]+ )?(?:asked|told|shown|required|allowed|permitted|needed|expected"
    r"|invited|refused|consulted|included|excluded|charged|informed|affected|concerned|involved)[.;]"
    r"|\b[Tt]he (?:first|last|final) (?!(?:time|year|day|week|month|hour|decade|century|quarter|resort|two|three|four"
    r"|five|few)s?\b)[a-z]+(?! (?:of|to|in|on|at|for|that|who|which|from|with|by|under"
    r"|[a-z]+ (?:of|to|in|on|for|at))\b)\b"
)
# "section 9", "the Act": of what, the title says.
_OF_A_WHOLE = re.compile(
    r"\b(?:[Ss]ection|[Cc]lause|[Aa]rticle|[Cc]hapter|[Aa]nnex|[Pp]art) \d|\bprovisions\b(?! of)"
    r"|\b[Tt]he (?!(?:North|South|East|West|Internet|State|Council of)\b)[A-Z][a-z]+(?:’s|'s)?(?! [A-Z]| of\b"
    r"| for\b)\b"
)
_ALL_OF_THEM = re.compile(r"\ball (two|three|four|five|six|seven|eight|nine|ten)\b(?! [a-z]+s\b)")
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_THINGS = re.compile(r"\b(?:they|them|theirs?)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:it|its)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:they|them|theirs?|he|she|him|her|his|hers|it|its)\b", re.IGNORECASE)
_NONE = re.compile(r"\bnone\b(?! of)", re.IGNORECASE)
_SAID_OF_ANOTHER = re.compile(r"\b(?:is|are|was|were|became) (?:its|their|his|her)\b(?! own)", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:because|since|so that|that|when|if|as|where|which|until|while|and|but|than|or|whether|before|after|what"
    r"|how) $"
)
_PLURAL = re.compile(
    r"\b(?:people|children|men|women|staff|police|[A-Za-z][a-z]{2,}(?<!s)(?<!i)(?<!u)s)\b", re.IGNORECASE
)
_SINGULAR = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ee]ach|[Ee]very|[Nn]o|[Oo]ne) (?:[a-z-]+ ){0,2}[a-z-]{3,}\b|(?<!^)\b[A-Z][a-z]+\b"
    r"|^(?!(?:Some|Any|Every|No)(?:one|body|thing|times)?\b|(?:In|On|At|By|For|From|If|When|While|Since|As|Then|Only"
    r"|Until|After|Before|During|Under|Over|Between|Within|Because|Although|Once|Where|With|Without|Through|To|Of|But"
    r"|And|However|Also|There|Here|Now|Today|What|How|Why|All|Both|Most|Many|Few|Several)\b)[A-Z][a-z]+\b"
)
# "it simply takes longer": all that is done, which no noun before it names.
_WHOLE_COURSE = re.compile(
    r"(?:^|[,;:] |\b(?:and|but) )[Ii]t (?:[a-z]+ )?(?:takes?|took|lasts?|lasted|depends?|helps?|happens?"
    r"|happened)\b(?!.* to [a-z])"
)
_SOMEBODY = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|(?!(?:In|On|At|By|For|From|The|When|While|Since|As|Until)\b)[A-Z][a-z]+ [A-Z][a-z]+|[Ss]omeone"
    r"|anyone|everyone|whoever|person|man|woman|boy|girl|child|judge|applicant|clerk|guardian|client|patient|guard"
    r"|archivist|scientist|chemist|minister|captain|[a-z]+ian|(?:offic|driv|teach|work|train|own|trad|farm|lead|manag"
    r"|passeng|travell|speak|interpret|keep|hold|read|help|mak|writ|research|broad?cast|employ|foreign|strang)er"
    r"|(?:direct|doct|inspect|edit|translat|visit|auth|operat|administrat|investigat|prosecut)or)\b"
)


def is_elliptic(statement: str) -> bool:
    """Whether it leaves a word to the sentence before: "Only one in eight does."."""
    return _ELLIPTIC.search(statement) is not None


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
    if _DANGLES.search(opening) or _points_out(opening) or (before and is_unclear(opening, reading)):
        return False
    if _WHOLE_COURSE.search(passage.statement) or (before and _tells_of_the_untold(before[0], passage, reading)):
        return False
    if (count := _ALL_OF_THEM.search(passage.statement)) and count[1] not in " ".join(before):
        return False
    if _THIS_SUM.search(passage.statement) and not _SOME_FIGURE.search(" ".join(before)):
        return False
    if before and not all(noun.search(" ".join([*before, own])) for noun, own in _wanted(passage.statement)):
        return False
    unclear = _may_point_back(passage.statement) or is_unclear(passage.statement, reading)
    return bool(before) or not (unclear and (passage.before or _POINTS_AT.search(passage.statement)))


def _tells_of_the_untold(opening: str, passage: Passage, reading: Reading) -> bool:
    """Whether the first sentence quoted speaks of "the gap" or "the scheme" itself, which are told of before it."""
    at = passage.before.index(opening)
    first = replace(passage, statement=opening, before=passage.before[:at])
    named = {singular(word) for word in words(passage.section or "")}
    return any(is_vague(noun) and noun not in named for noun in hanging_nouns(first, reading))


def _may_point_back(statement: str) -> bool:
    """Where the sentence before is at hand it is quoted as soon as a word may speak of it."""
    return any(sign.search(statement) for sign in (_WITHIN, _ELLIPTIC, _BARE_TREND, _LEFT_OPEN)) or bool(
        _wanted(statement)
    )


def _wanted(statement: str) -> list[tuple[re.Pattern[str], str]]:
    """The nouns that its pronouns want and it does not surely hold itself, each with what stands before the pronoun."""
    pronouns = {_noun_for(match.group()): match for match in reversed(list(_PRONOUN.finditer(statement)))}
    unsure = ((noun, first) for noun, first in pronouns.items() if not _is_sure(statement, noun, first))
    return [(noun, statement[: first.start()]) for noun, first in unsure]


def _noun_for(pronoun: str) -> re.Pattern[str]:
    """What a noun looks like that it can stand for."""
    word = pronoun.casefold()
    return _PLURAL if word in ("they", "them", "their") else _SINGULAR if word in ("it", "its") else _SOMEBODY


def _is_sure(statement: str, noun: re.Pattern[str], pronoun: re.Match[str]) -> bool:
    """A pronoun that begins a clause, or "its own", after a noun of its number in the same sentence."""
    before, after = statement[: pronoun.start()], statement[pronoun.end() :]
    begins = _CLAUSE.search(before) or after.startswith(" own ")
    return bool(begins and noun.search(before))


def _points_out(text: str) -> bool:
    """A pronoun without a noun before it, or an early word such as "these" that speaks of another sentence."""
    early = any(text[: match.start()].count(" ") < _EARLY for match in _WITHIN.finditer(text))
    if early or _NONE.search(text) or _LEFT_OPEN.search(text):
        return True
    if _SAID_OF_ANOTHER.search(text) or any(m["noun"][:5] not in text[: m.start()] for m in _THESE.finditer(text)):
        return True
    pairs = ((_PERSON, _SOMEBODY), (_THINGS, _PLURAL), (_THING, _SINGULAR))
    return any(noun.search(text[: found.start()]) is None for pronoun, noun in pairs if (found := pronoun.search(text)))


def _lead(passage: Passage, context: str, reading: Reading, *, strictly: bool) -> str | None:
    """The heading or title to begin with: "" where none is needed, None where neither helps.

    Strictly, a heading helps only where it names what hangs.
    """
    told = {singular(word) for word in words(context)}
    hanging = [noun for noun in hanging_nouns(passage, reading) if noun not in told]
    places = [place for place in (passage.section, reading.title) if place and may_lead(place, reading)]
    bare = not context and _BARE_TREND.search(passage.statement)
    if not places:
        return None if hanging or bare else ""
    if bare and not hanging:
        return _whole(places, passage)
    if not hanging:
        alone = not context and (is_unclear(passage.statement, reading) or _OF_A_WHOLE.search(passage.statement))
        return _whole(places, passage) if alone else ""
    for place in places:
        named = {singular(word) for word in words(place)}
        if all(noun in named for noun in hanging):
            return place
    if strictly:
        return None
    known = all(reading.definite[noun] >= 2 for noun in hanging)
    return places[0] if known or (len(hanging) == 1 and not is_vague(hanging[0])) else None


def _whole(places: Sequence[str], passage: Passage) -> str:
    """The title; for a short sentence the heading with it, since that says too little of its matter."""
    is_short = len(words(passage.statement)) < _SHORT and len(words(" ".join(places))) <= _LONGEST_LEAD
    return ": ".join(dict.fromkeys(reversed(places))) if is_short else places[-1]
