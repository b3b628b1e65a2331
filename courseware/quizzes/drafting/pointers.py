"""Words other than pronouns that point to what stands before: "the rest", "such a ruling", "two years later"."""

import re

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.numerals import NUMERAL, VALUE_OF
from courseware.quizzes.drafting.pronouns import NONE, SAID_OF_ANOTHER

_EARLY = 9
# It adds to something, or sets itself against it.
_ADDS = re.compile(
    r"\b(?:also|too(?=[,.;])|however|yet(?! to\b)|still|meanwhile|instead(?! of)|nevertheless|nonetheless|moreover"
    r"|likewise|therefore|thus|hence|indeed|for (?:example|instance)|itself|went on)\b|day[’']s\b"
    r"|\bthe (?:second|third|fourth|fifth) [a-z]+[.,;]|\bthe same [a-z]+[.,;]"
    r"|^(?:Neighbou?ring|Whatever|How|Why|Who|Inside(?! (?:the|an?|of)\b))\b|^The [a-z]+ (?:it|they|he|she) "
)
# An opening that no sentence after it can mend: it speaks of what stands before it.
_BACK = r"they|it|this|these|those|that|he|she|his|her|their|its|such|both|neither|either|others?|another"
_VERBS = "is|are|was|were|has|have|had|do|does|did|will|can|may|became|came|went|took|made"
_DANGLES = re.compile(
    rf"^\W*(?:(?:{_BACK}|then|there|here|thus|therefore|consequently|so|otherwise|hence|but|and|yet|nor|or|meanwhile"
    r"|too|last(?= (?:is|are|was|were|came|comes)\b)"
    r"|(?:no|yes|certainly|of course|not (?:quite|yet|really|always|necessarily|entirely)|partly|more than you"
    r"|less than you|it depends)(?=[,.;:]| (?:might|may|would)\b)"
    r"|instead|likewise|similarly|equally|besides|what|second(?:ly)?|third(?:ly)?|fourth|lastly|finally"
    r"|first(?:ly)?|to begin with"
    r"|next|still|even so|as a result|by then|since then|the (?:former|latter|same|others?|second|third|fourth|rest"
    r"|corresponding|respective|remaining|next|following|resulting)"
    r"|a (?:further|second|third|fourth|fifth|final)|an (?:alternative|additional|opposite)"
    r"|(?:in|during|after|by|over|within) the (?:first|second|third|final|last)(?: [a-z]+)?"
    r" (?:day|week|month|quarter|half|year|decade)s?(?! of)"
    rf"|(?:in|after|before|during|despite|under|since|at|by|from|on|to|with|for|because of) (?:{_BACK}|response"
    r"|contrast|turn|addition)|(?:some|none|most|many|several|all|each|one|few|two|three|four|five|six|seven)"
    rf"(?= (?:of (?:them|these|those|it)|{_VERBS}|said|told|felt|thought|wanted|saw|mentioned|asked|replied|answered"
    r"|agreed|refused|complained|reported|preferred|praised"
    r"|[a-z]+ed (?:the|an?|it|to|that|their|at|in|by|for))\b))\b|[“\"])",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:this|these|those(?! (?:who|which|that|of|in|from))|such(?! as)|the (?:latter|same(?! [a-z]+ as\b)|others?"
    r"|said|above|corresponding|previous|remaining|rest|resulting|former(?=[,.;]| (?:is|was|has|had)\b))"
    r"|(?:sa(?:id|ys?)|do(?:es|ne|ing)?|did|think|thinks) so"
    r"|for (?:example|instance)|of (?:the|that) kind"
    r"|the (?:two|three|four|five|six)(?=[,.;]| (?:is|was|were|are|has|have|had|lies?|came|took|stood)\b)"
    r"|(?<!all )(?<!the )similar(?! to\b)|all other(?! than)|the (?:[a-z]+ )?ones?"
    r"|that one|likewise|thereby|thereafter|therefore|thus|consequently"
    r"|another|(?:by|in) contrast(?! to)|on the other hand|a (?:second|third(?! of)|further"
    r"|similar)|(?:the|that) (?:following|next|followed)|instead|here|(?<!since )(?<!by )then|elsewhere|in turn"
    r"|that(?= (?:to|down|back|up)\b|[.;])|(?:after|before|like|with|than|from|of|for|by|about) that(?=,)"
    r"|that (?:second|third|kind|sort|figure|point|other)"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|must|may|can|being))|as a result(?! of))\b",
    re.IGNORECASE,
)
_THESE = re.compile(
    r"\b(?:(?:these|those|(?P<such>[Ss]uch)(?! as)) (?:[a-z-]+ )??(?P<many>[a-z]{3,}s)\b(?! (?:who|which|that|of|in"
    r"|from)\b)"
    r"|(?:this|such an?|(?:in|on|by|for|at|from|with|after|before|of|under|to|than|beat|cut) that)"
    r" (?:[a-z-]+ )??(?P<one>[a-z]{3,})\b)"
)
_FEW = 6
_COUNT = re.compile(
    rf"\b(?:(?P<both>[Bb]oth)|(?:[Aa]ll|[Tt]he) (?P<number>{NUMERAL}))\b"
    r"(?! (?:[a-z]+est|most|main|chief|of|who|that|which)\b)(?! [a-z]+ (?:where|who|that|which|under|open|for)\b)"
)
_TWO = re.compile(
    r"\btwo\b|\b(?!now and then|again and again|more and more)[\w’'-]+ and (?:[\w’'-]+ ){0,3}[\w’'-]+", re.IGNORECASE
)
# "In both languages": "Tuesday and Friday" before it are two, but not of these.
_OF_NAMED = re.compile(
    r" (?:languages|countries|states|sides|governments|capitals|parliaments|partners|members)\b", re.IGNORECASE
)
_NAMED_PAIR = re.compile(
    r"\btwo\b|\b(?![A-Z][a-z]+day\b)[A-Z][\w’'-]+(?:,? and|–) (?:(?:its|the) )?(?:[a-z]+ )?(?![A-Z][a-z]+day\b)[A-Z]"
)
_SEVERAL = re.compile(r"[A-Z][\w’'-]+, (?:(?:the|a) )?(?:[A-Z][\w’'-]+ )+and (?:(?:the|a) )?[A-Z]")
_AND = re.compile(r"(?: [\w’'-]+){1,2} and\b")
_AWAY = re.compile(
    r"\b[Hh]ere\b|\b(?:this|that) (?:town|village|city|country|region|valley|island|house|room|building|station|office"
    r"|crossing|port|street|place)\b|\bthe region\b(?! of\b)|, too,|(?:^|[.!?] )Neighbou?ring\b"
    r"|\b[Tt]he neighbou?ring (?:country|state)\b|^The right (?!of\b|to\b|hand\b|side\b|bank\b)"
    rf"|\b[Tt]he other {NUMERAL}\b"
    r"|\bthe same (?:bridge|building|river|port|town|village|office|desk|lorry|ship|train|person"
    r"|family|firm|company|law|form|method|study|report)\b(?! (?:as|in|of)\b)"
    r"|\bthe (?:first|second|third|fourth)(?:[.,;]| (?:pair|group|set)\b(?! of\b))"
    r"|\b(?:Part|[Oo]ption|Proposal|Annex|Stage|Phase|Table|Figure|Exhibit|Class|Category|Tier|Grade|Group|List)"
    r"(?:e?s)? (?:[A-Z]|\d+|[IVX]+)\b|\((?:\d{1,2}|[a-z])\)"
    rf"|\b[Ss]tep (?:\d+|one|{NUMERAL})\b|\b{NUMERAL} (?:options|alternatives|scenarios)\b(?! (?:for|to|of)\b|:)"
)
# "Section 6 lays down five principles": of which law?
_PROVISION = re.compile(r"\b(?:Sections?|Articles?|Rules?|Clauses?|Schedules?) \d+\b")
_LAW = re.compile(
    r"\b(?:Acts?|Agreement|Bill|Charter|Code|Convention|Decree|Directive|(?<!the )Law|Ordinance|Protocol|Regulations?"
    r"|Treaty)\b"
)
_YEARS_LATER = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|decades?) (?:later|earlier|afterwards|before[,.])(?! than\b)"
)
_FIRST_WEEKS = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]fter|[Ww]ithin|[Oo]f) the first (?:[a-z]+ )?(?:day|week|month|year)s?\b(?! of\b)"
)
_AT_THE_TIME = re.compile(r"\b(?:at|of|until|by|for|from|during) (?:the|that) time\b(?! (?:of|when|that|it|being)\b)")
_MOMENT = re.compile(
    rf"\b(?:1[1-9]|20)\d\d\b|\b(?:{MONTHS}|when|since|began|opened|starts?|started|introduced|launched|founded|adopted)\b"
)
# "The limit of 15,000 kilometres dates from 2006": the limit on what, its size does not tell.
_OF_A_SIZE = re.compile(
    r"\b[Tt]he (?P<what>limit|ceiling|threshold|fee|fine|target|charge|surcharge|deposit|allowance|quota|minimum"
    r"|maximum|grant|loan|sum|period|delay|reduction|increase|saving|loss|gain|deadline)"
    rf" of (?:(?:about|some|only|at least|at most|up to) )?(?:\d|{NUMERAL}\b)"
)
# With nothing before it in the paragraph, this has nothing to speak of.
POINTS_AT = re.compile(
    r"\b(?:this|these|that (?:second|third|kind|sort)|such(?! as)|the (?:former|latter|said|above|previous"
    r"|corresponding|remaining|rest)|elsewhere|(?:concerned|involved|in question|thereof)(?=[,.;])"
    r"|there(?! (?:is|are|was|were|has|have|had|will|would|must|may|can|being)))\b",
    re.IGNORECASE,
)
_SUPERLATIVE = r"(?:(?:most|least) [a-z]+|(?!(?:for|w|inter|requ|harv|gu|t|prot|ch|cont)est\b)[a-z]+est)"
_ELLIPTIC = re.compile(
    r"\b(?:does|do|did|has|have|had|was|were|is|are|can|could|would|will|not|cannot|so|one|ones|equally|too"
    r"|as well)[,.;:]"
    r"|\b(?:some|any|several|many|few|enough|plenty|the most|the least)[.;]"
    r"|\b(?:of|by|from|with|to|for) one (?:told|said|is|was|has|had|can|[a-z]+ed)\b"
    rf"|^(?:One|Two|Three|Seven|Eight|Nine) in (?:{NUMERAL}|\d+)(?! (?:of\b|[a-z]+s\b|people\b|children\b))"
    r"|\b(?:grounds?|reasons?|causes?|exceptions?) (?:in (?:itself|themselves)|enough)[,.;]"
    rf"|^The {_SUPERLATIVE} [a-z]+ (?:is|was|are|were)\b|\b(?:is|was|are|were) the {_SUPERLATIVE} [a-z]+[,.]"
    r"|^(?:(?:On|In|At|Of|Among|For|From) those|Those)\b|\ball of them\b|\b(?:of|for|to|with|by) each[,.;]"
    rf"|\b(?:had|has|have|received|took|takes|showed|reached|with|gave) the {_SUPERLATIVE} [a-z]+[,.;]"
)
# "All but 90 were found", "Twelve replied", "Fifty per cent agreed": of what, the sentence before says.
_BARE_COUNT = re.compile(
    rf"^(?:(?:All but|Only|Some|About|Nearly|Almost|Just|At least|More than) )?"
    rf"(?i:\d[\d,.]*|(?:one|two|three|four) (?:third|quarter|fifth)s?|half|{NUMERAL})(?: per cent)?"
    r" (?:were|was|are|had|have|did|said|passed|[a-z]+ed(?! [a-z]+s\b))\b"
)
# "were more doubtful", "was rarely asked", "the last passenger": of what, for what, of which, the sentence before says.
_LEFT_OPEN = re.compile(
    # "Results have been encouraging": of what, the heading does not say.
    r"^(?:Results|Findings|Effects|Reactions|Responses|Implementation|Improvements?|Problems|Difficulties|Benefits"
    r"|Delays|Progress) (?:has|have|had|is|are|was|were|remains?|varied|came)\b|"
    r"\b(?:is|are|was|were|been|became|remained|felt) (?:(?:far|much|slightly|even|still|somewhat|rather) )?"
    r"(?:(?:more|less) [a-z]+|better|worse|higher|lower|larger|smaller|longer|shorter|fewer|greater|easier|harder"
    r"|cheaper|older|younger|faster|slower)[.,;]"
    r"|\b(?:is|are|was|were|be|been) (?:[a-z]+ )?(?:asked|told|shown|required|allowed|permitted|needed|expected"
    r"|invited|refused|consulted|included|excluded|charged|informed|affected|concerned|involved)[.;]"
    r"|\b[Tt]he (?:first|last|final) (?!(?:time|year|day|week|month|hour|decade|century|quarter|resort|two|three|four"
    r"|five|few)s?\b)[a-z]+(?! (?:of|to|in|on|at|for|that|who|which|from|with|by|under"
    r"|[a-z]+ (?:of|to|in|on|for|at|with|from|that|which))\b)\b"
    # "noticed after three days", "to join, a firm": what it is said of is left out.
    r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:noticed|abstained|complied|refused|declined|objected|replied|responded"
    r"|took part|takes? part|follow(?:s|ed))(?=[,.;]| (?:and|after|within|in \d|on \d|at once|immediately)\b)"
    r"|\b(?:received|attracted|drew|paid|given|needs?|needed|caused?|shows?|shown) (?:more|less|fewer) [a-z]+[.;]"
    r"|\b(?:went|goes?|going|gone) further(?=[.,;])"
    r"|\bthis[.;]|\b[Aa] further [a-z]+\b|\bfurther [a-z]+ed\b"
    r"|^The (?:[a-z]+ )?(?:additional|extra) [a-z]+ (?:is|was|are|were)\b"
    r"|\b[Tt]o (?:join|qualify|apply|enter|take part),"
    r"|\b(?:less|more) (?:well|often|quickly|slowly|easily)(?=[,.;]| (?:in|at|on|because|since)\b)"
    # "described as good by 68 per cent": of whom?
    r"|\b(?:described|named|rated|mentioned|chosen|given|cited|preferred|welcomed|supported)\b[^.;]* by"
    r" (?:(?:only|almost|nearly|about|some) )?[\w.]+ per cent[,.;]"
    r"|\b(?:doses|copies|instances|pieces|[Ss]hares)\b(?! of\b)"
)


