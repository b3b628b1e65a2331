"""A note taken apart: what stands under which heading, and what its labelled lines ("Date: ...") say."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from events.programme.drafting.agenda_days import is_day
from events.programme.drafting.agenda_heads import AGENDA_HEADING, begins_with_time, belongs_to_agenda, heads_agenda
from events.programme.drafting.clock import times
from events.programme.drafting.columns import is_agenda_table
from events.programme.drafting.cover import heads_what_follows, is_label_beside
from events.programme.drafting.days import dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.labels import is_spoken, label_of, run_on
from events.programme.drafting.letters import head_of_letter
from events.programme.drafting.lexicon import EVENT_WORD, OTHER_EVENT, PAST, role_of
from events.programme.drafting.people import speakers_in
from events.programme.drafting.prose import last_year, whole_sentences
from intake.blocks import Block, Document

LONGEST_SENTENCE = 2_000  # characters; what is longer is no sentence, and would be slow to search
_MOST_SENTENCES = 2_500  # a note that is longer has said what the event is
_MOST_CHARACTERS, _LONGEST_BLOCK, _MOST_LABELLED = 400_000, 20_000, 1_000
_HELD_BY = re.compile(r"(?:(?:Co-)?[Oo]rgani[sz]ed|Hosted|Convened|Организован\w?)\s(?:jointly\s)?(?:by|совместно)?\b")
_WILL_RUN = re.compile(
    r"(?:which|to be|that) (?:will |is to |shall )?(?:be )?(?:held|take place)\b|"
    r"(?:The|This|Our)\s(?:[\w-]{2,20}\s){1,3}(?:will (?:run|take place|be held|last)|runs|takes place)\b|"
    r"We (?:will )?(?:start|begin|meet)\b|"
    r"(?:All|The|Each of the)\s(?:[\w-]{2,20}\s){0,2}sessions\s(?:will\s)?"
    r"(?:starts?|begins?|runs?|takes? place|are held)\b"
)
_NUMBERED_NAME = re.compile(r"(?:Second|Third)\s(?:[A-Z][\w-]{1,20}\s){0,2}[A-Z]")  # "The Second Dialogue is held"
_IT = re.compile(r"(?:It|They|Он|Она|Оно)\b")
_IS_HELD = re.compile(r"\w{2,4}\s(?:will (?:be held|take place)|takes place|is held|состоится|пройд[её]т|проводится)\b")
_INSIDE_AGENDA = frozenset(
    ("speakers", "themes", "objectives", "title", "about", "audience", "organisers", "language", "background", "when")
)
_WITHOUT_HOURS = frozenset(
    ("objectives", "themes", "audience", "organisers", "partners", "language", "background", "registration", "contact")
)
_ABOUT_ALL = frozenset(("organisers", "language", "audience", "when"))
_RUN_IN = re.compile(r"(?P<label>[^\W\d_][\w ’'-]{2,50}[.?])\s(?P<text>(?![a-zа-я]).{3,20000})$", re.DOTALL)
_LINES = re.compile(r"\s{1,3}[|•]\s{1,3}|\t|\n")
_TOP = 12  # blocks
_SHORT_LINE = 25  # words
_HEADING_WORDS = 6


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
    left_out: frozenset[int] = frozenset()  # blocks that belong to another event

    def of(self, *roles: str) -> list[Part]:
        return [part for part in self.parts if part.role in roles]

    def prose(self) -> Iterator[Block]:
        """Paragraphs, items and quotes: the blocks in which sentences are looked for."""
        return (block for block in self.blocks if block.kind in ("paragraph", "item", "quote"))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for block in self.document.blocks if block.n not in self.left_out)

    @cached_property
    def letter_head(self) -> frozenset[int]:
        return head_of_letter(self.document)

    @cached_property
    def by_number(self) -> dict[int, Block]:
        return {block.n: block for block in self.document.blocks}

    @cached_property
    def own_sentences(self) -> tuple[Stated, ...]:
        """The sentences that do not tell of what was, or of another event."""
        return tuple(s for s in self.sentences if not self._is_of_another(s.text))

    def _is_of_another(self, text: str) -> bool:
        """Whether a sentence tells of what was, of another event, or of years before the one at the top."""
        other = OTHER_EVENT.search(text)
        if PAST.search(text) or (other and not _NUMBERED_NAME.match(other.group())):
            return True
        return 0 < last_year(text) < self._year

    @cached_property
    def _year(self) -> int:
        """The first year in a short line at the top or beside a label, or 0."""
        lines = [block.text for block in self.blocks[:_TOP] if len(block.text.split()) <= _SHORT_LINE]
        lines += [block.text for part in self.of("when") if part.labelled for block in part.blocks]
        return next((one.first.year for line in lines for one in dates(line) if one.first), 0)

    @cached_property
    def event_sentences(self) -> tuple[Stated, ...]:
        """Those of them that are about the event."""
        return tuple(s for s in self.own_sentences if self.is_about_event(s))

    def is_about_event(self, sentence: Stated) -> bool:
        """Whether the sentence names the event, or goes on about it as "it" in a paragraph that does."""
        text = sentence.text
        if EVENT_WORD.search(text) or _HELD_BY.match(text) or (_WILL_RUN.match(text) and times(text)):
            return True
        around = self.by_number[sentence.blocks[0]].text
        return bool(_IT.match(sentence.text)) and bool(EVENT_WORD.search(around) or _IS_HELD.match(sentence.text))

    @cached_property
    def sentences(self) -> tuple[Stated, ...]:
        """The sentences of all prose, in order, without those too long to be any."""
        found = (
            Stated(sentence, (block.n,))
            for block in self.prose()
            for sentence in whole_sentences(block.text[:_LONGEST_BLOCK])
            if len(sentence) <= LONGEST_SENTENCE
        )
        budget = itertools.accumulate((len(block.text) for block in self.prose()), initial=0)
        last = next((b.n for b, used in zip(self.prose(), budget, strict=False) if used > _MOST_CHARACTERS), None)
        near = itertools.takewhile(lambda one: last is None or one.blocks[0] < last, found)
        return tuple(itertools.islice(near, _MOST_SENTENCES))


def note_of(document: Document, title: Stated | None, left_out: frozenset[int] = frozenset()) -> Note:
    """The title's own line is left out; a sentence that quotes the title stays."""
    parts: list[Part] = [Part(None)]
    current = parts[0]
    for index, block in enumerate(document.blocks):
        if block.n in left_out:
            continue
        if title and block.n in title.blocks and (block.kind == "heading" or len(block.text) <= len(title.text) + 4):
            continue
        if title and is_label_beside(title, block, document.blocks):
            continue
        goes_on = belongs_to_agenda(document.blocks, index, current.blocks, in_agenda=current.role == "agenda")
        is_label = (
            block.kind == "item" and current.role != "agenda" and heads_what_follows(document.blocks[index : index + 2])
        )
        is_label = is_label or (block.kind == "heading" and is_spoken(block.text))
        block = replace(block, kind="paragraph") if is_label else block
        opened = None if goes_on else _opened(block, current) or _run_in(block, current)
        if opened and opened.role is None and heads_agenda(document.blocks, index):
            opened.role = "agenda"
        fields = [] if opened or index > _MOST_LABELLED else _fields(block, current)
        if opened:
            current = opened
            parts.append(opened)
        elif fields:
            parts.extend(fields)
        elif block.kind == "table" and (_is_run_in(current) or _is_other_agenda(block, current)):
            current = Part(None, blocks=[*_days_at_end(current), block])
            parts.append(current)
        else:
            current.blocks.append(block)
    return Note(document, tuple(part for part in parts if part.blocks or part.heading), left_out)


