"""Phrases with "the" that speak of something told before: which of them the words shown leave open.

A phrase is closed where something says which one is meant: "the owner of the shop", "the Aldra tunnel", "the oldest
bridge", "the sun", or an earlier mention of the thing or of a kind of it ("a ferry … the ship").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.nouns import ANAPHORIC, BELONGS, OF_MANY, ONLY_ONE
from courseware.quizzes.drafting.numerals import NUMERAL
from intake.language.stopwords import FUNCTION

_THE = re.compile(r"\b[Tt]he (?=[\w“‘])")
_TOKEN = re.compile(r"[^\W_][\w’'-]*(?:[.,]\d+)*|____|\S")
# Two that are named: "Fallow and its neighbour Estrand … the two countries".
_PAIR = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)* and (?:(?:its|the|a) )?(?:[a-z]+ ){0,3}[A-Z][a-z]+")
_COUNT = re.compile(rf"{NUMERAL}|both")
_IDIOM = re.compile(r"[Oo]n the (?:spot|whole|way|move)\b|[Ii]n the (?:end|open|main|way|past|future)\b(?! of\b)")
_FINITE = re.compile(
    r"live|lie|stand|come|go|take|make|give|pay|use|need|want|run|hold|keep|find|get|travel|cross|carry|send|buy|sell"
    r"|read|hit|let|shut|split|drew|flew|threw|broke|spoke|chose|drove|wrote|rode|drank|sank|caught|felt|dealt|meant"
    r"|slept|slid|hung|learnt|fled|sold|told|heard|saw|stops|reads|pays|finds|shows|lets|leaves|ends|begins|starts"
    r"|is|are|was|were|become|froze|knows|learns|owes|understands|explains|supports|prevents|stays|has|have|had|does|do|did|must|shall|may|can|will|[a-z]{2,20}ed|began|became|came|cost|cut|fell"
    r"|found|gave|got|grew|held|kept|knew|laid|led|left|lent|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set"
    r"|showed|spent|stood|took|taught|went|won|wrote|brought|built|bought|shows|takes|gives|makes|goes|comes|becomes"
    r"|needs|asks|keeps|holds|runs|uses|says|stands|lies|covers|contains|includes|allows|requires|applies|serves"
    r"|works|meets|opens|expects|wants|employs|offers|depends|remains|belongs|costs|reports|records|checks|apply"
    r"|examines|connects|crosses|pays|sends|receives|brings|produces|provides|provide|carries|joins|helps|too|itself"
    r"|suggests?|seems?|appears?|themselves|alone|closer|further|later|earlier|away"
)
_SAYS_WHICH = frozenset(
    {"of", "that", "which", "who", "whose", "whom", "where", "between", "against", "among", "called", "named",
     "concerning", "responsible", "necessary"}
)  # fmt: skip
# "The right to appeal" says which right; "allows the ship to cross" does not say which ship.
_WANTS_TO = re.compile(
    r"right|power|way|time|duty|need|ability|chance|order|authority|road|key|answer|[a-z]+ion|attempt|plan|proposal"
    r"|effort|promise|freedom|money|means|permit|licen[cs]e|invitation|request|call|will|wish|train|bridge|path|route"
)
_MAY_SAY_WHICH = frozenset(
    {
        "in",
        "at",
        "on",
        "for",
        "from",
        "with",
        "under",
        "near",
        "over",
        "along",
        "behind",
        "about",
        "within",
        "outside",
        "beyond",
    }
)
_TIME_OR_SIZE = re.compile(
    rf"\d|(?:{MONTHS}|{NUMERAL})\b|all\b|time\b|good\b|example\b|now\b|them\b|it\b|an? |years?\b|new\b|every\b"
    r"|each\b|writing\b|person\b|advance\b|full\b|turn\b|practice\b|general\b|detail\b|public\b|winter\b|summer\b|spring\b"
    r"|autumn\b|his\b|her\b|its\b|their\b|which\b"
)
# "the largest hall", "the only road", "the usual way", "the 1970s": there is but one, or any will do.
_SINGLES_OUT = re.compile(
    r"(?!(?:forest|interest|request|harvest|guest|protest|test|chest|contest|west|rest)s?$)[a-z]+est|most|least|only"
    r"|sole|first|last|public|usual|right|wrong|left|average|median|same|so-called|mere|very|near|far|better|more"
    r"|less|\d{4}s|open|general"
)
_ADVERB = re.compile(r"(?!(?:family|supply|assembly|reply|ally|monopoly|anomaly|fly|homily)$)[a-z]{3,}ly")
_ABSTRACT = re.compile(r"[a-z]{3,}(?:ment|tion|sion|ness|ance|ence|ity|ism)")
_NO_ABSTRACT = re.compile(
    r"(?:govern|parlia|depart|equip|docu|settle|establish|regi|continu|base|apart|pave)ment"
    r"|(?:sta|administra|organisa|organiza|popula|institu|constitu|founda|corpora|federa|associa|installa|planta"
    r"|coali|delega|commis|loca|junc|sec|quarantine sta|na)tion|(?:commis|divi|mis|televi)sion|(?:ambul|entr|insur)ance"
    r"|(?:confer|resid|audi|sci)ence|(?:c|facil|municipal|univers|author|commun|commod|electric|secur)ity"
)
# "the capital, Oshkand, and": the name follows.
_NAMED_AFTER = re.compile(r"[“‘\"(]|, (?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+[,.;]")
_INSTITUTION = re.compile(
    r"(?:Act|Academy|Ordinance|Decree|Directive|Regime|Charter|Scheme|Register|Inspectorate|Administration|Agency|Authority|Bank|Bill|Board|Centre|Chamber|Code|Commission|Commissioner"
    r"|Committee|Community|Company|Convention|Corridor|Council|Court|Department|Directorate|Division|Fund|Guild|Institute|Law"
    r"|Line|Ministry|Museum|Office|Organi[sz]ation|Programme|Protocol|Regulation|Regulator|Secretariat|Service|Station"
    r"|System|Treaty|Union|University)s?"
)
# "The ship" may be the ferry just told of, "the year" 1923.
_KINDS: dict[str, str] = {
    "ship": r"ferr(?:y|ies)|vessels?|boats?|steamers?|ship", "vessel": r"ferr(?:y|ies)|ships?|boats?",
    "boat": r"ferr(?:y|ies)|ships?|vessels?", "vehicle": r"lorr(?:y|ies)|cars?|trucks?|bus(?:es)?|vans?",
    "animal": r"dogs?|cats?|cattle|horses?|pigs?|sheep|cows?|pets?|livestock|foxes|birds?",
    "building": r"houses?|halls?|station|school|museum|office|centre", "house": r"building|house",
    "road": r"highway|motorway|route|corridor", "line": r"railway|route|cable|border", "train": r"railway|rail",
    "town": r"[A-Z][a-z]+", "city": r"[A-Z][a-z]+", "village": r"[A-Z][a-z]+", "island": r"[A-Z][a-z]+",
    "body": r"(?:Organi[sz]ation|Agency|Council|Commission|Union|Board|committee)",
    "organisation": r"(?:Union|Agency|Council|Commission|Association)", "agreement": r"treaty|convention|signed",
    "treaty": r"convention|agreement|protocol", "law": r"Act|Code|Bill|statute", "fee": r"charge|toll|price|cost",
    "toll": r"chain|fee|duty", "sum": r"crowns|euros|dollars|million|pounds|marks|francs",
    "money": r"crowns|euros|dollars|million|pounds|marks|francs|paid", "cost": r"price|paid|spent|cost",
    "price": r"sold|cost|paid", "document": r"passports?|certificate|permit|form|licence|papers?|visa",
    "paper": r"documents?|passports?|forms?", "papers": r"documents?|passports?", "disease": r"rabies|virus|fever",
    "illness": r"ill|disease|sick", "firm": r"company|companies|employers?", "company": r"firm|companies|Company",
    "permit": r"licen[cs]e|permits?", "year": r"(?:1[1-9]|20)\d\d", "month": MONTHS, "date": r"(?:1[1-9]|20)\d\d",
    "service": r"Service|service", "authorities": r"customs|police|government|officers", "border": r"border|frontier",
    "crossing": r"border|bridge|post|cross(?:es|ing|ed)", "post": r"crossing|border", "system": r"systems?|System",
    "traveller": r"passengers?|visitors?|travellers?", "visitor": r"travellers?|tourists?", "officer": r"officers?",
    "data": r"data", "goods": r"goods|cargo|freight|imports|exports", "cargo": r"goods|freight|ships?|lorr(?:y|ies)",
    "sea": r"port|coast|ship", "ferry": r"ship|boat", "staff": r"employees|employs?", "member": r"members?",
    "harbour": r"port|quay|ships", "port": r"harbour|ships", "river": r"[A-Z][a-z]+ (?:River|Canal)|bank",
    "patient": r"hospital|clinic|nurse|treated", "driver": r"lorr(?:y|ies)|cars?|drivers?|bus",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Definite:
    """A phrase with "the": its last noun as printed, all its words of content, and where in the text it begins.

    One that is counted ("the two men") speaks of just those told of.
    """

    noun: str
    words: tuple[str, ...]
    start: int
    is_counted: bool = False

    @property
    def is_of_many(self) -> bool:
        """Whether it is one of the bodies, places or papers of which a text has many: "the institute", "the report"."""
        return any(singular(noun) in OF_MANY or _is_institution(noun) for noun in _heads(self))

    @property
    def points_at_a_telling(self) -> bool:
        """Whether no reader knows which is meant, whatever the title: "the reason", "the arrangement"."""
        return not ANAPHORIC.isdisjoint(singular(noun) for noun in _heads(self))

    @property
    def is_anaphoric(self) -> bool:
        """Whether it points at a telling, not at a thing one may picture: "the reason", "the improvement"."""
        nouns = map(singular, _heads(self))
        abstract = (noun for noun in nouns if _ABSTRACT.fullmatch(noun) and not _NO_ABSTRACT.fullmatch(noun))
        return self.points_at_a_telling or any(abstract)


def open_definites(shown: str, lead: str = "") -> list[Definite]:
    """The phrases with "the" for which neither the lead nor anything before them in the words shown says which."""
    return [each for each in _definites(shown) if not is_named(each, f"{lead} {shown[: each.start]}")]


@lru_cache(maxsize=8192)
def _definites(text: str) -> tuple[Definite, ...]:
    found = (_definite(text, match) for match in _THE.finditer(text))
    return tuple(each for each in found if each)


def _definite(text: str, the: re.Match[str]) -> Definite | None:
    """None where the phrase says itself which one is meant."""
    phrase, end = _phrase(text, the.end())
    while len(phrase) > 1 and _ADVERB.fullmatch(phrase[-1]):
        phrase = phrase[:-1]
    if len(phrase) > 1 and _INSTITUTION.fullmatch(phrase[0]) and phrase[1][0].islower():
        phrase, end = phrase[:1], the.end() + len(phrase[0])  # "The Act obliges"
    if _IDIOM.match(text, the.start() - 3):
        return None
    if not phrase or _says_itself(phrase) or _is_said_after(phrase[-1], text[end:].lstrip()):
        return None
    content = tuple(word for word in phrase if word.casefold() not in FUNCTION and word[0].isalpha())
    counted = re.match(rf"\d|{NUMERAL}$|____", phrase[0], re.IGNORECASE) is not None
    noun = phrase[-1]
    if not content or noun.casefold().endswith("ly") or (_is_unique(noun) and not counted):
        return None
    return Definite(noun, content, the.start(), counted) if len(content) <= _most_words(counted) else None


def _most_words(counted: bool) -> int:
    """A phrase of three words or more, such as "the regional development fund", says enough; not one with a number."""
    return 4 if counted else 2


def _phrase(text: str, start: int) -> tuple[list[str], int]:
    """The words after "the" up to a verb, a small word or a stop, and where they end."""
    phrase: list[str] = []
    end = start
    for token in _TOKEN.finditer(text, start, start + 120):
        word = token.group()
        counts = not phrase and _COUNT.fullmatch(word.casefold())
        stops = not (word[0].isalnum() or word == "____") or (word.casefold() in FUNCTION and not counts)
        is_verb = phrase and not _COUNT.fullmatch(phrase[-1].casefold()) and _FINITE.fullmatch(word)
        if stops or is_verb:
            break
        phrase.append(word)
        end = token.end()
        if len(phrase) > 5 or word.endswith(("’s", "'s", "s’", "s'")):
            break
    return phrase, end


def _says_itself(phrase: list[str]) -> bool:
    """A name, or a first word such as "largest"; a lone "Act" or "Service" is the short form of a name."""
    if len(phrase) == 1 and _is_institution(phrase[0]):
        return False
    has_name = any(word[0].isupper() for word in phrase)
    return has_name or _SINGLES_OUT.fullmatch(phrase[0].casefold()) is not None


def _is_institution(noun: str) -> bool:
    return _INSTITUTION.fullmatch(re.sub(r"[’']s?$", "", noun)) is not None


def _is_said_after(noun: str, rest: str) -> bool:
    following = re.match(r"[a-z]+", rest)
    if following is None:
        is_apposed = rest.startswith((", a ", ", an ")) and singular(noun) not in BELONGS
        return is_apposed or _NAMED_AFTER.match(rest) is not None
    word, after = following.group(), rest[following.end() :].lstrip()
    if word == "to":
        return re.match(r"[A-Z]|(?:be|the|which)\b", after) is not None or _WANTS_TO.fullmatch(noun) is not None
    is_of_time = _TIME_OR_SIZE.match(after) and word not in _SAYS_WHICH - {"between"}
    return word in _SAYS_WHICH | _MAY_SAY_WHICH and not is_of_time


def _is_unique(noun: str) -> bool:
    return singular(noun.casefold()) in ONLY_ONE or noun.casefold() in ONLY_ONE


def is_named(definite: Definite, told: str) -> bool:
    """Whether the words told hold the thing or a kind of it; "Ferries" does not say which is "the ferry"."""
    noun = definite.noun.casefold()
    if (kinds := _KINDS.get(singular(noun))) and re.search(rf"\b(?:{kinds})\b", told):
        return True
    if definite.is_counted and _PAIR.search(told):
        return True
    return any(_is_mentioned(word, told) for word in _heads(definite))


def _heads(definite: Definite) -> Iterator[str]:
    """The noun, and what may be the noun where a verb was taken for one: "the tower stands"."""
    yield definite.noun
    if definite.noun.endswith("s") and len(definite.words) > 1 and not definite.words[-2].endswith("s"):
        yield definite.words[-2]


def _is_mentioned(noun: str, told: str) -> bool:
    """In any form for a plural; a single thing must have been told of as one."""
    wanted = noun.casefold()
    stem = singular(wanted)
    forms = [word for word in _words(told) if _alike(singular(word), stem)]
    return any(not (word.endswith("s") and not word.endswith("ss")) or wanted.endswith("s") for word in forms)


def _alike(one: str, other: str) -> bool:
    """The same word, or one begun by the other as "photograph" and "photo", "repaired" and "repair"."""
    short = min(len(one), len(other))
    return one == other or (short >= 4 and one[: max(5, short)] == other[: max(5, short)])


def _words(told: str) -> Iterable[str]:
    return (match.group().casefold() for match in re.finditer(r"[A-Za-z][\w-]*", told))


def singular(word: str) -> str:
    """In lower case, without the ending of a plural or an owner."""
    word = re.sub(r"[’']s?$", "", word.casefold())
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