def is_elliptic(statement: str) -> bool:
    """Whether it leaves a word to the sentence before: "Only one in eight does."."""
    return _ELLIPTIC.search(statement) is not None


def cannot_open(text: str) -> bool:
    """Whether it speaks of what stands before it, so that nothing quoted may begin with it."""
    if _ADDS.search(text) or is_elliptic(text):
        return True
    return any(sign.search(text) for sign in (_DANGLES, _LEFT_OPEN, _BARE_COUNT)) or _points_out(text)


def leans_back(text: str) -> bool:
    """Whether any word in it may point at what stands before it, though something in it may be meant."""
    return bool(_WITHIN.search(text) or any(map(_ADDS.search, (text, text.lower()))))


def lacks_its_count(shown: str, title: str) -> bool:
    """ "Both countries", "all three ports" where neither two nor three of anything are told of before."""
    return any(
        not _is_counted(match, f"{title} {shown[: match.start()]}", shown[match.end() :])
        for match in _COUNT.finditer(shown)
    )


def _is_counted(count: re.Match[str], told: str, after: str) -> bool:
    if count["both"] and _OF_NAMED.match(after):
        return _NAMED_PAIR.search(told) is not None
    if count["both"]:
        return _TWO.search(told) is not None or _AND.match(after) is not None
    if (
        count.group()[:3].casefold() == "all"
        and not _OF_NAMED.match(after)
        and VALUE_OF[count["number"].casefold()] > _FEW
    ):
        return True  # "at all nineteen posts": how many there are is news
    if count["number"].casefold() == "two" and _TWO.search(told):
        return True
    return re.search(rf"\b{count['number']}\b", told, re.IGNORECASE) is not None or _SEVERAL.search(told) is not None


