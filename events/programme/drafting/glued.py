"""People whom a lost line break has run together: with a title, with the person before, or apart within a role."""

import re

from events.programme.drafting.lexicon import BODY_WORD, ROLE_WORD
from events.programme.drafting.names import is_name

_AGENT = re.compile(r"\b[A-Z]?[a-z]{3,}(?:or|er|ist|ian|eer|logue)$")
_ENDS_TITLE = re.compile(r"(?:[a-zа-яё\d]|[a-zа-яё][?!»”)])$")
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:of|by|with|from|and|or|to|for|on|in|at|the|via|like|as|about|и|с|от|для|в|на|о|об|по|к)$"
)
_MOST_NAME_WORDS, _MOST_ROLE_WORDS = 3, 6
_LONGEST = 1_000  # characters


def parted(text: str) -> str:
    """The text of an agenda's cell with a line break before the person whom its title runs into."""
    lines = mended(text).split("\n")
    cut = _person_after_title(lines[0])
    return "\n".join([lines[0][:cut].rstrip(), lines[0][cut:].lstrip(), *lines[1:]] if cut else lines)


def mended(text: str) -> str:
    """With lines joined that were broken within the role of somebody: `Ada Example, Project / Manager, Agency`."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and _is_cut_in_role(lines[-1], line):
            lines[-1] = f"{lines[-1].rstrip()} {line.lstrip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def each_person(piece: str) -> list[str]:
    """`Ada Example, Judge, Court of Bells Ben Sample, Clerk, Council`, cut before the second person."""
    segments = piece[:_LONGEST].split(", ")
    if not is_name(segments[0]):
        return [piece]
    for at in range(2, len(segments) - 1):
        cut = _name_after_body(segments[at]) if _is_role(segments[at + 1]) else 0
        if cut:
            words = segments[at].split()
            first = ", ".join([*segments[:at], " ".join(words[:cut])])
            return [first, *each_person(", ".join([" ".join(words[cut:]), *segments[at + 1 :]]))]
    return [piece]


def _person_after_title(line: str) -> int:
    """Where `What the books leave out Ada Example, Judge, Court` names somebody; 0 where nobody is told so."""
    head, comma, rest = line[:_LONGEST].partition(", ")
    words = head.split(" ")
    if not comma or not _is_role(rest.split(", ")[0]):
        return 0
    for count in range(_MOST_NAME_WORDS, 1, -1):
        before, name = " ".join(words[:-count]), " ".join(words[-count:])
        is_whole = _ENDS_TITLE.search(before) and not _LEADS_ON.search(before)
        if is_whole and before.split()[-1][:1].islower() and is_name(name):
            return len(before)
    return 0


def _name_after_body(segment: str) -> int:
    """How many words stand before the name at the end of `Court of Bells Ben Sample`; 0 where none is told apart."""
    words = segment.split()
    bodies = [at for at, word in enumerate(words) if BODY_WORD.search(word)]
    if not bodies:
        return 0
    for cut in dict.fromkeys((bodies[-1] + 1, len(words) - 2)):
        if bodies[-1] < cut and 2 <= len(words) - cut <= _MOST_NAME_WORDS and is_name(" ".join(words[cut:])):
            return cut
    return 0


def _is_cut_in_role(line: str, below: str) -> bool:
    head, comma, last = line.rpartition(", ")
    said = below.split(", ")[0].strip()
    if not comma or not last.strip()[:1].isupper() or _is_role(last) or BODY_WORD.search(last) or is_name(said):
        return False
    return is_name(" ".join(head.split()[-2:])) and bool(ROLE_WORD.match(said)) and len(said.split()) <= 2


def _is_role(said: str) -> bool:
    return len(said.split()) <= _MOST_ROLE_WORDS and bool(ROLE_WORD.search(said) or _AGENT.search(said))
