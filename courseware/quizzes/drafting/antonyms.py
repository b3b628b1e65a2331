"""Turning a statement round by one opposite, only where grammar and meaning are sure."""

import re

_PAIRS = """
    rose / fell, grew / shrank, increased / decreased, doubled / halved, higher than / lower than,
    longer than / shorter than, larger than / smaller than, faster than / slower than, heavier than / lighter than,
    cheaper / more expensive, highest / lowest, longest / shortest, largest / smallest, widest / narrowest,
    oldest / newest, youngest / oldest, busiest / quietest,
    compulsory / optional, mandatory / voluntary, temporary / permanent, permitted / forbidden, improved / worsened,
    is free of charge / is subject to a fee, are free of charge / are subject to a fee, free of charge / for a fee,
    be free of charge / be subject to a fee, before departure / after departure, before arrival / after arrival,
    strengthened / weakened,
    eastern / western, northern / southern, upstream / downstream, by day / by night, in writing / orally,
    unanimously / by a narrow majority, was accepted / was rejected, were accepted / were rejected,
    was approved / was rejected, were approved / were rejected,
    once a day / twice a day, once a week / once a month, twice a year / once a year, more often / less often,
    twice as likely / half as likely, most common / least common, most frequent / least frequent
"""
_ONE_WAY = {
    "seldom": "often", "rarely": "often", "was rejected": "was accepted", "were rejected": "were accepted",
}  # fmt: skip
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|when|who|whom|whose|which|that|what|how|because|since|although|where|as|than|so)\b[^,;]*$",
    re.IGNORECASE,
)


def _others() -> dict[str, str]:
    pairs = [pair.strip().split(" / ") for pair in " ".join(_PAIRS.split()).split(",")]
    return {two: one for one, two in pairs} | dict(pairs) | _ONE_WAY


_OTHER = _others()
_WORD = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _OTHER), key=len, reverse=True)) + r")\b")
_LIMIT = re.compile(r"\b(?:hours?|days?|weeks?|months?) (?:before|after) ")  # no one reports 24 hours after arriving
_FIGURE = re.compile(r"\d")  # "the smallest employer, with 11,400 people": the figure tells that it is not
_DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|none|nothing|cannot|unless|only|except|without)\b", re.IGNORECASE
)
_MOVES = re.compile(r" (?:slightly |sharply |steeply )?(?:by|to|in|since|at|over|within|for|from)\b")
_ARTICLE = re.compile(r"\b(a|an) $", re.IGNORECASE)
# Where both of a pair are named, or one is part of a comparison or a name, the statement may stay true.
_UNSURE = re.compile(
    r"\b(?:both|either|whether|between|partly|not only|as well as|because|following|owing to|due to|thanks to"
    r"|results? of|reflect\w*|attribut\w*|(?:caused|driven|helped|explained) by"
    r"|although|though|but|however"
    r"|whereas|while"
    r"|instead of|rather than"
    r"|as [a-z]+(?: [a-z]+)? as|as (?:more|fewer|less)|exceed\w*|from [\w,.]+(?: [\w-]+){0,2} to|or)\b"
    r"|\bfrom \d[^;]* to \d"
    r"|\bthan\b.*\bthan\b|\b(?:fewer|more|others?|the rest) (?:still|do|did|not)\b"
    r"|\b(?:above|below|exceeding|compared)\b",
    re.IGNORECASE,
)


# "A printer for temporary certificates" in a list of seven things: nobody looks for the falsehood there.
_SAID_TO_BE = frozenset({"compulsory", "optional", "mandatory", "voluntary", "temporary", "permanent"})
_IS_SAID = re.compile(r"\b(?:is|are|was|were|be|been|becomes?|became|remains?|remained|made) (?:an? )?(?:[a-z]+ly )?$")
# "It is the largest": but who can take the largest can take the smallest, and rooms are built for the busiest hour.
_SAID_OF_IT = re.compile(r"\b(?:is|was|are|were|remains?|remained|became) (?:by far )?the $")


def turned(statement: str) -> str | None:
    """The statement with one word replaced by its opposite, so that it is false; None where that is not sure."""
    found = list(_WORD.finditer(statement))
    if len(found) != 1 or _UNSURE.search(statement) or _DENIED.search(statement):
        return None
    word, start, end = found[0].group(), found[0].start(), found[0].end()
    before = statement[:start]
    if _SUBORDINATE.search(before) or "by far" in statement.lower():
        return None
    if word.endswith(("departure", "arrival")) and _LIMIT.search(before + word):
        return None
    if word.endswith("est") and (not _SAID_OF_IT.search(before) or _FIGURE.search(statement)):
        return None
    if word in _SAID_TO_BE and not _IS_SAID.search(before):
        return None
    if word in ("rose", "fell") and not _MOVES.match(statement[end:]):
        return None
    if article := _ARTICLE.search(before):
        right = "an" if _OTHER[word][0] in "aeiou" else "a"
        before = before[: article.start()] + (right.capitalize() if article[1][0] == "A" else right) + " "
    return before + _OTHER[word] + statement[end:]
