"""What a sentence must be shown with to be understood: the sentences before it, its heading or the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from courseware.quizzes.drafting.headings import may_lead
from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.pronouns import NONE, SAID_OF_ANOTHER, WHOLE_COURSE, is_without_noun, wanted
from courseware.quizzes.drafting.reading import Reading, is_unclear
from courseware.quizzes.drafting.references import Definite, is_named, open_definites
from intake.language import words

MOST_BEFORE = 2
MOST_WORDS = 70
_LEAST_WORDS = 4
_EARLY = 9
_LONGEST_LEAD = 20
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
_THESE = re.compile(
    r"\b(?:(?:these|those) (?:[a-z-]+ )??(?P<many>[a-z]{3,}s)\b(?! (?:who|which|that|of|in|from)\b)"
    r"|(?:this|such an?|(?:in|on|by|for|at|from|with|after|before|of|under|to|than|beat|cut) that)"
    r" (?:[a-z-]+ )??(?P<one>[a-z]{3,})\b)"
)
_YEARS_LATER = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|decades?) (?:later|earlier|afterwards|before[,.])(?! than\b)"
)
_MOMENT = re.compile(rf"\b(?:1[1-9]|20)\d\d\b|\b(?:{MONTHS}|when|after|since|first|began)\b")
_THIS_SUM = re.compile(r"\b(?:this|that) (?:sum|amount|figure|number|percentage|share|rate|total|price|fee)\b")
_SOME_FIGURE = re.compile(rf"\d|\b{NUMERAL}\b|\b(?:half|third|quarter)\b", re.IGNORECASE)
# With nothing before it in the paragraph, this has nothing to speak of.
_POINTS_AT = re.compile(
    r"\b(?:this|these|that (?:second|third|kind|sort)|such(?! as)|the (?:former|latter|said|above|previous"
    r"|corresponding|remaining|rest)|elsewhere|(?:concerned|involved|in question|thereof)(?=[,.;])"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|must|may|can|being)))\b",
    re.IGNORECASE,
)
_SUPERLATIVE = r"(?:(?:most|least) [a-z]+|(?!(?:for|w|inter|requ|harv|gu|t|prot|ch|cont)est\b)[a-z]+est)"
_ELLIPTIC = re.compile(
    r"\b(?:does|do|did|has|have|had|was|were|is|are|can|could|would|will|not|cannot|so|one|ones|equally|too"
    r"|as well)[,.;:]"
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
    # "noticed after three days", "to join, a firm": what it is said of is left out.
    r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:noticed|abstained|complied|refused|declined|objected|replied|responded)"
    r"(?=[,.;]| (?:after|within|in \d|at once|immediately)\b)|\b[Tt]o (?:join|qualify|apply|enter|take part),"
    # "described as good by 68 per cent": of whom?
    r"|\b(?:described|named|rated|mentioned|chosen|given|cited|preferred|welcomed|supported)\b[^.;]* by"
    r" (?:(?:only|almost|nearly|about|some) )?[\w.]+ per cent[,.;]"
)
# "section 9", "the Act": of what, the title says.
_OF_A_WHOLE = re.compile(
    r"\b(?:[Ss]ection|[Cc]lause|[Aa]rticle|[Cc]hapter|[Aa]nnex|[Pp]art) \d|\bprovisions\b(?! of)"
    r"|\b[Tt]he (?!(?:North|South|East|West|Internet|State|Council of)\b)[A-Z][a-z]+(?:’s|'s)?(?! [A-Z]| of\b"
    r"| for\b)\b"
)
_NO_NAME = re.compile(rf"^\W*\w+|\b(?:{MONTHS}|[A-Z]$)\b")
_NAME = re.compile(r"\b[A-Z]")
_ALL_OF_THEM = re.compile(r"\ball (two|three|four|five|six|seven|eight|nine|ten)\b(?! [a-z]+s\b)")


def is_elliptic(statement: str) -> bool:
    """Whether it leaves a word to the sentence before: "Only one in eight does."."""
    return _ELLIPTIC.search(statement) is not None


def is_plain(statement: str, reading: Reading) -> bool:
    """Whether it is understood with nothing but the title before it, as an option among others."""
    if _may_point_back(statement) or _DANGLES.search(statement) or _points_out(statement):
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
    if _DANGLES.search(opening) or _points_out(opening) or (before and is_unclear(opening, reading)):
        return False
    if WHOLE_COURSE.search(passage.statement):
        return False
    if (count := _ALL_OF_THEM.search(passage.statement)) and count[1] not in " ".join(before):
        return False
    if _THIS_SUM.search(passage.statement) and not _SOME_FIGURE.search(" ".join(before)):
        return False
    if before and not all(noun.search(" ".join([*before, own])) for noun, own in wanted(passage.statement)):
        return False
    unclear = _may_point_back(passage.statement) or is_unclear(passage.statement, reading)
    return bool(before) or not (unclear and (passage.before or _POINTS_AT.search(passage.statement)))


def _may_point_back(statement: str) -> bool:
    """Where the sentence before is at hand it is quoted as soon as a word may speak of it."""
    return any(sign.search(statement) for sign in (_WITHIN, _ELLIPTIC, _BARE_TREND, _LEFT_OPEN, _YEARS_LATER)) or bool(
        wanted(statement)
    )


def _points_out(text: str) -> bool:
    """A pronoun without a noun before it, or an early word such as "these" that speaks of another sentence."""
    early = any(text[: match.start()].count(" ") < _EARLY for match in _WITHIN.finditer(text))
    if early or NONE.search(text) or _LEFT_OPEN.search(text):
        return True
    if SAID_OF_ANOTHER.search(text) or _has_unmet(text):
        return True
    return is_without_noun(text)


def _has_unmet(text: str) -> bool:
    """ "These firms", "such a ruling" before any firm or ruling; "two years later" before any date or event."""
    pointed = ((m["many"] or m["one"], m.start()) for m in _THESE.finditer(text))
    later = any(not _MOMENT.search(text[: match.start()]) for match in _YEARS_LATER.finditer(text))
    return later or any(noun[:5] not in text[:at] for noun, at in pointed)


def _lead(passage: Passage, context: str, reading: Reading, *, strictly: bool) -> str | None:
    """The heading or title to begin with: "" where none is needed, None where neither helps.

    Strictly, a heading helps only where it names what the words shown leave open.
    """
    shown = f"{context} {passage.statement}".strip()
    left = open_definites(shown) if reading.language == "en" else []
    places = [place for place in (passage.section, reading.title) if place and may_lead(place, reading)]
    if not places:
        return None if left or (not context and _BARE_TREND.search(shown)) else ""
    whole = _whole(places)
    if not left:
        return whole if not context and _says_not_of_what(passage.statement, reading) else ""
    for place in (*places, whole):
        if all(is_named(each, place) for each in left):
            return place
    if strictly or not all(is_named(each, whole) or _is_at_home(each, passage, reading) for each in left):
        return None
    return whole


def _says_not_of_what(statement: str, reading: Reading) -> bool:
    """Whether a sentence shown alone leaves unsaid what or whom it is about; a name in it says so."""
    signs = (_BARE_TREND, _OF_A_WHOLE)
    unsaid = any(sign.search(statement) for sign in signs) or is_unclear(statement, reading)
    return unsaid or (reading.language == "en" and _NAME.search(_NO_NAME.sub("", statement)) is None)


def _is_at_home(definite: Definite, passage: Passage, reading: Reading) -> bool:
    """Whether the title is enough to tell which one is meant: told of throughout, or never before."""
    if definite.is_anaphoric:
        return False
    told = reading.text[: max(0, reading.text.find(passage.evidence_before))]
    return reading.tells_throughout(definite.noun) or not is_named(definite, told)


def _whole(places: Sequence[str]) -> str:
    """The title with the heading, or the title alone where both are too long."""
    both = ": ".join(dict.fromkeys(reversed(places)))
    return both if len(words(both)) <= _LONGEST_LEAD else places[-1]
