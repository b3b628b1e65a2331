"""Whether the figure asked for can be worked out from the others that a question shows."""

import re
from collections.abc import Sequence
from itertools import permutations

from courseware.quizzes.drafting.bounds import PER_CENT
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.reading import FIGURE
from courseware.quizzes.drafting.wordings import GAP

_RATE = 100
_MEASURES = ("percent", "number", "amount", "duration")
_WHOLE = range(95, 102)  # per cent, of which no share worth naming is left
_NEXT_TO = 1.15
_FEW, _NEAR = 4, 0.01
_MILLION = 1_000_000
_IN_A_YEAR = (12, 52, 365)  # months, weeks, days
_SHARE_IN_WORDS = re.compile(
    rf"\b(?:one|{NUMERAL}|\d+) (?:[a-z]+ )?(?:in|out of) (?:{NUMERAL}|\d+)\b"
    r"|\b(?:half(?! an? )|thirds|(?:a|one) third|quarters|(?:a|one) quarter|fifths?|tenths?)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|compared with|instead of|rather than|previously|formerly|originally|up from|down from)"
    r" (?:an? |the )?(?:[a-z]+ ){0,3}____"
)
_TAKEN = re.compile(r"\b(?:income|revenues?|receipts|takings|budget|grants?|allocation)\b", re.IGNORECASE)
_SPENT = re.compile(r"\b(?:expenditure|spending|spent|outlay|costs?)\b", re.IGNORECASE)
_SLIGHTLY = re.compile(
    r"\b(?:slightly|somewhat|marginally|barely|hardly|a little|a fraction|not much) (?:\w+er|more|less|better|worse"
    r"|up|down|above|below|over|under|less|fewer)\b"
)
_SHARE_IN_FIGURES = re.compile(r"____[^.;()]{0,40}\([^()]{0,20}\d(?:\.\d+)? ?(?:%|per cent)|\d ?(?:%|per cent) \(____")
_BECAUSE = re.compile(r"\b(?:because|given that)\b[^;:]*____")
_TIMES = re.compile(r"\bsquare root\b|\b(?:twice|double|half|(?:[a-z]+|\d+) times) (?:that|those|the|as)\b")
_GROWTH = re.compile(
    r"\b(?:up|down|(?:increase|rise|fall|decrease|growth|drop)s? of|(?:rose|fell|grew|increased|decreased|dropped) by)"
    r" (?:[a-z]+ ){0,2}____"
)
_SINCE = re.compile(
    r"\b(?:than|over|from|since|compared|between|previous|earlier|before|within|after|during|against|annually"
    r"|on the|on (?:19|20)\d\d|in (?:19|20)\d\d|a year|year-on-year)\b"
)
_REMAINING = re.compile(r"\b(?:remaining|other|rest|remainder)\b[^,;]{0,20}____")
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
ONE_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?(?![\d]|st\b|nd\b|rd\b|th\b)")


def share_is_told(item: Item, _context: object) -> bool:
    """ "Nearly six in ten (____ per cent)", "____ (66%) of pupils": what stands beside the gap gives it away."""
    in_figures = item.fact_kind == "share" and _SHARE_IN_FIGURES.search(item.statement) is not None
    return in_figures or (item.fact_kind == "percent" and _SHARE_IN_WORDS.search(item.statement) is not None)


def reason_tells(item: Item, _context: object) -> bool:
    """ "Can be ruled out, because ____ of the fall came before 1870": how large a share it was the outcome tells."""
    return item.fact_kind in ("share", "percent") and _BECAUSE.search(item.statement) is not None


def growth_since_when(item: Item, _context: object) -> bool:
    """ "Up ____ per cent": on which month or year, nothing shown says."""
    return item.fact_kind == "percent" and _GROWTH.search(item.statement) is not None and not _SINCE.search(item.shown)


def answer_by_sum(item: Item, _context: object) -> bool:
    """The sentence holds so many other figures that the answer can be worked out or mixed up with them."""
    if item.question.kind == "true_false" and _exceeds_its_whole(item.statement):
        return True
    if item.fact_kind in _MEASURES and _is_reckoned(amount(item.keys[0]), _others(item.shown)):
        return True
    if item.fact_kind in _MEASURES and (_is_paid_by_each(item) or _is_of_a_year(item) or _is_in_millions(item)):
        return True
    if item.fact_kind in ("number", "small_number") and _is_sum_of_parts(item):
        return True
    if item.fact_kind in _MEASURES and (_is_compared(item) or _is_slightly_apart(item) or _has_its_like(item)):
        return True
    others = _others(item.statement)
    if item.fact_kind == "percent" and _is_rest(item):
        return True
    if item.fact_kind == "number" and "per cent" in item.statement and len(others) > 1:
        return True
    return item.fact_kind in _MEASURES and len(others) > 3