def _is_unmet(text: str) -> bool:
    """ "These firms", "such a ruling" before any firm or ruling; "two years later" before any date or event."""
    pointed = ((m["many"] or m["one"], m.start()) for m in _THESE.finditer(text))
    return _begins_nowhere(text) or any(noun[:5] not in text[:at] for noun, at in pointed)


def lacks_what_it_names(shown: str) -> bool:
    """Of all that is shown: "such animals" where none are told of, "in the first month" of nothing."""
    such = ((m["many"], m.start()) for m in _THESE.finditer(shown) if m["such"])
    return _begins_nowhere(shown) or any(noun[:5] not in shown[:at] for noun, at in such)


def points_away(shown: str, title: str) -> bool:
    """Anywhere in the words shown: "here", "this town", "Part D" of what the reader does not see."""
    if any(size["what"] not in f"{title} {shown[: size.start()]}".lower() for size in _OF_A_SIZE.finditer(shown)):
        return True
    return bool(_AWAY.search(shown) or (_PROVISION.search(shown) and not _LAW.search(f"{title} {shown}")))


def _begins_nowhere(text: str) -> bool:
    signs = (_YEARS_LATER, _FIRST_WEEKS, _AT_THE_TIME)
    moments = (match for sign in signs for match in sign.finditer(text))
    return any(not _MOMENT.search(text[: match.start()]) for match in moments)


def _points_out(text: str) -> bool:
    """An early word such as "these" that speaks of another sentence."""
    early = any(text[: match.start()].count(" ") < _EARLY for match in _WITHIN.finditer(text))
    if early or NONE.search(text) or SAID_OF_ANOTHER.search(text):
        return True
    return _is_unmet(text)
