"""Agendas written on, within one paragraph: `10:00 Opening; 10:15 Panel`, or `The day opens at 10:00 with ...`."""

import re

from events.programme.drafting.clock import FoundTime, times
from events.programme.drafting.zones import without_zones

_LEADS = re.compile(r"(?:^|\b)(?:at|from|between|until|by|начало в|около|в|с|к)\s?$", re.IGNORECASE)
_HEAD = re.compile(
    r"^[\s,;:.)–—-]*(?:(?:and|then|there (?:will be|is)|with|followed by|is|are|will be|comes?|follows?|брифинг)\s){0,2}"
    r"(?:(?:an?|the)\s)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,;:.(–—-]|\b(?:and|then|at|from|between|until|followed by|и|затем|а|в|с|к)\b)*$", re.IGNORECASE
)
_MOST = 60
_LONGEST_TITLE = 200


def running_slots(text: str, least: int) -> list[tuple[str, FoundTime]]:
    """Titles with their times, in order; nothing unless there are at least `least` and each has a title of its own."""
    found = [one for one in times(text[:8_000]) if not _is_second_zone(text, one)][:_MOST]
    if len(found) < least:
        return []
    leading = not re.search(r"[^\W\d_]{3}", _LEADS.sub("", text[: found[0].position]))
    edges = [(0 if leading else _start_of_clause(text, found[0].position), 0)]
    edges += [(one.position, one.after) for one in found] + [(len(text), len(text))]
    if leading:
        gaps = [(text[edges[i + 1][1] : edges[i + 2][0]], one) for i, one in enumerate(found)]
    else:
        gaps = [(text[(edges[i][1] or edges[i][0]) : edges[i + 1][0]], one) for i, one in enumerate(found)]
    slots = [(_title(gap), one) for gap, one in gaps]
    return slots if all(title for title, _ in slots) else []


def _start_of_clause(text: str, position: int) -> int:
    return max(text.rfind(". ", 0, position) + 1, text.rfind(": ", 0, position) + 1, 0)


def _is_second_zone(text: str, one: FoundTime) -> bool:
    """The same moment told again for another zone: `10:00 CET / 14:00 Tashkent time`."""
    return bool(re.search(r"(?:/|\(|=)\s?$", text[: one.position]))


def _title(gap: str) -> str:
    bare = _TAIL.sub("", _HEAD.sub("", without_zones(gap).strip(" ()[]")))
    bare = _TAIL.sub("", bare.split(". ")[0] if len(bare) > _LONGEST_TITLE else bare)
    is_title = bool(re.search(r"[^\W\d_]{3}", bare)) and len(bare) <= _LONGEST_TITLE
    return bare.strip(" .;,") if is_title else ""
