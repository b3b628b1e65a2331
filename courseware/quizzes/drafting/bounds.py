"""Which values the words that a question shows allow in its gap: between what, on which side of what."""

import re
from collections.abc import Callable
from functools import lru_cache

from courseware.quizzes.drafting.facts import FROM_TO, Fact, figures
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.years import Years

COMPARED_RATIO = 1.35
FIGURE = re.compile(rf"\d[\d,]*(?:\.\d+)?|\b{NUMERAL}\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
_OF_A_PERSON = re.compile(r"\b(?:he|she|his|her|him|who)\b", re.IGNORECASE)
_WORKING_LIFE, _COUNTRIES = 40.0, 195.0
_COMPARED_WITH = re.compile(
    r"\b(?:from|to|with|against|than|stood at) (\d[\d,]*(?:\.\d+)?)(?: million| billion| thousand| per cent)?"
    r"(?=[,.;]|$| (?:in|per|a|at|for|on|under|during|by|before|elsewhere|two|three|last)\b)"
)
_DIRECTION = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|growing|up|down|(?:in|de)creas\w+|declin\w+|growth|drop\w*|more|fewer|less|higher"
    r"|lower|larger|smaller|longer|shorter|faster|slower|cheaper|only|still|record|reduc\w+|rais\w+|cut|sav\w+|instead"
    r"|against|doubled|halved|improv\w+)\b"
)
# "Of the 60 planned, 51 were trained and 44 remain": no more than there were.
_OF_A_WHOLE = re.compile(r"\b[Oo]f (?:the |these |its |all |some )?(\d[\d,]*)(?! per cent)[^.;]{0,120}$")
# "1,480 kilometres of line, 940 of them electrified", "11.8 million dirals, of which the Fund gave 7.5 million"
_PART = re.compile(
    r"^[^.;]{0,60}, (?:(?:some |about |only )?(?P<before>\d[\d,]*(?:\.\d+)?) of (?:them|which|whom|these)\b"
    r"|of (?:which|whom|these) [^.;\d]{0,60}?(?P<after>\d[\d,]*(?:\.\d+)?))(?! per cent)"
)
_OF_WHICH = re.compile(r"\d [^.;]{1,40}, (?:of (?:which|whom|these|them)|including|among them) (?:[a-z]+ ){0,3}$")
# "fell from ____ in 2015 to 4 hours 20 minutes"
_TO_FIGURE = re.compile(
    rf"(?:[^\d.;]|\b{_YEAR.pattern}\b){{0,60}}? to (?:(?:about|only|some|just) )?(\d[\d,]*(?:\.\d+)?)"
)
_DOWN_TO = re.compile(
    r"\b(?:reduced|cut|lowered|shortened|fell|fallen|dropped|down) (?:[a-z]+ ){0,2}to (?:[a-z]+ ){0,2}$"
)
_UP_TO = re.compile(
    r"\b(?:raised|rose|risen|increased|lengthened|extended|grew|grown|up) (?:[a-z]+ ){0,2}to (?:[a-z]+ ){0,2}$"
)
# "They speak more than sixty languages", so more than fifty as well: on that side there is no wrong answer. What is
# only described so ("ferries with more than nine passengers") has a limit, which is one figure alone.
_LIMITS = ("with", "of", "worth", "for", "and", "or", "no", "not", "people", "persons")
_NOT_DESCRIBED = "".join(f"(?<!{word} )" for word in _LIMITS)
_MORE_THAN = re.compile(rf"{_NOT_DESCRIBED}\b(?:more than|over) $", re.IGNORECASE)
_LESS_THAN = re.compile(rf"{_NOT_DESCRIBED}\b(?:less|fewer) than $", re.IGNORECASE)
# "Rejected by 53 per cent of the voters": by more than half of them.
_BY_VOTE = re.compile(
    r"\b(?:rejected|approved|accepted|adopted|passed|won|carried|elected)\b[^.;]{0,60}\b(?:by|with) $"
)
_VOTE = re.compile(r"\b(?:referendum|vot(?:e|es|ed|ers|ing)|ballot|elections?|poll)\b", re.IGNORECASE)
_YEAR_BESIDE = re.compile(r"\b(?:previous|following|next|preceding) year\b|\byear (?:before|after|earlier|later)\b")
_YEARS_LATER = re.compile(
    rf"\b(?P<year>{_YEAR.pattern})\b(?:(?!{_YEAR.pattern})[^\n]){{1,120}}?"
    rf" (?P<years>{NUMERAL}|\d{{1,2}}) years later\b"
)
_REST, _FOR_THE_REST = re.compile(r"\b(?:rest|remainder|remaining|others)\b"), 5.0
_FOLLOWED = re.compile(r"\b(?:followed by|ahead of)\b")
# Also where "per cent" is left out, as in "pensions 27 and land records 14".
PER_CENT = re.compile(r"(?<![\d,.])(\d{1,2}(?:\.\d+)?)(?= per cent|%| and\b|[,.;](?!\d))")
_MEASURED = frozenset({"duration", "percent", "amount"})


def is_compared(fact: Fact, shown: str) -> bool:
    """Whether a figure of about its size is named beside it: "54.6 million, compared with 51.2 million in 2023"."""
    own, beside = amount(fact.text), (amount(each) for each in _COMPARED_WITH.findall(shown))
    return any(own != each and max(own, each) <= COMPARED_RATIO * min(own, each) for each in beside)


