"""Who holds the event and with whom."""

import re
from collections.abc import Iterable

from events.programme.drafting.body_names import bare_name, names_in
from events.programme.drafting.cover import is_affiliation
from events.programme.drafting.drafts import Stated
from events.programme.drafting.holding import (
    ACTS_AS_HOST,
    AND_WITH,
    HEADLESS,
    HELD_BY,
    HOLDS,
    OF_BODY,
    OUR_PARTNER,
    PAID_BY,
    RUN_BY,
    RUSSIAN_HELD_BY,
    RUSSIAN_HOLDS,
    RUSSIAN_WITH,
    SUPPORTS,
    WITH,
)
from events.programme.drafting.lexicon import BODY_WORD, EVENT_WORD, HONORIFIC, PAST, ROLE_WORD, role_of
from events.programme.drafting.names import is_name
from events.programme.drafting.parts import LONGEST_SENTENCE, Note, Part, members
from events.programme.drafting.senders import NAME, NAME_WORD, sender_of
from intake.blocks import Block
from intake.language import sentences

_PART = re.compile(
    r"\b(?:lead|leading|main|hosts?|co-hosts?|organi[sz]ers?|co-organi[sz]ers?|partners?|donors?|"
    r"sponsors?|support\w{0,3}|"
    r"fund\w{0,4}|financ\w{2,4}|technical|logistic\w{0,2}|secretariat|venue|facilitat\w{2,4}|expertise|interpretation|"
    r"организатор\w{0,2}|соорганизатор\w{0,2}|партн[её]р\w{0,2}|донор\w{0,2}|поддержк\w|финансирован\w{1,2})\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:(?:co-)?(?:partner|donor|sponsor|co-organi[sz]er|co-host|funder)s?|support\w{0,3}|fund\w{0,4}|financ\w{2,4}|"
    r"партн[её]р\w{0,2}|соорганизатор\w{0,2}|донор\w{0,2}|поддержк\w|финансирован\w{1,2})\b",
    re.IGNORECASE,
)
_LABEL_OF_HELPER = re.compile(
    r"(?:\w{3,12} )?(?:partner|donor|sponsor|funder|co-organi[sz]er|co-host)s?:\s(?-i:[A-Z])", re.IGNORECASE
)
_TAIL_PART = re.compile(r"\s?[(](?P<part>[^()]{3,80})[)]$|\s[–—-]\s(?P<part2>[^()–—]{3,80})$")
_AFTER_CUE = re.compile(r"\b(?:with|by|from|under|при поддержке|с)\s(?:the\s)?$")
_PART_OF = re.compile(rf",?\s(?:which is\s)?(?:a\s)?part of (?:the\s)?(?P<name>{NAME})")
_PLACED = re.compile(r"\sat\s(?:the\s)?[A-Z].{0,200}$")  # "the Harbour Office at the Bridge House, Nowhere"
_ADDRESS = re.compile(r"\S@\S|https?:|www\.")
_IS_ASKED = re.compile(
    r"(?:report|follow|contact|message|share|save|view|see|read|join|visit|about|website|more)\b(?=\s[a-z]|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(NAME)
_HOST = re.compile(r"(?:your )?hosts?$", re.IGNORECASE)
_AND_ANOTHER = re.compile(r"\sи\s(?=[А-ЯЁ])")
_TOP = 8  # blocks
_LETTERHEAD, _LONGEST_HEAD = 4, 12  # blocks, words
_SHORT_LINE = 25  # words
_CYRILLIC_LABEL, _LATIN_LABEL = re.compile("[А-ЯЁа-яё]"), re.compile("[A-Za-z]")


def organisers_of(note: Note, title: Stated | None = None) -> tuple[list[Stated], str]:
    """The organising bodies, and the code of the open point where they were only inferred, else nothing."""
    stated = (
        _in_one_tongue(_in_parts(note.of("organisers")), note)
        or _in_sentences(note, HELD_BY)
        or _in_sentences(note, HOLDS)
    )
    stated = stated or _in_sentences(note, RUSSIAN_HELD_BY, whole=True)
    stated = stated or _in_sentences(note, RUSSIAN_HOLDS, whole=True) or _inviting(note) or _on_cover(note)
    if stated:
        return stated, ""
    inferred = _first_named(_top_sentences(note), RUN_BY, note)
    inferred = inferred or _in_sentences(note, SUPPORTS, about_event=False, whole=True)[:1]
    if inferred:
        return inferred, "organisers_inferred"
    sent = sender_of(note, title)
    return sent, "organisers_from_sender" if sent else ""


def _inviting(note: Note) -> list[Stated]:
    """`The Border Network invites ...` near the top, also where the sentence has no word for the event."""
    return _first_named(_top_sentences(note), HOLDS, note)


def _top_sentences(note: Note) -> list[Stated]:
    near = {block.n for block in note.blocks[:_TOP]}
    return [one for one in note.sentences if one.blocks[0] in near and not PAST.search(one.text)]


def _on_cover(note: Note) -> list[Stated]:
    """`A conference of the Open Network` on a line of its own at the top."""
    near = [block for block in note.blocks[:_TOP] if block.kind in ("heading", "paragraph")]
    lines = [b for b in near if len(b.text.split()) <= _SHORT_LINE and not is_affiliation(b.text, note.blocks)]
    return _first_named([Stated(block.text, (block.n,)) for block in lines], OF_BODY, note)


def _in_one_tongue(found: list[Stated], note: Note) -> list[Stated]:
    """Of a note that says all in two scripts the bodies under the labels of its main language."""
    cyrillic = [one for one in found if _CYRILLIC_LABEL.match(one.part)]
    latin = [one for one in found if _LATIN_LABEL.match(one.part)]
    if not cyrillic or not latin:
        return found
    other = latin if note.document.language in ("ru", "kk") else cyrillic
    return [one for one in found if one not in other]


def partners_of(note: Note) -> list[Stated]:
    listed = _in_one_tongue(_in_parts(note.of("partners"), is_partner=True), note)
    listed += [one for one in _with_parts(note.of("organisers")) if _HELPS.search(one.part)]
    if listed:
        return list({one.text: one for one in listed}.values())
    told = [(sentence.text, sentence.blocks) for sentence in note.event_sentences]
    told += [(block.text, (block.n,)) for block in note.blocks[:_TOP] if len(block.text.split()) <= _SHORT_LINE]
    own = [block for part in note.of("organisers") for block in part.blocks]
    told += [(text, (block.n,)) for block in own for text in sentences(block.text[:LONGEST_SENTENCE])]
    told += [(one.text, one.blocks) for one in _top_sentences(note) if HOLDS.search(one.text)]
    headless = [(one, said) for one in note.own_sentences if (said := HEADLESS.match(one.text))]
    told += [(one.text, one.blocks) for one, _ in headless]
    found = [
        Stated(name, blocks, _cue(match))
        for text, blocks in told
        for match in WITH.finditer(text)
        for name in names_in(match["name"])
    ]
    listed_first = [(block.text, (block.n,)) for block in own]
    listed_first += [(one.text[said.end() :], one.blocks) for one, said in headless]
    found += [
        Stated(name, blocks, beside["cue"])
        for text, blocks in listed_first
        if (beside := AND_WITH.match(text[:LONGEST_SENTENCE]))
        for name in names_in(beside["name"])
    ]
    found += [
        Stated(name, s.blocks, "our partner")
        for s in note.own_sentences
        for match in OUR_PARTNER.finditer(s.text)
        for name in names_in(match["name"])
    ]
    found += [
        Stated(name, s.blocks, match["cue"])
        for s in note.own_sentences
        for pattern in (PAID_BY, ACTS_AS_HOST)
        for match in pattern.finditer(s.text)
        for name in names_in(match["name"])
    ]
    found += [
        Stated(match["name"], blocks, match["cue"]) for text, blocks in told for match in RUSSIAN_WITH.finditer(text)
    ]
    named = [one for one in found if BODY_WORD.search(one.text)] + _below_label(note)
    longer = [one for one in named if not any(two.text.startswith(f"{one.text} ") for two in named)]
    return list({one.text: one for one in longer}.values())


def _below_label(note: Note) -> list[Stated]:
    """`Technical partner: Ocean Register.` as a sentence of its own in a paragraph."""
    labelled = [(one, *one.text.partition(": ")) for one in note.sentences if _LABEL_OF_HELPER.match(one.text)]
    return [Stated(name, one.blocks, label) for one, label, _, rest in labelled for name in names_in(rest.rstrip("."))]


def _cue(match: re.Match[str]) -> str:
    """The words that say what a body does: `with the financial support of`."""
    return re.sub(r"\s(?:the\s?)?$", "", match.group()[: match.start("name") - match.start()]).strip()


def _in_parts(parts: list[Part], *, is_partner: bool = False) -> list[Stated]:
    listed = _with_parts(parts)
    if listed:
        return listed if is_partner else [one for one in listed if not _HELPS.search(one.part)]
    found: list[Stated] = []
    for part in parts:
        for block in part.blocks:
            text = _before_partners(block.text)
            placed = _PLACED.search(text) if part.labelled else None
            text = text[: placed.start()] if placed and BODY_WORD.search(text[: placed.start()]) else text
            is_name = part.labelled or not _is_sentence(block.text) or (text != block.text and _NAMED.fullmatch(text))
            names = names_in(text) if is_name else _held_in(text)
            names = [name for name in names if not (_HOST.match(part.heading) and _may_be_person(name))]
            names = [name for name in names if not (_ADDRESS.search(name) or _IS_ASKED.match(name) or _is_person(name))]
            found.extend(Stated(name, (block.n,), part.heading if part.labelled else "") for name in names)
    return found


def _may_be_person(name: str) -> bool:
    """Whether no word of it says that it is a body: who is called a host may be a person."""
    return is_name(name) and not BODY_WORD.search(name) and sum(word[0].isupper() for word in name.split()) == 2


def _is_person(name: str) -> bool:
    """ "Host: Dr. Example", "Hosted by Jane Example, editor"."""
    first = name.split(",")[0].strip()
    return bool(HONORIFIC.match(first)) or (is_name(first) and "," in name and bool(ROLE_WORD.search(name)))


def _with_parts(parts: list[Part]) -> list[Stated]:
    """What the parts list as items or in a table, each with its part if that is said beside it."""
    tables = [block for part in parts for block in part.blocks if block.kind == "table"]
    return [_apart(one) for one in members(parts)] + [one for block in tables for one in _in_table(block)]


def _apart(one: Stated) -> Stated:
    """`Harbour Office (host)`, `Donor: Ocean Fund`, `Ocean Fund – financial support`: the body and its part."""
    label, _, rest = one.text.partition(": ")
    if rest and (role_of(label) in ("organisers", "partners") or _PART.fullmatch(label.strip())):
        return Stated(rest.strip(), one.blocks, label.strip())
    tail = _TAIL_PART.search(one.text)
    part = (tail["part"] or tail["part2"]).strip() if tail else ""
    if tail and _PART.search(part):
        return Stated(one.text[: tail.start()].strip(" ,;"), one.blocks, part)
    return one


def _in_table(block: Block) -> list[Stated]:
    rows = [row for row in block.rows if len(row) >= 2 and row[0].strip() and BODY_WORD.search(row[0])]
    return [Stated(" ".join(row[0].split()), (block.n,), row[1].strip()) for row in rows]


def _before_partners(text: str) -> str:
    """`The Agency, in partnership with the Office`: the part that names who holds it; all of it where none does."""
    match = WITH.search(text[:LONGEST_SENTENCE])
    beside = AND_WITH.match(text[:LONGEST_SENTENCE])
    ends = [at for at in (match and match.start(), beside and beside.end()) if at]
    return text[: min(ends)].rstrip(" ,") if ends else text


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > 6


def _held_in(text: str) -> list[str]:
    text = text[:LONGEST_SENTENCE]
    patterns = (HELD_BY, HOLDS, RUSSIAN_HELD_BY, RUSSIAN_HOLDS, SUPPORTS)
    found = (match for pattern in patterns if (match := pattern.search(text)) and not _is_only_event(match["name"]))
    match = next(found, None)
    return _with_wider_body(text, match) if match else []


def _with_wider_body(text: str, match: re.Match[str]) -> list[str]:
    """The bodies named, and the one that they are said to be a part of."""
    wider = _PART_OF.match(text, match.end("name"))
    return [*names_in(match["name"]), *(names_in(wider["name"]) if wider else [])]


def _in_sentences(
    note: Note, pattern: re.Pattern[str], *, about_event: bool = True, whole: bool = False
) -> list[Stated]:
    return _first_named(note.event_sentences if about_event else note.own_sentences, pattern, note, whole=whole)


def _first_named(told: Iterable[Stated], pattern: re.Pattern[str], note: Note, *, whole: bool = False) -> list[Stated]:
    """The bodies that the first of the sentences to name any names."""
    for sentence in told:
        match = next((one for one in pattern.finditer(sentence.text) if not _is_helper(sentence.text, one)), None)
        name = bare_name(match["name"]) if match else ""
        if match and BODY_WORD.search(name) and not (_is_only_event(name) or HONORIFIC.match(name)):
            names = _both(name, match) if whole else _with_wider_body(sentence.text, match)
            return [Stated(_full_name(one, note), sentence.blocks, "" if whole else _verb(match)) for one in names]
    return []


def _both(name: str, match: re.Match[str]) -> list[str]:
    """`Академия и Ассоциация приглашают`: two bodies, where the verb speaks of several."""
    sides = _AND_ANOTHER.split(name) if match.group().endswith(("ют", "ят")) else [name]
    return sides if all(map(BODY_WORD.search, sides)) else [name]


def _is_helper(text: str, match: re.Match[str]) -> bool:
    """Whether the name before a verb belongs to "in partnership with" rather than to the verb."""
    return match.start() == match.start("name") and bool(_AFTER_CUE.search(text[: match.start()]))


def _verb(match: re.Match[str]) -> str:
    """The words of a sentence around a body that say that it holds the event."""
    before, after = (
        match.group()[: match.start("name") - match.start()],
        match.group()[match.end("name") - match.start() :],
    )
    return re.sub(r"\sthe$", "", before.strip()) or after.rsplit(",", 1)[-1].strip()


def _full_name(name: str, note: Note) -> str:
    """`The Mission will hold ...`: the name that ends in this word where the note first writes it out."""
    if " " in name or name.isupper():
        return name
    headed = (block.text for block in note.document.blocks[:_LETTERHEAD] if block.kind == "heading")
    head = next((text for text in headed if text.lower().startswith(f"{name.lower()} of ")), None)
    if head and len(head.split()) <= _LONGEST_HEAD:
        return head
    longer = re.compile(rf"\b[A-ZА-ЯЁ][\w’'./\-]{{0,40}}(?:\s{NAME_WORD}){{0,30}}\s{re.escape(name)}\b")
    found = next((match for block in note.prose() if (match := longer.search(block.text))), None)
    return bare_name(found.group()) if found else name


def _is_only_event(name: str) -> bool:
    return len(name.split()) <= 2 and bool(EVENT_WORD.search(name))
