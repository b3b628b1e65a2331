"""Names in quotation marks: how they open and close, and the one that follows the word for an event."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT, EVENT_WORD
from intake.blocks import Document
from intake.language import sentences

PAIRS = {"‘": "’", "“": "”", "«": "»", '"': '"', "„": "“”", "'": "'"}
_OPENING_QUOTE = re.compile(r"(?<![\w])([‘“«\"„'])(?=[\w])")
_EVENT_THEN_QUOTE = re.compile(
    rf"^(?:[\w\-]{{1,20}}\s){{0,3}}{EVENT}(?:\sseries)?\s{{0,2}}:?\s([“«\"‘][^“”«»\"]{{3,300}}[”»\"’])$", re.IGNORECASE
)
_QUOTED_TITLE_WORDS = range(3, 31)
_PICTOGRAPHS = re.compile(r"^[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\s]{1,9}")


def is_open(line: str) -> bool:
    """Whether a quotation begins in a line and does not end in it."""
    closers = {opener: ends for opener, ends in PAIRS.items() if opener not in "\"'‘"}
    return any(line.count(a) > sum(line.count(b) for b in ends) for a, ends in closers.items())


def unquoted(text: str) -> str:
    bare = _PICTOGRAPHS.sub("", text).strip()
    named = _EVENT_THEN_QUOTE.match(bare)
    bare = named.group(1) if named else bare
    return bare[1:-1].strip() if len(bare) > 2 and bare[-1] in PAIRS.get(bare[0], "") else bare


def quoted_title(document: Document) -> Stated | None:
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
    closers = re.escape(PAIRS[opening.group(1)])
    ends = [m.start() for m in re.finditer(rf"[{closers}](?=[\s,.;:)]|$)", sentence[start : start + 320])]
    firm = [end for end in ends if re.match(r".[,.;:)]|.$", sentence[start + end :])]
    if not ends:
        return None
    inside = sentence[start : start + (firm or ends)[0]].strip(" ,.")
    return inside if len(inside.split()) in _QUOTED_TITLE_WORDS else None
