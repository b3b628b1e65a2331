"""Agendas written on, within one paragraph: `10:00 Opening; 10:15 Panel`, or `The day opens at 10:00 with ...`."""

import re

from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.days import dates
from events.programme.drafting.people import looks_like_people, speakers_in
from events.programme.drafting.zones import without_zones

_LEADS = re.compile(r"(?:^|\b)(?:at|from|between|until|by|начало в|около|в|с|к)\s?$", re.IGNORECASE)
_OPENER = re.compile(
    r"^[\s,;:.)–—-]*(?:(?:and|then|there (?:will be|is)|followed|by|with|is|are|will be|it "
    r"(?:will )?(?:opens?|begins?|starts?|closes?)|"
    r"(?:the )?(?:day|meeting|event|workshop|webinar|seminar|briefing|programme) (?:will )?(?:opens?|"
    r"begins?|starts?)|после этого|затем|и|а)\s){0,4}"
    r"(?:(?:an?|the)\s)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,;:.(–—-]|\b(?:and|then|at|from|between|until|followed|by|with|comes?|follows?|"
    r"begins?|starts?|is|are|и|затем|а|в|с|к)\b)*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;]\s(?:and\s|then\s|и\s|а\s|затем\s)?|\sand\s(?:then\s)?|\.\s|\sfollowed\s|\sthen\s")
_PRESENTS = re.compile(
    r"^(?P<who>.{4,160}?)\s(?:will\s)?(?:presents?|speaks?|introduces?|explains?|reports?|talks?|shows?|gives?|"
    r"lectures?|представит|расскажет)\s"
    r"(?:on\s|about\s|о\s|об\s)?(?:the\s)?(?P<what>.{4,200})$"
)
_MOST = 60
_LONGEST_TITLE = 200

Piece = tuple[str, FoundTime]


def running_slots(text: str, least: int) -> list[Piece]:
    """Titles with their times, in order; nothing unless there are at least `least`.

    Where the text begins with a time, each title stands after its time; else each time belongs to its clause.
    """
    text = text[:8_000]
    found = [one for one in times(text, in_agenda=True) if not _is_second_zone(text, one)][:_MOST]
    if len(found) < least:
        return []
    leading = not re.search(r"[^\W\d_]{3}", _LEADS.sub("", text[: found[0].position]))
    slots = _after_each(text, found) if leading else []
    slots = slots or _in_clauses(text, found)
    return slots if len(slots) >= least else []


def _after_each(text: str, found: list[FoundTime]) -> list[Piece]:
    """Nothing if one of the titles is missing or has a sentence of its own in it: then it is no list of sessions."""
    ends = [one.position for one in found[1:]] + [len(text)]
    slots = [(_title(text[one.after : end]), one) for one, end in zip(found, ends, strict=True)]
    return slots if all(title for title, _ in slots) else []


def _in_clauses(text: str, found: list[FoundTime]) -> list[Piece]:
    """Only clauses without a date: one with a date says when the event is."""
    slots: list[Piece] = []
    start = 0
    for index, one in enumerate(found):
        end = found[index + 1].position if index + 1 < len(found) else len(text)
        cuts = list(_CUT.finditer(text, one.after, end))
        last = index + 1 == len(found)
        edge = (cuts[0].start() if last else cuts[-1].start()) if cuts else end
        before = (
            max((cut.end() for cut in _CUT.finditer(text, start, one.position)), default=start) if index == 0 else start
        )
        clause = _LEADS.sub("", text[before : one.position]) + " " + text[one.after : edge]
        title = _title(clause)
        if title and not dates(text[before:edge]):
            slots.append((title, one))
        start = edge
    return slots


def _is_second_zone(text: str, one: FoundTime) -> bool:
    """The same moment told again for another zone: `10:00 CET / 14:00 Tashkent time`."""
    return bool(re.search(r"(?:/|\(|=)\s?$", text[: one.position]))


def _title(gap: str) -> str:
    bare = re.sub(r"\b(?:at|from|between|в|с)\s{2,}", "", without_zones(gap))
    bare = _TAIL.sub("", _OPENER.sub("", bare.strip(" ()[]").strip()))
    bare = re.sub(r"\s{2,}", " ", _OPENER.sub("", bare))
    bare = _TAIL.sub("", bare.split(". ")[0] if len(bare) > _LONGEST_TITLE else bare)
    is_title = bool(re.search(r"[^\W\d_]{3}", bare)) and len(bare) <= _LONGEST_TITLE
    return bare.strip(" .;,") if is_title else ""


def presented(title: str) -> tuple[str, str]:
    """`Ms. Example of the Agency presents wagon seals`: the subject, and who presents it; else the title alone."""
    match = _PRESENTS.match(title)
    if match and looks_like_people(match["who"]) and any(draft.name for draft in speakers_in(match["who"])):
        return match["what"], match["who"]
    return title, ""
