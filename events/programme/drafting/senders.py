"""Who a paper comes from by its looks: the name at its top, or below the greetings at its end."""

import itertools
import re

from events.programme.drafting.cover import is_affiliation, is_letterhead
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import BODY_WORD, EVENT_WORD, role_of
from events.programme.drafting.parts import Note
from intake.blocks import Block

NAME_WORD = (
    r"(?:(?:d[’'])?[A-ZÀ-ÝА-ЯЁ][\w’'./\-]{0,40}|\([A-ZА-ЯЁ][\w/ \-]{1,30}\)|"
    r"(?:of|for|on|the|and|to|in|within|under|against|de|du|des|la|et|по|и|в|при|с)\b|&)"
)
NAME = rf"[A-ZÀ-ÝА-ЯЁ][\w’'./\-]{{0,40}}(?:,?\s{NAME_WORD}){{0,40}}"
_FROM = re.compile(r"^(?:from|от|отправитель)\s?:\s", re.IGNORECASE)
_ROOM = re.compile(r"\s\((?:[Rr]oom|[Hh]all|[Ff]loor|[Bb]uilding|каб\.|зал)\b[^()]{0,40}\)$")
_LETTERHEAD = 5  # blocks
_GREETINGS = re.compile(
    r"(?:(?:with )?(?:our |my )?(?:kind(?:est)?|best|warm(?:est)?|sincere)? ?(?:regards|wishes|greetings)|"
    r"(?:yours )?(?:very )?(?:sincerely|faithfully|truly)(?: yours)?|respectfully(?: yours)?|с (?:глубоким )?уважением|"
    r"(?:bien )?cordialement|bien à vous|salutations distinguées)\s?[,.!]?",
    re.IGNORECASE,
)
_SIGNATURE = 5  # blocks
_LONGEST_SIGNATURE = 15  # words


def sender_of(note: Note, title: Stated | None) -> list[Stated]:
    """The body whose name stands alone at the top of the paper, that a letter is from, or that signs it."""
    return _letterhead(note, title) or _signing(note)


def _letterhead(note: Note, title: Stated | None) -> list[Stated]:
    above = min(title.blocks) if title else 0
    for block in note.document.blocks[:_LETTERHEAD]:
        name = _ROOM.sub("", _FROM.sub("", block.text).split(" | ")[0].strip())
        names_it = is_letterhead(name) or is_affiliation(name, note.blocks)
        if block.kind == "heading" and block.n < above and names_it:
            return [_as_written(name, block, note)]
        may_be_title = block.n not in note.letter_head and (block.kind == "heading" or EVENT_WORD.search(name))
        if not may_be_title and block.kind != "table" and _is_body(name):
            return [_as_written(name, block, note)]
    return []


def _as_written(name: str, block: Block, note: Note) -> Stated:
    """A name; where it is set in capitals, as the text below spells it."""
    spelt = re.compile(re.escape(name), re.IGNORECASE)
    below = note.blocks if name.isupper() else ()
    found = ((match.group(), one.n) for one in below for match in spelt.finditer(one.text))
    better = next((one for one in found if not one[0].isupper()), None)
    return Stated(better[0], (block.n, better[1])) if better else Stated(name, (block.n,))


def _signing(note: Note) -> list[Stated]:
    """`With kind regards, / Secretariat, Open Network`."""
    blocks = note.blocks
    end = next((at for at, block in enumerate(blocks) if _GREETINGS.fullmatch(block.text.strip())), None)
    for block in blocks[end + 1 : end + 1 + _SIGNATURE] if end is not None else ():
        for name in reversed(block.text.split(", ")):
            if _is_body(name.strip()) and block.kind != "table":
                return [Stated(name.strip(), (block.n,))]
    return []


def closing_of(note: Note) -> frozenset[int]:
    """The numbers of the blocks that end a letter: the greetings and the short lines of the signature below them."""
    blocks = note.blocks
    end = next((at for at, block in enumerate(blocks) if _GREETINGS.fullmatch(block.text.strip())), None)
    below = blocks[end + 1 : end + 1 + _SIGNATURE] if end is not None else ()
    short = itertools.takewhile(_may_sign, below)
    return frozenset(block.n for block in (*blocks[end : end + 1], *short)) if end is not None else frozenset()


def _may_sign(block: Block) -> bool:
    is_line = block.kind in ("paragraph", "heading") and len(block.text.split()) <= _LONGEST_SIGNATURE
    return is_line and role_of(block.text) is None and not block.text.rstrip().endswith((".", ":", "?"))


def _is_body(name: str) -> bool:
    named = BODY_WORD.search(name.title() if name.isupper() else name)
    return bool(named) and len(name.split()) in range(2, 9) and bool(re.fullmatch(NAME, name))