def _exceeds_its_whole(statement: str) -> bool:
    """ "31.6 million, of which 18.2 million and 14.5 million": false on its face."""
    whole, of_which, parts = statement.partition(", of which ")
    shown, told = _others(whole), _others(parts)
    return bool(of_which and shown and "per cent" not in parts and "%" not in parts) and sum(told) > shown[-1]


def _is_rest(item: Item) -> bool:
    """All shares shown make up the whole with it, or it is said to be what remains."""
    shares = [amount(share) for share in PER_CENT.findall(_filled(item, item.shown))]
    whole = any(round(sum(each)) in _WHOLE for each in (shares, _others(_filled(item, item.statement))))
    return whole or _REMAINING.search(item.statement) is not None


def _is_compared(item: Item) -> bool:
    """ "Twice that at a counter", "96 million, against a budget of ____": the figure beside it says about how much."""
    return (_TIMES.search(item.statement) or _AGAINST.search(item.statement)) is not None


def _is_slightly_apart(item: Item) -> bool:
    """ "3.1 per cent, slightly better than at the offices (____ per cent)": only what lies next to it is believed."""
    return _SLIGHTLY.search(item.statement) is not None and bool(_others(item.shown))


def _has_its_like(item: Item) -> bool:
    """ "Within the budget of 75.5 million" beside 74.8 million: no other value would be believed.

    Of income and expenditure also where they stand in two sentences.
    """
    key, is_account = amount(item.keys[0]), _TAKEN.search(item.shown) and _SPENT.search(item.shown)
    others = _others(item.shown if is_account else item.statement)
    return any(max(key, each) <= _NEXT_TO * min(key, each) for each in others if each)


def _is_sum_of_parts(item: Item) -> bool:
    """ "20 posts: nine at land borders, five in ports and three at airports"."""
    figures = [amount(figure) for figure in FIGURE.findall(_filled(item, item.statement))]
    key = amount(item.keys[0])
    return len(figures) > 2 and key in figures and abs(sum(figures) - 2 * key) < 0.5


def _is_paid_by_each(item: Item) -> bool:
    """ "The station cost 38.4 million, of which both states each paid 14.2 million and the bank lent ____"."""
    key, told = amount(item.keys[0]), _others(item.statement)
    is_each = re.search(r"\beach\b", item.statement) is not None
    return is_each and any(abs(one - 2 * other - key) <= _NEAR * key for one, other in permutations(told, 2))


def _is_of_a_year(item: Item) -> bool:
    """ "____ litres a day, or 6,570 litres a year"."""
    key = amount(item.keys[0])
    pairs = ((min(key, told), max(key, told)) for told in _others(item.statement))
    return any(abs(low * times - high) <= _NEAR * high for low, high in pairs for times in _IN_A_YEAR)


def _is_in_millions(item: Item) -> bool:
    """ "With ____ passports, the difference of 7 florins amounts to 3.5 million"."""
    if "million" not in _filled(item, item.shown):
        return False
    key, told = amount(item.keys[0]), _others(item.shown)
    products = [(key, one, other) for one, other in permutations(told, 2)]
    products += [(one, other, key) for one, other in permutations(told, 2)]
    return any(abs(one * other / _MILLION - total) <= 0.02 * total for one, other, total in products)


def _filled(item: Item, text: str) -> str:
    return text.replace(GAP, item.keys[0])


def _others(text: str) -> list[float]:
    return [amount(figure) for figure in ONE_FIGURE.findall(text) if not _YEAR.fullmatch(figure)]


def _is_reckoned(key: float, others: Sequence[float]) -> bool:
    """Whether it is a sum, a difference, a share, a growth or in proportion to others, but for the rounding."""
    pairs = [(one, other) for one, other in permutations(others, 2) if one and other]
    worked = [value for one, other in pairs for value in (one + other, one - other, 100 * one / other, one / other)]
    worked += [abs(100 * (one / other - 1)) for one, other in pairs if one != other]
    worked += [100 * one / (one + other) for one, other in pairs]
    threes = [each for each in permutations(others, 3) if each[2]]
    worked += [one * other / third for one, other, third in threes]
    exact = [value for one, other, third in threes for value in (one + other + third, one - other - third)]
    rates = [(one, rate / 100) for one, rate in pairs if rate < _RATE]
    exact += [value for one, rate in rates for value in (one * rate, one * (1 + rate), one * (1 - rate))]
    near = 0.02 if len(others) <= _FEW else 0.005  # among many figures some come near it by chance
    return any(abs(value - key) <= near * key for value in worked) or any(
        abs(value - key) < 0.005 * key for value in exact
    )
