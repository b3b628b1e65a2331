"""The times in a line of an agenda: where they may stand, and the line without them."""

import re
from dataclasses import replace
from datetime import timedelta

from events.programme.drafting.clock import FoundTime, duration, times
from events.programme.drafting.days import dates
from events.programme.drafting.zones import zones

_BRACKETED = re.compile(r"[\s,–—-]{0,4}[(\[]([^()\[\]]{3,60})[)\]]\s?\.?$")
_BRACKETED_INSIDE = re.compile(r"[^()\[\]]{3,40}[(\[]([^()\[\]]{7,30})[)\]]\s?[:–—-]\s(?=\S)")
_PEOPLE_BELOW = re.compile(
    r"[\s;,.]{1,3}(?:(?:co-)?moderators?|speakers?|presenters?|panell?ists?|chair|facilitators?|rapporteurs?"
    r"|discussants?|lecturers?|trainers?|модератор\w?|докладчик\w?|спикер\w?|лектор\w?)\s?:\s",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(r"^[\s:.,;–—|)\]•·\-]{0,8}")
_ZONE_AFTER_TIME = re.compile(
    r"^\s?[(\[]?(?:UTC|GMT|CES?T|EE?S?T|E[SD]?T|BST|MSK|МСК|мск|[ap]\.?m\.?)(?:\s?[+\-−–]\s?\d{1,2}(?::\d\d)?)?[)\]]?(?=[\s:,.–—|"
    r"-]|$)"
)
_BRACKET_AFTER_TIME = re.compile(r"^\s?[(\[]([^()\[\]]{2,60})[)\]]")
_SECOND_TIME = re.compile(r"^\s?[/=]\s?")
_TRAILING_GAP = re.compile(r"(?:[,;:|–—\t-]|\s{2,}|\b(?:at|from|в|с))\s{0,3}$")
_LENGTH_IN_TITLE = re.compile(r"[\s,–—:-]{0,4}[(\[]?(?:approx\.?\s|ca\.?\s|около\s)?$", re.IGNORECASE)
_OF_EACH = re.compile(r"\s(?:each|per\s|for each|кажд|на кажд)", re.IGNORECASE)
TIME_LABEL = re.compile(r"^(?:time|when|timing|время)\s?[:–—-]\s?", re.IGNORECASE)


def leading_time(text: str) -> FoundTime | None:
    found = next(iter(times(text[:70], in_agenda=True)), None)
    return found if found and not _before_time(text[: found.position]) else None


def told_time(text: str) -> FoundTime | None:
    """A time that begins a cell, or follows the date that begins it: `16 February, 11:00`."""
    day = next((one for one in dates(text[:80]) if not re.search(r"[^\W\d_]{2}", text[: one.start])), None)
    rest = text[day.end :].lstrip(" ,.;:–—-|г)\n") if day else text
    found = leading_time(rest)
    return replace(found, position=len(text) - len(rest) + found.position) if found else None


_PREFIX = re.compile(r"^\s?(?:\d{1,2}[.)]\s)?(?:(?:time|from|at|начало в|начало|время|с|в)\b\s?:?\s?)?$", re.IGNORECASE)


def _before_time(text: str) -> str:
    bare = text.strip(" [(|•*·–—-\t")
    return "" if not bare or _PREFIX.match(f"{bare} ") else bare


def bracketed_time(text: str) -> FoundTime | None:
    """`Opening (10:00–10:15)`, or `Session 1 (10:15–11:00): Seals` with nothing else in the brackets."""
    inside = _BRACKETED_INSIDE.match(text)
    if inside and (span := next((one for one in times(inside.group(1)) if one.end), None)):
        return replace(span, position=inside.start(1) + span.position)
    bracket = _BRACKETED.search(text[-120:])
    if not bracket and (people := _PEOPLE_BELOW.search(text)):
        return bracketed_time(text[: people.start()])
    found = next(iter(times(bracket.group(1))), None) if bracket else None
    shift = max(0, len(text) - 120)
    return replace(found, position=shift + bracket.start(1) + found.position) if bracket and found else None


def trailing_time(text: str) -> FoundTime | None:
    """`Opening – 10:00-10:15`: a time at the end, after a mark or as a span."""
    if len(text) > 250:
        return None
    found = next(reversed(times(text)), None)
    if not found or re.search(r"\w", re.sub(r"\b(?:UTC|GMT|CET|[ap]\.?m)\b", "", text[found.after :])):
        return None
    return found if found.end or _TRAILING_GAP.search(text[: found.position]) else None


def without_time(text: str, found: FoundTime) -> str:
    if re.search(r"[^\W\d_]{2}", TIME_LABEL.sub("", text[: found.position])) and not leading_time(text):
        inside = _BRACKETED_INSIDE.match(text)
        if inside and inside.start(1) <= found.position < inside.end(1):
            return text[: inside.start(1) - 1].rstrip() + text[inside.end(1) + 1 :]
        return _BRACKETED.sub("", text) if bracketed_time(text) else text[: found.position].rstrip(" ,;:|–—-\t")
    return _after_times(text[found.after :])


def _after_times(rest: str) -> str:
    """What follows a time, its zone, its length and the same moment in other zones."""
    for _ in range(4):
        before = rest
        rest = _ZONE_AFTER_TIME.sub("", rest)
        bracket = _BRACKET_AFTER_TIME.match(rest)
        if bracket and (zones(bracket.group(1)) or duration(bracket.group(1)) or times(bracket.group(1))):
            rest = rest[bracket.end() :]
        second = _SECOND_TIME.match(rest)
        found = leading_time(rest[second.end() :]) if second else None
        if second and found:
            rest = rest[second.end() + found.after :]
        if rest == before:
            break
    return _AFTER_TIME.sub("", rest, count=1)


def without_length(text: str) -> tuple[str, timedelta | None, str]:
    """The text without a length at its beginning or end, the length, and how it is written."""
    found = duration(text[:300])
    if not found:
        return text, None, ""
    length, start, end = found
    if _OF_EACH.match(text, end):
        return text, None, ""  # "(10 minutes each)": how long it takes in all is not said
    if not text[:start].strip(" (["):
        return _AFTER_TIME.sub("", text[end:]), length, text[start:end]
    closes = re.match(r"\s?[)\]]?", text[end:])
    rest = text[end + (closes.end() if closes else 0) :]
    gap = _LENGTH_IN_TITLE.search(text[:start])
    if gap and re.search(r"[(\[]", gap.group()) and not (closes and closes.group().strip()):
        return text, length, text[start:end]  # "(about 2 hours, flat shoes)": more stands in the brackets
    is_apart = bool(gap and gap.group().strip()) and (not rest.strip(" .") or "(" in gap.group() or "[" in gap.group())  # type: ignore[union-attr]
    return (text[: gap.start()] + rest, length, text[start:end]) if gap and is_apart else (text, None, "")
