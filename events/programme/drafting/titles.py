"""What the event is called, and the sentence that says what it is."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.letters import head_of_letter
from events.programme.drafting.lexicon import EVENT, EVENT_WORD, PAST, THIS_EVENT, role_of
from events.programme.drafting.lists import capitalised
from events.programme.drafting.parts import Note
from intake.blocks import Block, Document
from intake.language import sentences

_GENERIC = re.compile(
    r"^(?:(?:draft|final|revised)\s)?(?:concept (?:note|paper)|information note|background note|note|"
    r"terms of reference|"
    r"invitation|announcement|save the date|agenda|programme|flyer|концептуальная записка|концепция|приглашение|"
    r"анонс|программа)(?:\s(?:for|of|on|to)\s(?:the|a|an))?(?:\s" + EVENT + r")?\s{0,3}(?:$|[:–—-]\s{0,5})",
    re.IGNORECASE,
)
_PAIRS = {"‘": "’", "“": "”", "«": "»", '"': '"', "„": "“”", "'": "'"}
_OPENING_QUOTE = re.compile(r"(?<![\w])([‘“«\"„'])(?=[\w])")
_ON_SUBJECT = re.compile(
    rf"\b(?:the|this|an?|our)\s((?:[\w\-]{{1,20}}\s)?{EVENT}\s(?:on|about)\s[^.;:“”\"()]{{5,200}}?),?\s(?:which\s)?"
    r"(?:will|is|aims?|seeks?|brings?|takes?|offers?|explores?|to be)\b",
    re.IGNORECASE,
)
_EVENT_THEN_QUOTE = re.compile(
    rf"^(?:[\w\-]{{1,20}}\s){{0,3}}{EVENT}\s{{0,2}}:?\s([“«\"‘][^“”«»\"]{{3,300}}[”»\"’])$", re.IGNORECASE
)
_LETTER_HEAD = re.compile(r"^(?:from|to|cc|ref(?:erence)?|date|от|кому|дата|исх)\.?\s?:", re.IGNORECASE)
_TITLE_WORDS = 30
_QUOTED_TITLE_WORDS = range(3, 31)


def title_of(document: Document) -> tuple[Stated | None, bool]:
    """The title, and whether it had to be inferred from a sentence rather than read off a title line or a quotation."""
    stated = _labelled(document) or _title_line(document) or _quoted(document)
    if stated:
        return stated, False
    inferred = _from_sentence(document)
    return inferred, inferred is not None


def _labelled(document: Document) -> Stated | None:
    for block in document.blocks[:30]:
        cells = block.rows if block.kind == "table" else (tuple(block.text.split(":", 1)),)
        for row in cells:
            if len(row) == 2 and role_of(row[0]) == "title" and len(row[1].split()) in range(1, _TITLE_WORDS):
                return Stated(_unquoted(_GENERIC.sub("", row[1].strip()) or row[1].strip()), (block.n,))
    return None


def _title_line(document: Document) -> Stated | None:
    """The first heading that is a name, not the label of a part or of the paper itself."""
    head = head_of_letter(document)
    for block in (block for block in document.blocks[:6] if block.n not in head):
        bare = _GENERIC.sub("", block.text).strip()
        if _LETTER_HEAD.match(bare):
            continue
        below = document.blocks[block.n] if block.n < len(document.blocks) else None
        if below and EVENT_WORD.fullmatch(bare) and _is_quoted(below.text):
            return Stated(_unquoted(below.text), (below.n,))
        if block.kind == "heading" and bare and role_of(bare) is None:
            return Stated(_unquoted(bare), (block.n,))
        after_label = block.n > 1 and _GENERIC.fullmatch(document.blocks[block.n - 2].text.strip())
        if after_label and block.kind == "paragraph" and _is_name(bare):
            return Stated(_unquoted(bare), (block.n,))
        if block.kind == "heading" and role_of(bare):
            return None
    return None


def _is_name(line: str) -> bool:
    return 2 <= len(line.split()) <= _TITLE_WORDS and not re.search(r"[.;:]$|\d[:.]\d\d", line)


def _is_quoted(line: str) -> bool:
    bare = line.strip()
    return len(bare.split()) <= _TITLE_WORDS and len(bare) > 2 and bare[-1] in _PAIRS.get(bare[0], "")


def _unquoted(text: str) -> str:
    bare = text.strip()
    named = _EVENT_THEN_QUOTE.match(bare)
    bare = named.group(1) if named else bare
    return bare[1:-1].strip() if len(bare) > 2 and bare[-1] in _PAIRS.get(bare[0], "") else bare


def _quoted(document: Document) -> Stated | None:
    """`This webinar, focusing on ‘...’, aims to`: a quotation that follows the word for the event in one sentence."""
    for block in document.blocks:
        for sentence in sentences(block.text):
            event = EVENT_WORD.search(sentence)
            quotation = _quotation(sentence, event.end()) if event else None
            if quotation:
                return Stated(quotation, (block.n,))
    return None


def _quotation(sentence: str, position: int) -> str | None:
    opening = _OPENING_QUOTE.search(sentence, position, position + 90)
    if not opening:
        return None
    start = opening.end()
    closers = re.escape(_PAIRS[opening.group(1)])
    ends = [m.start() for m in re.finditer(rf"[{closers}](?=[\s,.;:)]|$)", sentence[start : start + 320])]
    firm = [end for end in ends if re.match(r".[,.;:)]|.$", sentence[start + end :])]
    if not ends:
        return None
    inside = sentence[start : start + (firm or ends)[0]].strip(" ,.")
    return inside if len(inside.split()) in _QUOTED_TITLE_WORDS else None


def _from_sentence(document: Document) -> Stated | None:
    for block in document.blocks:
        match = _ON_SUBJECT.search(block.text)
        if match:
            return Stated(capitalised(match.group(1).strip()), (block.n,))
    return None


_SAYS_WHAT = re.compile(
    r"\b(?:will (?!be (?:held|organi[sz]ed|conducted|hosted))|aims?\b|seeks?\b|explores?\b|examines?\b|"
    r"brings?\b|offers?\b|discusses\b|"
    r"is (?:designed|intended|a|an)\b|provides\b|посвящ[её]н\w{0,2}|призван\w?\b|направлен\w?\b|рассм\w{2,8}|"
    r"обсуд\w{2,6})",
    re.IGNORECASE,
)
_NEAR = 250  # characters between the word for the event and its verb: a title may stand between them


def summary_of(note: Note) -> tuple[Stated | None, bool]:
    """A sentence of the note that says what the event is, exactly as it stands, and whether it is only the next best.

    First the opening of an "About" part, then the first sentence with the event as its subject. The next best is how
    the description begins.
    """
    for block in _paragraphs(note, "about"):
        return Stated(sentences(block.text)[0], (block.n,)), False
    for sentence in note.sentences:
        event = THIS_EVENT.search(sentence.text)
        if event and event.start() < 40 and _tells(sentence.text, event.end()) and not PAST.search(sentence.text):
            return sentence, False
    for block in _paragraphs(note, None, "background", "objectives"):
        if len(block.text.split()) > 8:
            return Stated(sentences(block.text)[0], (block.n,)), True
    return None, False


def _tells(sentence: str, position: int) -> bool:
    """Whether a telling verb follows the event, as its own and not as that of a clause in between."""
    verb = _SAYS_WHAT.search(sentence, position, position + _NEAR)
    between = sentence[position : verb.start()] if verb else ""
    return bool(verb) and " which " not in between and " that " not in between


def _paragraphs(note: Note, *roles: str | None) -> list[Block]:
    return [
        block
        for part in note.parts
        if part.role in roles and not part.labelled
        for block in part.blocks
        if block.kind == "paragraph"
    ]