def _opened(block: Block, current: Part) -> Part | None:
    """The part that a heading, or a label alone on its line, opens; None for a line that belongs to the "
    "current part."""
    bare = block.text.strip()
    if block.kind == "heading":
        role = role_of(bare)
        if role is None and (_stays_inside(block, current) or (current.role == "speakers" and speakers_in(bare))):
            return None
        if current.role == "agenda" and role in _INSIDE_AGENDA and block.level > current.level:
            return None
        return Part(role, bare.rstrip(":"), block.n, block.level)
    if (
        block.kind == "paragraph"
        and len(bare) < 60
        and not label_of(bare)
        and role_of(bare)
        and _stands_as_heading(bare, current)
    ):
        inside = current.role == "agenda" and role_of(bare) in _INSIDE_AGENDA
        return None if inside else Part(role_of(bare), bare.rstrip(":"), block.n, current.level + 1)
    return None


def _run_in(block: Block, current: Part) -> Part | None:
    """The part that begins with its heading in one paragraph: `Rationale. Every entry ...`, `For whom? Officers`."""
    may_open = block.kind == "paragraph" or (block.kind == "item" and current.role != "agenda")
    match = _RUN_IN.match(block.text) if may_open else None
    role = role_of(match["label"]) if match else None
    if not match or role is None or _is_agenda_line(match["label"], match["text"], current):
        return None
    line = Block(block.n, "paragraph", match["text"].strip(), offset=block.offset)
    return Part(role, match["label"].rstrip(".?"), block.n, blocks=[line])


