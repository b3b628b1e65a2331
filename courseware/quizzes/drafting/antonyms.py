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
    was approved / was rejected, were approved / were rejected, almost all / hardly any,
    once a day / twice a day, once a week / once a month, twice a year / once a year, more often / less often,
    twice as likely / half as likely, most common / least common, most frequent / least frequent,
    more than half / less than half
"""
# What is forbidden or denied, and what the statement says without it.
_RULED_OUT = {"must not": "may", "may not": "may", "must never": "may", "may never": "may"}
_DENIALS = _RULED_OUT | {
    "cannot": "can",
    "need not": "must",
    "no longer have to": "still have to",
    "no longer has to": "still has to",
}
_ONE_WAY = {
    "seldom": "often", "rarely": "often", "was rejected": "was accepted", "were rejected": "were accepted",
    "Most": "Few", "Many": "Few", "Few": "Most", "Almost all": "Hardly any", "hardly any": "almost all",
}  # fmt: skip
# What somebody is bound or free to do, and what the statement says without it.
_DUTIES = {
    "must": "need not",
    "has to": "does not have to",
    "have to": "do not have to",
    **{f"{verb} {bound} to": f"{verb} not {bound} to"
       for verb in ("is", "are") for bound in ("required", "obliged", "entitled", "allowed")},
}  # fmt: skip
_DUTY = re.compile(
    r"\b(?:"
    + "|".join(sorted(map(re.escape, _DUTIES), key=len, reverse=True))
    + r")\b(?! (?:have|not|never|only|also|still|be said|be able|do)\b)"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|when|who|whom|whose|which|that|what|how|because|since|although|where|as|than|so)\b[^,;]*$",
    re.IGNORECASE,
)


def _others() -> dict[str, str]:
    pairs = [pair.strip().split(" / ") for pair in " ".join(_PAIRS.split()).split(",")]
    return {two: one for one, two in pairs} | dict(pairs) | _ONE_WAY


_OTHER = _others()
_WORD = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _OTHER), key=len, reverse=True)) + r")\b")
_DENIAL = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _DENIALS), key=len, reverse=True)) + r")\b")
_IRREGULAR = {"have": "has", "be": "is"}
_NOT = re.compile(
    r"\b(?P<verb>is|are|was|were|has|have|had|will|would|could|should|does|do) (?:not|never) (?P<next>[a-z]+)"
)
# After these words "not" denies a part only, or the sentence says the thing twice.
_IN_PART = re.compile(
    r"\b(?:not|never|cannot) (?:only|merely|just|yet|even|necessarily|always|all|every|enough|very|more|less|so|least"
    r"|by|a|an|the|too|quite|simply)\b|\b(?:but|although|though|rather|instead|because|since|as|so that|if|unless"
    r"|whether|until|lest|therefore|than|when|while|before|after|any\w*|ever|either|at all|once|whatsoever)\b",
    re.IGNORECASE,
)
# "Each ground need not be examined": none, or not all?
_OF_EACH = re.compile(r"^There\b|\b(?:each|every|all|both|no|any)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")  # "the smallest employer, with 11,400 people": the figure tells that it is not
# What a denial or a duty covers is not plain where another verb or clause follows: "must pass a test and sign".
_GOES_ON = re.compile(r"\b(?:and|or|nor|yet)\b|[;,]")
_DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|none|nothing|cannot|unless|only|except|without)\b", re.IGNORECASE
)
_MOVES = re.compile(r" (?:slightly |sharply |steeply )?(?:by|to|in|since|at|over|within|for|from)\b")
_ARTICLE = re.compile(r"\b(a|an) $", re.IGNORECASE)
# Where both of a pair are named, or one is part of a comparison or a name, the statement may stay true.
_UNSURE = re.compile(
    r"\b(?:both|either|whether|between|partly|not only|as well as|because|following|owing to|due to|thanks to"
    r"|although|though|but|however"
    r"|whereas|while"
    r"|instead of|rather than"
    r"|as [a-z]+(?: [a-z]+)? as|as (?:more|fewer|less)|exceed\w*|from [\w,.]+(?: [\w-]+){0,2} to|or)\b"
    r"|\bfrom \d[^;]* to \d"
    r"|\bthan\b.*\bthan\b|\b(?:fewer|more|others?|the rest) (?:still|do|did|not)\b"
    r"|\b(?:above|below|exceeding|compared)\b|^(?:Most|Many"
    r"|Few|Almost all) of\b",
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
    if _SUBORDINATE.search(before):
        return None
    if word.endswith("est") and (not _SAID_OF_IT.search(before) or _FIGURE.search(statement)):
        return None
    if word in _SAID_TO_BE and not _IS_SAID.search(before):
        return None
    if word.endswith((" all", " half")) and _FIGURE.search(statement):
        return None  # "More than half (51 per cent)"
    if word in ("rose", "fell") and not _MOVES.match(statement[end:]):
        return None
    if article := _ARTICLE.search(before):
        right = "an" if _OTHER[word][0] in "aeiou" else "a"
        before = before[: article.start()] + (right.capitalize() if article[1][0] == "A" else right) + " "
    return before + _OTHER[word] + statement[end:]


def allowed(statement: str, *, states_rules: bool) -> str | None:
    """The statement without its one denial: what it forbids is then permitted, what it rules out is so.

    "Must not" is a ban in a text that `states_rules`, elsewhere it may be a wish.
    """
    if len(_DENIED.findall(statement)) != 1 or _IN_PART.search(statement):
        return None
    denial = _DENIAL.search(statement) or _NOT.search(statement)
    if denial is None or _SUBORDINATE.search(statement[: denial.start()]) or _GOES_ON.search(statement, denial.end()):
        return None
    if denial.re is _NOT:
        said = _affirmed(denial["verb"], denial["next"])
    elif denial.group() in _RULED_OUT and not states_rules:
        return None
    else:
        said = _DENIALS[denial.group()]
    return statement[: denial.start()] + said + statement[denial.end() :]


def _affirmed(verb: str, following: str) -> str:
    """ "does not apply" becomes "applies", "do not apply" "apply", "is not included" "is included"."""
    if verb == "do":
        return following
    if verb != "does":
        return f"{verb} {following}"
    if following in _IRREGULAR:
        return _IRREGULAR[following]
    if following.endswith("y") and following[-2] not in "aeiou":
        return f"{following[:-1]}ies"
    return following + ("es" if following.endswith(("s", "sh", "ch", "x", "o")) else "s")


def released(statement: str) -> str | None:
    """The statement without the one duty or right that it gives, so that it is false."""
    found = list(_DUTY.finditer(statement))
    if len(found) != 1 or _DENIED.search(statement) or _UNSURE.search(statement):
        return None
    before = statement[: found[0].start()]
    if _GOES_ON.search(statement, found[0].end()):
        return None
    if _SUBORDINATE.search(before) or _OF_EACH.search(statement):
        return None
    return before + _DUTIES[found[0].group()] + statement[found[0].end() :]
