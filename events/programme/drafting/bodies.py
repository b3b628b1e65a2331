"""Who holds the event and with whom."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import BODY_WORD, EVENT_WORD
from events.programme.drafting.parts import LONGEST_SENTENCE, Note, Part, members

_NAME_WORD = (
    r"(?:[A-ZА-ЯЁ][\w’'./\-]{0,40}|\([A-ZА-ЯЁ][\w/ \-]{1,30}\)|"
    r"of|for|on|the|and|to|in|within|under|against|&|de|la|по|и|в|при|с)"
)
_NAME = rf"[A-ZА-ЯЁ][\w’'./\-]{{0,40}}(?:,?\s{_NAME_WORD}){{0,40}}"
_HELD_BY = re.compile(
    r"\b(?:(?:co-)?organi[sz]ed|hosted|co-hosted|convened|arranged|delivered|conducted|held|организован\w{0,2}|"
    rf"проводится|организуется)\s(?:jointly\s|совместно\s)?(?:by\s)?(?:the\s)?(?P<name>{_NAME})"
)
_HOLDS = re.compile(
    rf"\b(?P<name>{_NAME})(?:,[^.;]{{3,200}},|,)?(?:\s(?:is|are|will be|jointly))?\s(?:organi[sz](?:es?|ing)|"
    rf"hosts?|hosting|convenes?|convening|"
    r"will (?:jointly )?(?:hold|host|organi[sz]e|convene|conduct|deliver)|is pleased to (?:invite|announce)|"
    r"invites?|проводит|проведут|проведёт|организует|организуют|приглашает)\b"
)
_WITH = re.compile(
    r"\b(?:in (?:close )?(?:partnership|cooperation|co-operation|collaboration|coordination) with|"
    r"with (?:the )?(?:financial |kind )?"
    r"support (?:of|from)|(?:co-)?funded by|supported by|together with|jointly with|в партнёрстве с|в партнерстве с|"
    rf"в сотрудничестве с|при поддержке|совместно с)\s(?:the\s)?(?P<name>{_NAME})"
)
_SUPPORTS = re.compile(
    rf"\b(?P<name>{_NAME})(?:,[^.;]{{3,200}},)?\s(?:supports|assists|helps|implements|delivers|provides)\s"
)
_PART_OF = re.compile(rf",?\s(?:which is\s)?(?:a\s)?part of (?:the\s)?(?P<name>{_NAME})")
_TRAILING = re.compile(r"(?:,?\s(?:of|for|on|the|and|to|in|within|under|against|&|по|и|в|при|с))+$")
_LEADING = re.compile(r"^(?:(?:The|In|Furthermore|Moreover|Concurrently|This|Both|At|On|Under|For)[,\s]+(?:the\s)?)+")
_SEVERAL = re.compile(r";\s*|,\s(?:and\s)?(?:the\s)?(?=[A-ZА-Я])|\s(?:and|и)\s(?:the\s)?(?=[A-ZА-Я])")


def organisers_of(note: Note) -> tuple[list[Stated], bool]:
    """The organising bodies, and whether they were only inferred from whose programme the note describes."""
    stated = _in_parts(note.of("organisers")) or _in_sentences(note, _HELD_BY) or _in_sentences(note, _HOLDS)
    if stated:
        return stated, False
    inferred = _in_sentences(note, _SUPPORTS, about_event=False, whole=True)[:1]
    return inferred, bool(inferred)


def partners_of(note: Note) -> list[Stated]:
    listed = _in_parts(note.of("partners"))
    if listed:
        return listed
    told = [(sentence.text, sentence.blocks) for sentence in note.sentences if note.is_about_event(sentence)]
    told += [(block.text[:LONGEST_SENTENCE], (block.n,)) for part in note.of("organisers") for block in part.blocks]
    found = [
        Stated(name, blocks)
        for text, blocks in told
        for match in _WITH.finditer(text)
        for name in _names(match["name"])
    ]
    return list({one.text: one for one in found if BODY_WORD.search(one.text)}.values())


def _in_parts(parts: list[Part]) -> list[Stated]:
    listed = members(parts)
    if listed:
        return listed
    found: list[Stated] = []
    for part in parts:
        for block in part.blocks:
            text = _before_partners(block.text)
            names = _names(text) if part.labelled or not _is_sentence(text) else _held_in(text)
            found.extend(Stated(name, (block.n,)) for name in names)
    return found


def _before_partners(text: str) -> str:
    """`The Agency, in partnership with the Office`: the part that names who holds it; all of it where none does."""
    match = _WITH.search(text[:LONGEST_SENTENCE])
    return (text[: match.start()].rstrip(" ,") if match else text) or text


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > 6


def _held_in(text: str) -> list[str]:
    text = text[:LONGEST_SENTENCE]
    match = _HELD_BY.search(text) or _HOLDS.search(text) or _SUPPORTS.search(text)
    return _with_wider_body(text, match) if match else []


def _with_wider_body(text: str, match: re.Match[str]) -> list[str]:
    """The bodies named, and the one that they are said to be a part of."""
    wider = _PART_OF.match(text, match.end("name"))
    return [*_names(match["name"]), *(_names(wider["name"]) if wider else [])]


def _in_sentences(
    note: Note, pattern: re.Pattern[str], *, about_event: bool = True, whole: bool = False
) -> list[Stated]:
    for sentence in note.sentences:
        if about_event and not note.is_about_event(sentence):
            continue
        match = pattern.search(sentence.text)
        name = _bare(match["name"]) if match else ""
        if match and name and BODY_WORD.search(name) and not _is_only_event(name):
            names = [name] if whole else _with_wider_body(sentence.text, match)
            return [Stated(_full_name(one, note), sentence.blocks) for one in names]
    return []


def _full_name(name: str, note: Note) -> str:
    """`The Mission will hold ...`: the name that ends in this word where the note first writes it out."""
    if " " in name or name.isupper():
        return name
    longer = re.compile(rf"\b[A-ZА-ЯЁ][\w’'./\-]{{0,40}}(?:\s{_NAME_WORD}){{0,30}}\s{re.escape(name)}\b")
    found = next((match for block in note.prose() if (match := longer.search(block.text))), None)
    return _bare(found.group()) if found else name


def _is_only_event(name: str) -> bool:
    return len(name.split()) <= 2 and bool(EVENT_WORD.search(name))


def _bare(name: str) -> str:
    return _TRAILING.sub("", _LEADING.sub("", name.strip(" .,;:")))


def _names(text: str) -> list[str]:
    """The bodies in a list of names; an "and" inside one name ("Office on Drugs and Crime") does not part it."""
    names: list[str] = []
    text, position = text[:LONGEST_SENTENCE], 0
    for gap in _SEVERAL.finditer(text):
        left, right = text[position : gap.start()], text[gap.end() :]
        if gap.group()[0] == " " and not (_stands_alone(left) and _stands_alone(_SEVERAL.split(right)[0])):
            continue
        if left.count("(") == left.count(")") and BODY_WORD.search(left):
            names.append(left)
            position = gap.end()
    return [bare for name in [*names, text[position:]] if (bare := _bare(name))]


def _stands_alone(name: str) -> bool:
    """Whether a stretch names a body by itself: it has a word such as Ministry, and some word besides."""
    bare = re.sub(r"\s?\([^()]{0,60}\)", "", name)
    return bool(BODY_WORD.search(bare)) and (len(bare.split()) > 1 or bare.isupper())