def _is_run_in(part: Part) -> bool:
    return bool(part.blocks) and part.blocks[0].n == part.heading_block


def _is_other_agenda(block: Block, current: Part) -> bool:
    """Whether a table of hours stands, with no heading of its own, below a list of objectives or the like."""
    return current.role in _WITHOUT_HOURS and is_agenda_table(block)


def _days_at_end(part: Part) -> list[Block]:
    """The lines that head a day, taken from the end of a part."""
    days = list(itertools.takewhile(lambda block: is_day(block.text), reversed(part.blocks)))[::-1]
    del part.blocks[len(part.blocks) - len(days) :]
    return days


def _stands_as_heading(line: str, current: Part) -> bool:
    """Whether a line is only a label: with a colon, or in a few words outside an agenda, where it may be a session."""
    return line.endswith(":") or (
        current.role != "agenda" and len(line.split()) <= _HEADING_WORDS and (line[-1].isalnum() or line[-1] == ")")
    )


def _stays_inside(block: Block, current: Part) -> bool:
    """Whether a deeper heading belongs to the part; below the times of an agenda it does only if it says so."""
    if current.role == "agenda" and AGENDA_HEADING.search(block.text):
        return True
    is_over = current.role == "agenda" and sum(map(begins_with_time, current.blocks)) > 1
    return current.role is not None and block.level > current.level > 0 and not is_over


def _fields(block: Block, current: Part) -> list[Part]:
    if block.kind == "table":
        return _table_fields(block)
    if block.kind not in ("paragraph", "item", "quote"):
        return []
    lines = [one for line in _LINES.split(block.text[:20_000]) if line.strip() for one in run_on(line)]
    labels = [label for line in lines[:20] if (label := label_of(line))]
    whole = label_of(block.text)
    if not labels or (len(labels) < len(lines) and whole):
        labels = [whole] if whole else []
    kept = [(name, value) for name, value in labels if value.strip() and not _is_agenda_line(name, value, current)]
    return [_field(role_of(name), name, value, block) for name, value in kept] if len(kept) == len(labels) else []


def _is_agenda_line(name: str, value: str, current: Part) -> bool:
    """Whether a labelled line of an agenda is a session or a speaker of it ("Registration: 9.00")."""
    if current.role != "agenda":
        return False
    role = role_of(name)
    has_begun = any(map(begins_with_time, current.blocks))
    if role in _ABOUT_ALL and not has_begun:
        return False  # above the first session: it is said of the whole event
    return (role in _INSIDE_AGENDA and not (role == "when" and dates(value))) or bool(times(value) and not dates(value))


def _table_fields(block: Block) -> list[Part]:
    """A table of two columns whose first one holds labels, as on the cover of many notes."""
    rows = [row for row in block.rows if len(row) >= 2 and row[0].strip()]
    known = [row for row in rows if role_of(row[0])]
    if not known or len(known) * 2 < len(rows) or any(len(row) > 2 and row[2].strip() for row in rows):
        return []
    return [_field(role_of(row[0]), row[0].strip(" :"), row[1], block) for row in known if row[1].strip()]


_TO_ASK_AT = re.compile(r"\S@\S|\bext\.\s?\d|\btel\b|\bphone\b|\+\d", re.IGNORECASE)


def _field(role: str | None, label: str, value: str, block: Block) -> Part:
    role = "contact" if role == "themes" and _TO_ASK_AT.search(value) else role  # "Questions: help@..."
    line = Block(block.n, "paragraph", value.strip(), offset=block.offset)
    return Part(role, label, block.n, labelled=True, blocks=[line])


def members(parts: Iterable[Part]) -> list[Stated]:
    """What a part lists: its items (the outermost), else its sub-headings, else nothing."""
    found: list[Stated] = []
    for part in parts:
        items = [block for block in part.blocks if block.kind == "item"]
        items = items[1:] if len(items) > 1 and items[0].text.endswith(":") else items  # "It is expected to:"
        outer = min((block.level for block in items), default=0)
        chosen = [block for block in items if block.level == outer]
        chosen = chosen or [block for block in part.blocks if block.kind == "heading"]
        found.extend(Stated(block.text.rstrip(" ;,.:"), (block.n,)) for block in chosen)
    return found
