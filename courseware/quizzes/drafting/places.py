"""Names of places in a text, found by how it speaks of them: "in Vell", "at Fell Junction"."""

import re
from typing import Literal

from courseware.quizzes.drafting.countries import COUNTRIES
from courseware.reading.drafting import ModuleDraft

_NAME = r"[A-Z][a-z’'-]{2,20}"
_LOCATED = re.compile(
    rf"\b(?:in|In|at|At|near|outside|from|towards|reached) "
    rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}})(?![’'\w])(?! [A-Z])"
)
_NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues"
    r"|Wednes|Thurs"
    r"|Fri|Satur|Sun)day|Christmas|Easter|Ramadan|God|Mr|Ms|Mrs|Dr|Article|Section|Chapter|Annex|Table|Part|Act"
    r"|English"
    r"|French|Arabic|Latin|Dari|Figure|Room|Shed|Gate|The|This|These|Those|All|Many|Some|Most|Article|Parliament"
    r"|Government)\b|(?:ish|ese|ian|Act|Convention|Protocol|Agreement|Treaty|Code|Programme|Report|Court|Office"
    r"|Authority|Agency|Ministry|Council|Assembly|Service|Union|Board|Bank|Fund|Conference|Institute|University)$"
)
_PERSON = re.compile(
    rf"\b(?:Mr|Ms|Mrs|Dr|Prof|Professor|Officer|Captain|Judge|President|Minister|Sir|Lady|Saint) (?P<title>{_NAME}"
    rf"(?: {_NAME})?)|\b(?P<says>{_NAME}(?: {_NAME})?),? (?:says?|said|told|asked|added|writes|wrote|recalls|admits"
    rf"|explains|replied|remarks)\b|\b(?:named|called|call|says|said|asks|asked|by) (?P<said>{_NAME}(?: {_NAME})?)\b"
    rf"|\b(?P<who>{_NAME}(?: {_NAME})?), (?:who|whose|aged|an? [a-z]+(?:er|or|ist|man|woman))\b"
)

# Names of one country and of parts of it.
_NESTED = (frozenset({"Britain", "Great Britain", "United Kingdom", "UK", "England", "Scotland", "Wales"}),)

Sort = Literal["state", "town", "area", "language"]
# What is said of a state only, and of a town or another point on the map only; "{}" stands for the name.
_OF_STATES = (
    r"(?:[Gg]overnment|[Pp]arliament|[Mm]inistry|[Mm]inister|citizens|nationals|[Pp]resident|[Rr]epublic|[Kk]ingdom"
    r"|[Ee]mbassy|[Cc]onsulates?|frontiers?|constitution|laws?|people|languages?) (?:of|with|between) {}\b"
    r"|\b{} (?:is|was) an? (?:[a-z]+ ){0,2}(?:country|state|nation)\b|\b(?:outside|leaving|throughout) {}\b"
    r"|\b{}[’']s? (?:government|parliament|neighbours?|constitution|laws?|ministry|ministers?|economy|exports?"
    r"|citizens|borders?|frontiers?)\b"
    r"|\b(?:crossings?|frontiers?|borders?|trade|agreement|treaty) with {}\b"
    r"|\b(?:frontier|border|treaty|agreement|war) between (?:\w+ and )?{}\b"
    r"|\b{}, which (?:is|was|remained|became) (?:neutral|independent|landlocked|a (?:republic|kingdom|state))"
    r"|\b{} (?:ratified|acceded|declared (?:war|independence))\b|\bstates? (?:of|such as|like) {}\b"
)
_OF_TOWNS = (
    r"\b(?:town|city|village|port|harbour|station|airport|suburb|mayor|island|crossing|hamlet"
    r"|municipality) (?:of|at|in) {}\b"
    r"|\b{} (?:crossing|station|airport|terminal|bridge|harbour|junction|tunnel|pass)\b"
    r"|\b{}, an? (?:[a-z]+ )?(?:town|city|village|port|suburb|hamlet)\b|\b[Aa]t {}\b"
)


_AREAS = re.compile(
    r"^(?:(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Middle|Upper|Lower|Near|Far) )?"
    r"(?:Europe|Asia|Africa|America|Americas|Oceania|Antarctica|Arctic|Mediterranean|Caribbean|Caucasus|Balkans"
    r"|Scandinavia|Mesopotamia|Siberia|Middle East|Far East|East|West|North|South|Atlantic|Pacific|Baltic|Earth)$"
)
_OF_LANGUAGES = (
    r"\b(?:speaks?|spoken?|speaking|languages?,?|written|translated into|interpreters? (?:for|of)|dialects? of) {}\b"
    r"|\b{}(?:-speaking|, an? (?:[a-z]+ )?(?:language|dialect|tongue)| is (?:spoken|a language))\b"
    r"|\b(?:in|into) {} (?:and|or) [A-Z][a-z]+(?:ish|ese|ian|ic|ch)\b|\b(?:signs?|leaflets?|forms?) in {}\b"
    r"|\b(?:language|dialect|tongue)s? (?:called |of |\()?{}\b"
)


def sorts(module: ModuleDraft, names: frozenset[str]) -> dict[str, Sort]:
    """Which of the names the text treats as states, towns, parts of the world or languages; others may be any."""
    text = "\n\n".join(paragraph for section in module.sections for paragraph in section.paragraphs)
    found: dict[str, Sort] = {}
    for name in names:
        if _AREAS.match(name):
            found[name] = "area"
        elif re.search(_OF_LANGUAGES.replace("{}", re.escape(name)), text):
            found[name] = "language"
        elif (
            name in COUNTRIES
            or any(name in names for names in _NESTED)
            or re.search(_OF_STATES.replace("{}", re.escape(name)), text)
        ):
            found[name] = "state"
        elif re.search(_OF_TOWNS.replace("{}", re.escape(name)), text):
            found[name] = "town"
    return found


def places(module: ModuleDraft) -> frozenset[str]:
    """Names that stand after "in", "at" or the like and nowhere as those of a person."""
    texts = [paragraph for section in module.sections for paragraph in section.paragraphs]
    found = {match["name"] for text in texts for match in _LOCATED.finditer(text)}
    people = {
        word
        for text in texts
        for match in _PERSON.finditer(text)
        for name in match.groups()
        if name
        for word in name.split()
    }
    return frozenset(name for name in found if not _NO_PLACE.search(name) and not people & set(name.split()))


def overlap(one: str, other: str) -> bool:
    """Whether what holds in one place holds in the other: England lies in Britain."""
    return any(one in names and other in names for names in _NESTED)
