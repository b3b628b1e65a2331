"""A note taken apart: what stands under which heading, and what its labelled lines ("Date: ...") say."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from events.programme.drafting.clock import times
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT_WORD, role_of
from intake.blocks import Block, Document
from intake.language import sentences

_LABEL = re.compile(r"^([^\W\d_][\w &/'’\-]{1,60}?)\s{0,3}(?::|\s[–—-]\s)\s{0,5}(.{0,5000})$", re.DOTALL)
LONGEST_SENTENCE = 2_000  # characters; what is longer is no sentence, and would be slow to search
_IT = re.compile(r"(?:It|They|Он|Она|Оно)\b")
_INSIDE_AGENDA = frozenset({"speakers", "themes", "objectives", "title", "about", "audience", "organisers", "language"})


@dataclass
class Part:
    """`role` is a standard part of a note, or None for a heading of the note's own and for text before any heading.

    `labelled` parts come from one line such as "Venue: ..." or one row of a table.
    """

    role: str | None
    heading: str = ""
    heading_block: int | None = None
    level: int = 0
    labelled: bool = False
    blocks: list[Block] = field(default_factory=list)

    @property
    def sources(self) -> tuple[int, ...]:
        own = (self.heading_block,) if self.heading_block else ()
        return tuple(dict.fromkeys([*own, *(block.n for block in self.blocks)]))


@dataclass(frozen=True)
class Note:
    """The parts of a document in their order, and every block that is not its title."""

    document: Document
    parts: tuple[Part, ...]

    def of(self, *roles: str) -> list[Part]:
        return [part for part in self.parts if part.role in roles]

    def prose(self) -> Iterator[Block]:
        """Paragraphs, items and quotes: the blocks in which sentences are looked for."""
        return (block for block in self.document.blocks if block.kind in ("paragraph", "item", "quote"))

    def is_about_event(self, sentence: Stated) -> bool:
        """Whether the sentence names the event, or goes on about it as "it" in a paragraph that does."""
        if EVENT_WORD.search(sentence.text):
            return True
        around = self.document.blocks[sentence.blocks[0] - 1].text
        return bool(_IT.match(sentence.text)) and bool(EVENT_WORD.search(around))

    @cached_property
    def sentences(self) -> tuple[Stated, ...]:
        """The sentences of all prose, in order, without those too long to be any."""
        return tuple(
            Stated(sentence, (block.n,))
            for block in self.prose()
            for sentence in sentences(block.text)
            if len(sentence) <= LONGEST_SENTENCE
        )


def note_of(document: Document, title: Stated | None) -> Note:
    """The title's own line is left out; a sentence that quotes the title stays."""
    parts: list[Part] = [Part(None)]
    current = parts[0]
    for block in document.blocks:
        if title and block.n in title.blocks and (block.kind == "heading" or len(block.text) <= len(title.text) + 4):
            continue
        opened = None if _is_speaker_list(document.blocks, block, current) else _opened(block, current)
        fields = [] if opened else _fields(block, current)
        if opened:
            current = opened
            parts.append(opened)
        elif fields:
            parts.extend(fields)
        else:
            current.blocks.append(block)
    return Note(document, tuple(part for part in parts if part.blocks or part.heading))


def _opened(block: Block, current: Part) -> Part | None:
    """The part that a heading, or a label alone on its line, opens; None for a line that belongs to the "
    "current part."""
    bare = block.text.strip()
    if block.kind == "heading":
        role = role_of(bare)
        if role is None and _stays_inside(block, current):
            return None
        if current.role == "agenda" and role in _INSIDE_AGENDA and block.level > current.level:
            return None
        return Part(role, bare.rstrip(":"), block.n, block.level)
    if block.kind == "paragraph" and bare.endswith(":") and len(bare) < 60 and role_of(bare):
        inside = current.role == "agenda" and role_of(bare) in _INSIDE_AGENDA
        return None if inside else Part(role_of(bare), bare.rstrip(":"), block.n, current.level + 1)
    return None


def _is_speaker_list(blocks: tuple[Block, ...], block: Block, current: Part) -> bool:
    """Whether "Speakers" stands between two lines of the agenda, rather than after it."""
    if current.role != "agenda" or role_of(block.text) != "speakers":
        return False
    later = itertools.takewhile(lambda b: b.kind != "heading" or _AGENDA_HEADING.search(b.text), blocks[block.n :])
    return any(found.position == 0 for b in later for found in times(b.text[:40])[:1])


_AGENDA_HEADING = re.compile(
    r"^(?:day|session|panel|part|block|день|сессия|секция|часть|панель)\b|\d[:.]\d\d|\d{4}", re.IGNORECASE
)


def _stays_inside(block: Block, current: Part) -> bool:
    if current.role == "agenda" and _AGENDA_HEADING.search(block.text):
        return True
    return current.role is not None and block.level > current.level > 0


def _label(block: Block) -> tuple[str, str] | None:
    match = _LABEL.match(block.text) if block.kind in ("paragraph", "item") else None
    return (match.group(1), match.group(2)) if match and role_of(match.group(1)) else None


def _fields(block: Block, current: Part) -> list[Part]:
    if block.kind == "table":
        return _table_fields(block)
    label = _label(block)
    if not label or not label[1].strip():
        return []
    role = role_of(label[0])
    if current.role == "agenda" and role in _INSIDE_AGENDA:
        return []
    return [_field(role, label[0], label[1], block)]


def _table_fields(block: Block) -> list[Part]:
    """A table of two columns whose first one holds labels, as on the cover of many notes."""
    rows = [row for row in block.rows if len(row) >= 2 and row[0].strip()]
    known = [row for row in rows if role_of(row[0])]
    if not known or len(known) * 2 < len(rows) or any(len(row) > 2 and row[2].strip() for row in rows):
        return []
    return [_field(role_of(row[0]), row[0].strip(" :"), row[1], block) for row in known if row[1].strip()]


def _field(role: str | None, label: str, value: str, block: Block) -> Part:
    line = Block(block.n, "paragraph", value.strip(), offset=block.offset)
    return Part(role, label, block.n, labelled=True, blocks=[line])


def members(parts: Iterable[Part]) -> list[Stated]:
    """What a part lists: its items (the outermost), else its sub-headings, else nothing."""
    found: list[Stated] = []
    for part in parts:
        items = [block for block in part.blocks if block.kind == "item"]
        outer = min((block.level for block in items), default=0)
        chosen = [block for block in items if block.level == outer]
        chosen = chosen or [block for block in part.blocks if block.kind == "heading"]
        found.extend(Stated(block.text.rstrip(" ;,."), (block.n,)) for block in chosen)
    return found
