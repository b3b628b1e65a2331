"""Whether the event is held online, in person or both."""

import re
from collections.abc import Sequence

from events.programme.drafting.drafts import Format, Stated
from events.programme.drafting.lexicon import EVENT
from events.programme.drafting.parts import Note
from intake.blocks import Block

_HYBRID = re.compile(
    r"\bhybrid\b|\bboth in[- ]person and\b|\bin[- ]person and (?:virtual|online)|гибридн\w{2}", re.IGNORECASE
)
_HYBRID_EVENT = re.compile(
    rf"\bhybrid\s(?:{EVENT}|format|mode|session)\b|\bin[- ]person and (?:virtual|online)|гибридн\w{{2}} формат",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"\bwebinar\b|\bvirtual(?:ly)?\b|\bonline\b|\bvideo-?conferenc\w{1,3}\b|\bremotely\b|\bZoom\b|\bWebex\b|"
    r"\bMS Teams\b|"
    r"\bMicrosoft Teams\b|вебинар|онлайн|дистанционно|видеоконференц",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bhotel\b|\bconference (?:hall|room|centre|center)\b|\bvenue\b|"
    r"\bpremises\b|"
    r"\bочно\b|очн\w{2} формат\w{0,2}|гостиниц\w|конференц-зал",
    re.IGNORECASE,
)
_ONLINE_EVENT = re.compile(
    rf"\bwebinar\b|вебинар|\b(?:virtual|online)\s(?:[\w\-]{{1,20}}\s)?(?:{EVENT}|discussions?|sessions?)\b|"
    r"\b(?:held|conducted|delivered|take place|takes place|организован\w?|провод\w{2,5}|"
    r"пройд[её]т)\s(?:[\w\-]{1,20}\s)?"
    r"(?:online|virtually|remotely|via|онлайн)\b|онлайн-\w{5,15}",
    re.IGNORECASE,
)
_EVENT_IN_PERSON = re.compile(r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bочно\b", re.IGNORECASE)


def format_of(note: Note) -> tuple[Format, Stated] | None:
    """Online, in person or hybrid, as the part on the format says; else as the text calls the event itself."""
    said = [block for part in note.of("format", "when") for block in part.blocks]
    return _format_in(said, (_HYBRID, _ONLINE, _IN_PERSON)) or _format_in(
        note.document.blocks, (_HYBRID_EVENT, _ONLINE_EVENT, _EVENT_IN_PERSON)
    )


def _format_in(
    blocks: Sequence[Block], patterns: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
) -> tuple[Format, Stated] | None:
    """None where both ways are spoken of and nothing says that the event has both."""
    hybrid, online, in_person = (_first(blocks, pattern) for pattern in patterns)
    if hybrid:
        return "hybrid", hybrid
    if online and in_person:
        return None
    if online:
        return "online", online
    return ("in_person", in_person) if in_person else None


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Stated | None:
    return next((Stated(block.text, (block.n,)) for block in blocks if pattern.search(block.text)), None)
