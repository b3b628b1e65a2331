"""Turning a statement round by one opposite, only where grammar and meaning are sure."""

import re

_PAIRS = """
    rose / fell, grew / shrank, increased / decreased, doubled / halved, higher than / lower than,
    longer than / shorter than, larger than / smaller than, faster than / slower than,
    cheaper / more expensive, highest / lowest, longest / shortest, largest / smallest, oldest / newest,
    earliest / latest, compulsory / optional, mandatory / voluntary, temporary / permanent,
    free of charge / subject to a fee, before departure / after departure, before arrival / after arrival,
    electronic / paper-based, strengthened / weakened, majority / minority, minimum / maximum,
    permitted / forbidden, improved / worsened
"""


def _pairs() -> list[tuple[str, ...]]:
    return [tuple(pair.strip().split(" / ")) for pair in " ".join(_PAIRS.split()).split(",")]


_OTHER = {word: partner for pair in _pairs() for word, partner in (pair, pair[::-1])}
_WORD = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _OTHER), key=len, reverse=True)) + r")\b")
_MOVES = re.compile(r" (?:by|to|in|since|at|over|within|for)\b")
_ARTICLE = re.compile(r"\b(a|an) $", re.IGNORECASE)
# Where both of a pair are named, or one is part of a comparison or a name, the statement may stay true.
_UNSURE = re.compile(r"\b(?:both|either|whether|from|between|partly|not only|as well as|or)\b|\bthan\b.*\bthan\b")


def turned(statement: str) -> str | None:
    """The statement with one word replaced by its opposite, so that it is false; None where that is not sure."""
    found = list(_WORD.finditer(statement))
    if len(found) != 1 or _UNSURE.search(statement) or found[0].start() == 0:
        return None
    word, start, end = found[0].group(), found[0].start(), found[0].end()
    before = statement[:start]
    if word in ("rose", "fell") and not _MOVES.match(statement[end:]):
        return None
    if article := _ARTICLE.search(before):
        right = "an" if _OTHER[word][0] in "aeiou" else "a"
        before = before[: article.start()] + (right.capitalize() if article[1][0] == "A" else right) + " "
    return before + _OTHER[word] + statement[end:]