def possible(fact: Fact, shown: str, years: Years) -> Callable[[str], bool]:
    """Tells of a value whether it lies on the same side of every other year or measure `shown`, as a beginning before
    its end. Of a person's years: whether they fit into a working life.
    """
    own = amount(fact.text)
    least, most = _bounds(fact, shown)
    before = shown[: max(0, shown.rfind(fact.text))]
    least = max(least, own) if _MORE_THAN.search(before) else least
    most = min(most, own) if _LESS_THAN.search(before) else most
    if fact.kind == "percent" and own > 50 and _BY_VOTE.search(before) and _VOTE.search(shown):
        least = max(least, 50.0)
    told = _years_in(shown) - {own}
    told_of = {year + step for year in told for step in (-1, 1)} if _YEAR_BESIDE.search(shown) else set()
    beside = _years_in(shown) if fact.kind == "year" else _measures_in(shown, fact)
    of_a_person = fact.kind == "duration" and _OF_A_PERSON.search(shown) is not None

    def is_possible(value: str) -> bool:
        other = amount(value)
        if of_a_person and value.endswith("years"):
            return other <= max(own, _WORKING_LIFE)
        if fact.kind == "year" and (other in told_of or not years.allow(other, own)):
            return False
        if not least <= other <= most:
            return False
        return all((each < own) == (each < other) for each in beside if each != own)

    return is_possible


def _bounds(fact: Fact, shown: str) -> tuple[float, float]:
    """Between which values it must lie: "212 petitions, of which …", "the fee is 24 talers; it is reduced to …"."""
    before = shown[: max(0, shown.rfind(fact.text))]
    after = shown[len(before) + len(fact.text) :]
    if change := FROM_TO.search(before):
        earlier = amount(change[1])
        return (earlier, float("inf")) if earlier < amount(fact.text) else (0.0, earlier)
    if before.endswith("from ") and (change := _TO_FIGURE.match(after)):
        later = amount(change[1])
        return (later, float("inf")) if later < amount(fact.text) else (0.0, later)
    if fact.kind == "share":
        left = 1.0 - sum(map(amount, PER_CENT.findall(shown[before.rfind(". ") + 1 :]))) / 100
        return 0.0, left if amount(fact.text) <= left else 1.0
    if fact.kind == "percent":
        return 0.0, _left_of_a_hundred(fact, shown, shown[before.rfind(". ") + 1 :])
    least, most = _beside(fact, before, after)
    whole = _OF_A_WHOLE.search(before)
    return least, min(most, amount(whole[1])) if whole and amount(whole[1]) > amount(fact.text) else most


def _beside(fact: Fact, before: str, after: str) -> tuple[float, float]:
    """What the figures before it and after it in the words shown allow."""
    if fact.kind in ("number", "amount") and _FOLLOWED.search(after):
        behind = max(amount(each) for each in FIGURE.findall(after) or ["0"])
        return (behind, float("inf")) if behind < amount(fact.text) else (0.0, float("inf"))
    if after.startswith(" countries"):
        return 0.0, _COUNTRIES
    if part := _PART.search(after):
        return min(amount(part["before"] or part["after"]), amount(fact.text)), float("inf")
    told = [amount(each) for each in FIGURE.findall(before)]
    if not told or fact.kind not in ("number", "small_number", "amount", "duration"):
        return 0.0, float("inf")
    if _OF_WHICH.search(before) or _DOWN_TO.search(before):
        return 0.0, max(told[-1], amount(fact.text))
    return (min(told[-1], amount(fact.text)), float("inf")) if _UP_TO.search(before) else (0.0, float("inf"))


def _left_of_a_hundred(fact: Fact, shown: str, sentence: str) -> float:
    """Beside other shares of one whole no share may be so large that all come to more than the whole.

    What is told of growth in the sentences before is no share of it: then those of its own sentence count.
    """
    own = amount(fact.text)
    for text in (shown, sentence):
        shares = [amount(each) for each in PER_CENT.findall(text)]
        left = 100.0 - (sum(shares) - own) - (_FOR_THE_REST if _REST.search(text) else 0.0)
        if own <= left:
            return left
    return 100.0


def _measures_in(text: str, fact: Fact) -> set[float]:
    """All that is measured in the same unit: what is longer than the one must be longer than the other.

    "54.6 million, compared with 51.2" may be more or less, unless a word such as "rose" tells.
    """
    compared = {amount(each) for each in _COMPARED_WITH.findall(text)}
    found = figures(text, "en") if fact.kind in _MEASURED else ()
    alike = {amount(each.text) for each in found if each.kind == fact.kind and unit(each.text) == unit(fact.text)}
    return compared | alike if _DIRECTION.search(text) else alike - compared


@lru_cache(maxsize=1024)
def _years_in(text: str) -> frozenset[float]:
    """Also those that can be reckoned: "in 2015 … two years later"."""
    later = (float(each["year"]) + amount(each["years"]) for each in _YEARS_LATER.finditer(text))
    return frozenset((*map(float, _YEAR.findall(text)), *later))


def unit(value: str) -> str:
    """What stands after the figure: "days" in "90 days"."""
    return value.partition(" ")[2]
