"""Taking an enumeration in a sentence apart."""

import re

_LAST_COMES = re.compile(r",?\s(?:as well as|together with|а также)\s|;\s(?:and\s|и\s)?|,\s(?:and|и|et)\s")
_WITHIN = re.compile(r"[,;]\s{1,3}")
_AND = re.compile(r"\s(?:and|и|et)\s")
_ADJECTIVE = re.compile(r"[\w\-]{2,30}(?:al|ic|ive|ary|ern|ous|wide|based|ых|их|ые|ие)$", re.IGNORECASE)
_MARK = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?P<mark>[a-zа-я]|[ivx]{1,4}|\d{1,2})\)\s", re.IGNORECASE)
_MARK_NEAR = 4  # characters before the first mark
_LAST_AND = re.compile(r"[,;]?\s(?:and|и|et)$")
_EDGES = " \t,.;:–—-"


def enumerated(text: str) -> list[str]:
    """The members of `A, B, C, and D`, in order.

    The first ", and" closes the list: everything after it is one member, whatever commas it holds. Without one,
    the first " and " after the last comma does. Adjectives in a row ("international, regional and local bodies")
    stay in one member.
    """
    if found := marked(text):
        return found
    text = text.strip(_EDGES)
    closing = _LAST_COMES.search(text)
    if closing and ";" in closing.group():
        return _cleaned(re.split(r";\s(?:and\s|и\s)?", text))
    if closing:
        return _cleaned([*_members(text[: closing.start()]), text[closing.end() :]])
    members = _members(text)
    if len(members) > 1:
        members = [*members[:-1], *_AND.split(members[-1], maxsplit=1)]
    return _cleaned(_rejoined(members))


def marked(text: str) -> list[str]:
    """The members of `(a) A; (b) B; and (c) C`; empty for a text that does not count them up from its beginning."""
    marks = list(_MARK.finditer(text))
    if len(marks) < 2 or marks[0].start() > _MARK_NEAR or marks[0]["mark"].lower() not in ("a", "i", "1", "а"):
        return []
    edges = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = [text[mark.end() : edge] for mark, edge in zip(marks, edges, strict=True)]
    return _cleaned([_LAST_AND.sub("", piece.strip(_EDGES)) for piece in pieces])


def _members(text: str) -> list[str]:
    return _rejoined(_WITHIN.split(text))


def _rejoined(members: list[str]) -> list[str]:
    joined: list[str] = []
    for member in members:
        if joined and _breaks_off(joined[-1], member):
            joined[-1] = f"{joined[-1]}, {member}"
        else:
            joined.append(member)
    return joined


def _breaks_off(before: str, after: str) -> bool:
    """Whether the comma stood between two adjectives of the same noun, or inside a bracket."""
    last, first = before.split()[-1:], after.split()[:1]
    both = bool(last and first and _ADJECTIVE.match(last[0]) and _ADJECTIVE.match(first[0]))
    return both or before.count("(") > before.count(")")


def _cleaned(members: list[str]) -> list[str]:
    return [bare for member in members if (bare := member.strip(_EDGES))]


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
