"""Papers and pages that tell of more than the event: newsletters, and pages that list further events below it."""

import itertools
import re
from collections.abc import Sequence

from events.programme.drafting.clock import times
from events.programme.drafting.days import dates
from events.programme.drafting.lexicon import EVENT, EVENT_WORD
from intake.blocks import Block, Document

_PERIODICAL = re.compile(
    r"\b(?:newsletter|bulletin|digest|circular|gazette|letter to (?:our )?(?:members|readers|friends|subscribers)|"
    r"(?<=\w )news (?:no\. ?\d{1,3}|\d{1,2}\s?/\s?\d{2,4})|"
    r"monthly news|weekly news|news (?:from|of)|news in brief|рассылка|дайджест|вестник|бюллетень|"
    r"новости (?:за|отдела|центра|института)|lettre d[’']information|infolettre)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"^(?:(?:other|past|previous|recent|related|similar|upcoming|further|earlier|more|next)\s"
    rf"(?:\w{{2,15}}\s){{0,2}}?{EVENT}\b|more from (?:this|the)\b|(?:you may|you might|people) also like|"
    rf"(?:прошедш|другие|другие наши|похож|ближайш|предстоящ|предыдущ|ещё)\w{{0,3}}\s(?:\w{{2,15}}\s)?{EVENT}|"
    rf"вам (?:также )?(?:может|могут) понравиться|(?:autres|prochains|derniers)\s{EVENT})",
    re.IGNORECASE,
)
_NEAR = 3  # blocks below a heading
_TOP, _SHORT = 6, 20  # blocks, words


def heads_periodical(block: Block) -> bool:
    """Whether a heading is the name of a newsletter: `The Harbour Bulletin, no. 4`, `Letter to members, May`."""
    return block.kind == "heading" and bool(_PERIODICAL.search(block.text))


def beside_event(document: Document) -> frozenset[int]:
    """The numbers of the blocks that tell of other things: further events on a page, further news of a newsletter."""
    blocks = document.blocks
    found = {n for at, block in enumerate(blocks) if _opens_others(block) for n in _part(blocks, at)}
    return frozenset(found | _other_news(blocks))


def _opens_others(block: Block) -> bool:
    return block.kind == "heading" and bool(_OTHERS.match(block.text.strip()))


def _other_news(blocks: Sequence[Block]) -> set[int]:
    """Of a newsletter all but the part that announces an event with its day; nothing where none or several do."""
    if not any(heads_periodical(block) for block in blocks[:_TOP]):
        return set()
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    parts = {at: _part(blocks, at) for at in starts if not heads_periodical(blocks[at])}
    own = [at for at in parts if _announces(blocks[at : at + 1 + _NEAR])]
    if len(own) != 1:
        return set()
    inside = set(parts[own[0]])
    heads = [at for at in starts if heads_periodical(blocks[at])]
    above = {block.n for at in heads for block in _lead(blocks, at)}
    return above | {n for at, part in parts.items() if at != own[0] and not inside & set(part) for n in part}


def _announces(lines: Sequence[Block]) -> bool:
    """Whether a heading names an event, with a day or an hour right below it."""
    heading, *below = lines
    below = list(itertools.takewhile(lambda block: block.kind != "heading", below))
    begins = [" ".join(block.text.split()[:_SHORT]) for block in below]
    return bool(EVENT_WORD.search(heading.text)) and any(dates(text) or times(text) for text in begins)


def _lead(blocks: Sequence[Block], at: int) -> list[Block]:
    """The name of a newsletter and what stands between it and the first of its parts."""
    return [blocks[at], *itertools.takewhile(lambda block: block.kind != "heading", blocks[at + 1 :])]


def _part(blocks: Sequence[Block], at: int) -> list[int]:
    """The numbers of a heading's block and of those below it, up to a heading as high as it."""
    below = itertools.takewhile(
        lambda block: block.kind != "heading" or block.level > blocks[at].level, blocks[at + 1 :]
    )
    return [blocks[at].n, *(block.n for block in below)]
