"""Names of places in a text, found by how it speaks of them: "in Vell", "at Fell Junction"."""

import re

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
