"""The titled description of the event: the note's own parts, or a plain division of prose without headings."""

import re
from dataclasses import replace
from itertools import pairwise

from events.programme.drafting.days import dates
from events.programme.drafting.drafts import SectionDraft
from events.programme.drafting.lexicon import EVENT_WORD, THIS_EVENT
from events.programme.drafting.lists import capitalised
from events.programme.drafting.parts import Note, Part
from events.programme.drafting.senders import closing_of
from intake.blocks import Block
from intake.language import key_terms

_NOT_DESCRIPTION = frozenset({"agenda", "when", "title", "speakers", "language", "format", "organisers", "partners"})
_IN_WORDS = frozenset({"objectives", "about", "background"})
_LEAST_TOLD = 6  # words
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){0,3}[.)]\s{0,5}(?=\w)")
_LONG_BACKGROUND = 250  # words
_LEAST_PARAGRAPH = 40
_TERMS = 60
_NEUTRAL = {
    "en": {"background": "Background", "about": "About the {event}", "audience": "Participants", "event": "event"},
    "ru": {"background": "Справочная информация", "about": "О мероприятии", "audience": "Участники", "event": ""},
}
_INVITES = re.compile(
    r"\b(?:bring together|brings together|intended for|designed for|aimed at|open to|participants|audience|"
    r"примут участие|приглашаются)\b",
    re.IGNORECASE,
)


def sections_of(
    note: Note, read: frozenset[int] = frozenset()
) -> list[tuple[SectionDraft, tuple[int, ...], tuple[int, ...]]]:
    """Sections in the order of the document, each with the blocks of its heading and of its body.

    `read` are blocks that stand elsewhere in the draft: tables and lines of the agenda.
    """
    found = []
    announces = {b.n for b, below in pairwise(note.blocks) if below.n in read and b.text.rstrip().endswith(":")}
    frame = note.letter_head | closing_of(note) | read | announces
    for part in note.parts:
        part = _without(part, frame)
        if part.role in _NOT_DESCRIPTION or not part.blocks or (part.labelled and not _is_told(part)):
            continue
        if _is_cover(part):
            continue
        if part.heading:
            found.append(_section(part.heading, part.blocks, part))
        else:
            found.extend(_section(heading, blocks) for heading, blocks in _divided(note, part))
    return found


def _is_cover(part: Part) -> bool:
    """Whether nothing but facts stands below what looks like a heading, as on posters: a day, an hour, a place."""
    told = (
        block
        for block in part.blocks
        if block.kind in ("item", "quote", "table") or (_is_prose(block) and len(block.text.split()) > _LEAST_TOLD)
    )
    has_day = any(dates(block.text) and len(block.text.split()) <= _LEAST_TOLD for block in part.blocks)
    return part.role is None and has_day and next(told, None) is None


def _is_told(part: Part) -> bool:
    """Whether a labelled line says in a sentence what the event is for: "Purpose: to compare what three posts do"."""
    return part.role in _IN_WORDS and any(len(block.text.split()) >= _LEAST_TOLD for block in part.blocks)


def _without(part: Part, frame: frozenset[int]) -> Part:
    """A part without what frames a letter: the sender's lines and salutation above it, the signature below."""
    heads = "" if part.heading_block in frame else part.heading
    return replace(part, heading=heads, blocks=[block for block in part.blocks if block.n not in frame])


def _section(
    heading: str, blocks: list[Block], part: Part | None = None
) -> tuple[SectionDraft, tuple[int, ...], tuple[int, ...]]:
    numbers = tuple(block.n for block in blocks)
    own = (part.heading_block,) if part and part.heading_block else numbers
    body = capitalised(body_of(blocks)) if part and part.labelled else body_of(blocks)
    return SectionDraft(_NUMBER.sub("", heading), body), own, numbers


def body_of(blocks: list[Block]) -> str:
    """Plain text: a blank line between paragraphs, list items one below the other with a dash, table rows with bars."""
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        text = f"- {block.text}" if block.kind == "item" else block.text
        text = "\n".join(" | ".join(row) for row in block.rows) if block.rows else text
        follows_item = index > 0 and block.kind == "item" and blocks[index - 1].kind == "item"
        pieces.append(("\n" if follows_item else "\n\n") + text)
    return "".join(pieces).strip()


def _divided(note: Note, part: Part) -> list[tuple[str, list[Block]]]:
    """Prose before any heading: what leads up to the event, what is said of the event, whom it is for.

    The headings are standard ones; the word for the event is the note's own.
    """
    words = _NEUTRAL.get(note.document.language or "en", _NEUTRAL["en"])
    if not any(_is_prose(block) for block in part.blocks):
        return []
    groups: dict[str, list[Block]] = {}
    about_begun = False
    event = _event_word(note, words["event"])
    for block in part.blocks:
        if " | " in block.text and dates(block.text) and not _is_prose(block):
            continue  # a line of facts: where, when, how many places
        speaks_of_event = bool(THIS_EVENT.search(block.text))
        invites = about_begun and speaks_of_event and bool(_INVITES.search(block.text[:200]))
        about_begun = about_begun or speaks_of_event
        role = "audience" if invites else "about" if about_begun else "background"
        groups.setdefault(words[role].format(event=event), []).append(block)
    background = words["background"]
    return [
        piece
        for heading, blocks in groups.items()
        for piece in (_by_subject(heading, blocks) if heading == background else [(heading, blocks)])
    ]


def _is_prose(block: Block) -> bool:
    return (
        block.kind != "heading"
        and len(block.text.split()) >= 5
        and block.text.rstrip("\"'”’»)").endswith((".", "!", "?"))
    )


def _by_subject(heading: str, blocks: list[Block]) -> list[tuple[str, list[Block]]]:
    """A long background cut where a paragraph turns to a subject of its own: a term that it repeats and no "
    "other uses."""
    if sum(len(block.text.split()) for block in blocks) <= _LONG_BACKGROUND:
        return [(heading, blocks)]
    terms = [term for term in key_terms("\n\n".join(block.text for block in blocks), _TERMS) if _may_head(term)]
    pieces: list[tuple[str, list[Block]]] = [(heading, [])]
    texts = [block.text.lower() for block in blocks]
    counts = {term: [text.count(term) for text in texts] for term in terms}
    used = {term: sum(found) for term, found in counts.items()}
    for index, block in enumerate(blocks):
        subject = next((term for term in terms if 2 <= counts[term][index] == used[term]), None)
        if subject and index > 0 and len(block.text.split()) >= _LEAST_PARAGRAPH:
            pieces.append((capitalised(subject), []))
        pieces[-1][1].append(block)
    return pieces


def _may_head(term: str) -> bool:
    return " " in term and term.islower()


def _event_word(note: Note, default: str) -> str:
    for sentence in note.sentences:
        event = THIS_EVENT.search(sentence.text)
        if event:
            return EVENT_WORD.search(event.group()).group().lower()  # type: ignore[union-attr]
    return default
