"""Sentences that name the event in passing: "invites you to a webinar on seals, which will"."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT
from events.programme.drafting.lists import capitalised
from intake.blocks import Document

_ON_SUBJECT = re.compile(
    rf"\b(?:the|this|an?|our)\s((?:[\w\-]{{1,20}}\s)?{EVENT}\s(?:on|about)\s[^.;:“”\"()]{{5,200}}?)(?:,?\s(?:which\s)?"
    r"(?:will|is|aims?|seeks?|brings?|takes?|offers?|explores?|to be)|,\s(?:which|that|to which))\b",
    re.IGNORECASE,
)
# "has the honour to announce the Third Meeting of National Focal Points, to be hosted by"
_NUMBERED = re.compile(
    r"\b[Tt]he\s((?:[A-Z][a-z]+(?:st|nd|rd|th|d|h)|First|\d{1,3}(?:st|nd|rd|th))\s(?:[A-Z][\w-]{2,20}\s){0,4}"
    rf"(?i:{EVENT})\s(?:of|on|for)\s[^.;:,“”\"()]{{5,200}}?)"
    r"(?:,?\s(?:to be|which|will)\b|,\s(?:at|in|on|from)\b|\s(?:at|in) the\b|\s(?:on|from)\s\d)"
)


def told_in_sentence(document: Document) -> Stated | None:
    """What the first sentence that names the event with its subject calls it."""
    for block in document.blocks:
        match = _ON_SUBJECT.search(block.text) or _NUMBERED.search(block.text)
        if match:
            return Stated(capitalised(match.group(1).strip()), (block.n,))
    return None
