"""Whether the event is held online, in person or both."""

import re
from collections.abc import Sequence

from events.programme.drafting.drafts import Format, Stated
from events.programme.drafting.lexicon import EVENT
from events.programme.drafting.parts import Note

_AND_ONLINE = (
    r"\b\w{3,20},? and (?:also )?(?:online|virtually|remotely|(?:on|via|by) (?:MS |Microsoft "
    r")?(?:Teams|Zoom|Webex|video)|(?:(?:via|by|as) (?:a )?)?live ?stream)\b|"
    r"\w\s?\+ (?:MS |Microsoft )?(?:Teams|Zoom|Webex|online)\b|"
)
_PLATFORM = "YouTube|Zoom|Teams|MS|Microsoft|Facebook|Webex"
_ONLINE_AND_THERE = rf"\bonline(?:\s\([^()]{{1,40}}\))? and (?:at |in |the )*(?-i:(?!{_PLATFORM})[A-Z])|"
_HYBRID = re.compile(
    _AND_ONLINE + _ONLINE_AND_THERE + r"[^\W\d_]{3}[^;\n]{0,120};\s(?:online|онлайн)\b|"
    r"\bhybrid\b|\bboth in[- ]person and\b|\bin[- ]person and (?:virtual|online)|гибридн\w{2}|смешанн\w{2}|"
    r"\bin person or (?:online|remotely|virtually|via|by)\b|очн\w{2} и (?:дистанционн|онлайн|заочн)\w{0,3}",
    re.IGNORECASE,
)
_HYBRID_EVENT = re.compile(
    _AND_ONLINE + rf"(?:^|[,;|(·]\s?)hybrid\s?(?:$|[|);,·:])|\bhybrid\s(?:{EVENT}|format|mode|session)\b|"
    r"\bin[- ]person and (?:virtual|online)|гибридн\w{2} формат|\bin person or (?:online|remotely|virtually)\b|"
    r"\b(?:can|may) also (?:take part|join|attend|participate|follow) (?:online|remotely|virtually|via|by|on|it)\b",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"\bwebinars?\b|\bvirtual(?:ly)?\b|\bonline\b|\bvideo-?conferenc\w{1,3}\b|\bremotely\b|"
    r"\bZoom\b|\bWebex\b|\bGoogle Meet\b|\bSkype\b|\bTeams\b|"
    r"\bMS Teams\b|"
    r"\bMicrosoft Teams\b|вебинар|онлайн|дистанционно|видеоконференц|"
    r"\ben ligne\b|\bwebinaire\b|\bà distance\b|\bvisioconférence\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bhotel\b|\bconference (?:hall|room|centre|center)\b|\bvenue\b|"
    r"\bpremises\b|"
    r"\bочно\b|очн\w{2} формат\w{0,2}|гостиниц\w|конференц-зал|\ben présentiel\b",
    re.IGNORECASE,
)
_ONLINE_EVENT = re.compile(
    rf"\b(?:on|via|by) (?:a )?(?:Zoom|Microsoft Teams|MS Teams|Webex|Teams|Google Meet|video "
    rf"?link)\b|на платформе|\bwebinar\b|"
    r"^webinaire\b|\ben ligne\s?:|^en ligne\b|"
    r"(?:^|[,;|(]\s?)(?:online|virtual|онлайн)\s?(?:$|[|(;]|via\b|on\b)|"
    r"^(?:A|This) series of (?:\w{2,12} )?webinars\b|"
    rf"вебинар|\b(?:virtual|online)\s(?:[\w\-]{{1,20}}\s)?(?:{EVENT}|"
    rf"panel|series|conversation|talk|discussions?|sessions?|exchange|gathering|launch|presentation|class|hearing|"
    rf"study circle|assembly)\b|"
    r"\b(?:held|conducted|delivered|take place|takes place|организован\w?|провод\w{2,5}|"
    r"пройд[её]т)\s(?:[\w\-]{1,20}\s)?"
    r"(?:online|virtually|remotely|via|онлайн)\b|онлайн-\w{5,15}|"
    rf"(?:^|[;|]\s?)(?:online|virtual|онлайн),|^(?:[\w-]{{1,20}}\s){{0,3}}{EVENT} online\b(?! and | or )|"
    r"\b(?:passcode|meeting id|dial[- ]in|waiting room)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|нет)\s(?:be\s)?(?:online|virtual|remote|streamed|livestream|broadcast)\w{0,4}", re.IGNORECASE
)
_EVENT_IN_PERSON = re.compile(r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bочно\b", re.IGNORECASE)


# "In Bishkek or online": it is not decided yet.
_UNDECIDED = re.compile(
    r"\b(?:in|at) (?:the )?(?-i:[A-Z])[\w ]{2,30} or (?:possibly )?(?:online|virtually)\b", re.IGNORECASE
)


def format_of(note: Note) -> tuple[Format, Stated] | None:
    """Online, in person or hybrid, as the part on the format says; else as the text calls the event itself."""
    said = [Stated(block.text, (block.n,)) for part in note.of("format", "venue", "when") for block in part.blocks]
    if any(_UNDECIDED.search(one.text) for one in said):
        return None
    lines = [Stated(b.text, (b.n,)) for b in note.blocks if b.kind not in ("paragraph", "item", "quote")]
    around = [*lines, *note.own_sentences]
    around.sort(key=lambda one: one.blocks[0])
    return _format_in(said, (_HYBRID, _ONLINE, _IN_PERSON)) or _format_in(
        around, (_HYBRID_EVENT, _ONLINE_EVENT, _EVENT_IN_PERSON)
    )


def speaks_of_online(note: Note) -> bool:
    """Whether anything in the note may mean that the event is held at a distance."""
    texts = (_DENIED.sub("in person", block.text) for block in note.blocks)
    return any(_ONLINE.search(text) or _HYBRID.search(text) for text in texts)


def _format_in(
    blocks: Sequence[Stated], patterns: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
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


def _first(blocks: Sequence[Stated], pattern: re.Pattern[str]) -> Stated | None:
    return next((one for one in blocks if pattern.search(_DENIED.sub("in person", one.text))), None)
