"""What a question on a figure or name is worth, from 0 to 1, before the lint: set by hand on what readers took.

Of 725 judged drafts readers took as they stood 91 % of small figures that are compared, limited or told for each of
something, 95 % of figures from a thousand on, and 76 % of small ones of which the sentence only says that so many are
there.
"""

import re

from courseware.quizzes.drafting.clauses import MILESTONE, content
from courseware.quizzes.drafting.facts import Fact, FactKind
from courseware.quizzes.drafting.passages import Passage

_WORTH: dict[FactKind, float] = {
    "country": 0.5,
    "organisation": 0.7,
    "percent": 0.7,
    "amount": 0.7,
    "duration": 0.6,
    "number": 0.6,
    "year": 0.6,
    "years": 0.6,
    "date": 0.6,
    "share": 0.7,
    "small_number": 0.55,
}
_WEIGHT_GAIN, _MATTER_GAIN = 0.15, 0.05
_NAMELESS_LOSS, _ASIDE_LOSS, _CONTEXT_LOSS, _OFF_LOSS = 0.05, 0.2, 0.01, 0.07
_APART_LOSS, _BARE_LOSS = 0.07, 0.15
_COMPARED_GAIN = 0.12
_COMPARED = re.compile(
    r"\b(?:instead of|rather than|compared (?:with|to)|against|(?:up|down) from|from \S+(?: [a-z]+){0,2} to|fell|rose"
    r"|risen|fallen|dropped|grew|declined|increased|decreased|halved|doubled|without|whereas|average|averaged|median)\b"
)
_COUNTS: tuple[FactKind, ...] = ("number", "small_number")
_ASIDE = re.compile(r", (?:when|which|who|whose|where|in memory|although|though)\b")
# ", 63 families in all, took": an insertion.
_INSERTED = re.compile(r", (?:(?:some|about|only|nearly|almost|just) )?$")
_COMFORTABLE = range(11, 29)
_MANY = re.compile(r"\d[\d.,]*(?:,\d{3}| (?:m|b|tr)illion)|thousand|million")
_WEIGHED = re.compile(
    r"\b(?:of which|of whom|fell|rose|fallen|risen|grew|grown|(?:in|de)creas\w+|declin\w+|reduc\w+|dropped"
    r"|more than|fewer|less than|up to|at least|at most|no more|limit\w*|exceed\w*|within|average|maximum|minimum"
    r"|per|each|every|compared|against|instead|half|double\w*|in total|altogether|must|may|costs?|annual\w*|a year"
    r"|a day)\b"
)


def comfort(statement: str) -> float:
    """A little more for a sentence of comfortable length."""
    return 0.1 if len(statement.split()) in _COMFORTABLE else 0.0


def worth_of(passage: Passage, fact: Fact, language: str, *, is_named: bool, is_on_matter: bool) -> float:
    """Worth of the type; more for the year of a founding or treaty and for a figure with some weight, less for a bare
    count. `is_named`: a name stands in the sentence; `is_on_matter`: a key term does.
    """
    statement = passage.statement
    worth = _WORTH[fact.kind] + comfort(statement)
    worth += _MATTER_GAIN * is_on_matter - _NAMELESS_LOSS * (not is_named) - _losses(passage, fact)
    if language == "ru" or (fact.kind == "year" and MILESTONE.search(statement)):
        return worth + _WEIGHT_GAIN
    if fact.kind in _COUNTS:
        return worth + (_WEIGHT_GAIN if _has_weight(statement, fact) else -_BARE_LOSS)
    return worth + _COMPARED_GAIN * bool(_COMPARED.search(statement))


def _has_weight(statement: str, fact: Fact) -> bool:
    return _MANY.search(fact.text) is not None or _WEIGHED.search(statement) is not None


def is_inserted(fact: Fact, statement: str) -> bool:
    return _INSERTED.search(statement[: fact.start]) is not None and "," in statement[fact.end :]


def _losses(passage: Passage, fact: Fact) -> float:
    """Less for a figure in a side clause, for a sentence without a word of title and heading, and for one after
    others, more so where they speak of something else.
    """
    own = content(passage.statement)
    is_aside = _ASIDE.search(passage.statement[: fact.start]) or is_inserted(fact, passage.statement)
    is_apart = not content(passage.context) & own
    return (
        _ASIDE_LOSS * bool(is_aside)
        + _OFF_LOSS * (not content(" ".join(passage.lead)) & own)
        + _CONTEXT_LOSS * len(passage.before)
        + _APART_LOSS * is_apart * len(passage.before)
    )
