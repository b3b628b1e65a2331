"""Names of places in a text, found by how it speaks of them: "in Vell", "at Fell Junction"."""

import re
from typing import Literal

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

Sort = Literal["state", "town"]
# What is said of a state only, and of a town or another point on the map only; "{}" stands for the name.
_OF_STATES = (
    r"(?:government|parliament|citizens|nationals|president|republic|kingdom|embassy|consulates?|frontiers?"
    r"|constitution|laws?) (?:of|with|between) {}\b"
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


def sorts(module: ModuleDraft, names: frozenset[str]) -> dict[str, Sort]:
    """Which of the names are said to be states and which towns or the like; those left out may be either."""
    text = "\n\n".join(paragraph for section in module.sections for paragraph in section.paragraphs)
    found: dict[str, Sort] = {}
    for name in names:
        if re.search(_OF_STATES.replace("{}", re.escape(name)), text):
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
