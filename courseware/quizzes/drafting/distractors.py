"""Wrong answers of the same type as the right one, from the same text where it has them."""

import re
from collections.abc import Collection, Iterable, Sequence
from zlib import crc32

from courseware.quizzes.drafting.bounds import COMPARED_RATIO, FIGURE, is_compared, possible, unit
from courseware.quizzes.drafting.facts import Fact
from courseware.quizzes.drafting.made_up import amount, is_usual, made_up
from courseware.quizzes.drafting.names import Catalogue
from courseware.quizzes.drafting.places import overlap
from courseware.quizzes.drafting.years import Years

_WANTED = 3
_FROM_TEXT = 2
_NEAR_YEARS = 12
_NEAR_RATIO = 1.8
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
_WORLDWIDE = re.compile(r"\b(?:International|World|Global|Universal|Europe(?:an)?|United Nations|African|Asian)\b")
_BODIES = {
    "court": ("Court", "Tribunal", "Courts"),
    "school": ("University", "College", "Academy", "School", "Institute", "Laboratory"),
    "house": ("Museum", "Library", "Archive", "Archives", "Gallery"),
    "society": ("Association", "Federation", "Union", "Society", "Chamber", "Guild", "Alliance", "League"),
    "money": ("Bank", "Fund"),
    "assembly": ("Assembly", "Parliament", "Conference", "Forum"),
    "firm": ("Company", "Holdings", "Lines", "Shipping", "Railways"),
}
_STEPS = (-3, 4, -6, 7, 2, -2, 5, -9, 1, -1)
_HUNDRED, _FAR_ENOUGH = 100.0, 10.0  # among figures up to a hundred, such as shares
_ALL_BUT_THE_SAME, _CLOSE, _SMALL, _LEAST_APART = 0.09, 0.15, 10.0, 2.0
_ANY = Years()


def turn(text: str, turns: int) -> int:
    """A number from 0 to turns - 1 that depends on the text alone, so that the same text gives the same draft."""
    return crc32(text.encode()) % turns


def wrong_figures(
    fact: Fact, shown: str, others: Iterable[str], used: Collection[str] = (), years: Years = _ANY
) -> list[str]:
    """Three wrong values for a figure or date, none of which stands in what a question has `shown`.

    `others` are the values of the same kind elsewhere in the text. Those made up are not among the figures `used`
    anywhere in it. `years` say which years can be believed.
    """
    standing = {each.casefold() for each in FIGURE.findall(shown)}
    taboo = standing.union(each.casefold() for each in used)
    has_like = is_compared(fact, shown)
    ratio = COMPARED_RATIO if has_like else _NEAR_RATIO
    fit = [other for other in dict.fromkeys(others) if not _stands(other, standing) and _is_near(fact, other, ratio)]
    is_possible = possible(fact, shown, years)
    taken = sorted(filter(is_possible, fit), key=lambda other: _distance(fact, other))[:_FROM_TEXT]
    latest = _latest_year(fact, used) if fact.kind in ("year", "years") else 0.0
    made = list(filter(is_possible, _made(fact, shown, latest, near=has_like)))
    new = [value for value in made if taboo.isdisjoint((value.casefold(), value.split(" ")[0].casefold()))]
    rest = [value for value in made if not _stands(value, standing)]
    distance = _ALL_BUT_THE_SAME if has_like else _CLOSE
    return _apart([fact.text, *dict.fromkeys([*taken, *new, *rest])], distance)[1 : _WANTED + 1]


def _apart(values: Iterable[str], distance: float) -> list[str]:
    """Without those so close to one before them, by a part of it, that nobody could tell them apart from memory."""
    kept: list[str] = []
    for value in values:
        mine = amount(value)
        small = _SMALL if value[0].isalpha() else _SMALL / 2
        by_size = min(distance * mine, _FAR_ENOUGH if mine <= _HUNDRED else float("inf"))
        least = max(by_size, _LEAST_APART if mine >= small and "." not in value else 0.0)
        if _YEAR.search(value) or all(abs(mine - amount(other)) >= least for other in kept):
            kept.append(value)
    return kept


def _made(fact: Fact, shown: str, latest: float, *, near: bool) -> list[str]:
    """Those made up, in order; of years also near ones, for a gap between two years told."""
    years = (str(int(fact.text) + step) for step in _STEPS) if fact.kind == "year" else ()
    made = [*made_up(fact, turn(shown, 4), latest, near=near), *(year for year in years if amount(year) <= latest)]
    return list(dict.fromkeys(made))


def _stands(value: str, standing: Collection[str]) -> bool:
    """In the same form or another: "7" where "seven" stands, "6.3 million" where "6.3" does."""
    return value.split(" ")[0].casefold() in standing or amount(value) in {amount(each) for each in standing}


def _latest_year(fact: Fact, used: Iterable[str]) -> float:
    """The last year that the text speaks of: a year after it would not be believed."""
    return max([amount(fact.text), *(float(each) for each in used if _YEAR.fullmatch(each))])


def in_order(values: Iterable[str]) -> list[str]:
    """Figures from small to large, other values by letter."""
    return sorted(values, key=lambda value: (amount(value), value))


def wrong_names(fact: Fact, statement: str, known: Catalogue) -> list[str]:
    """Up to three names of the same type from the same text, none of them in the statement under any form.

    None for a body of one state: what it is said to do tells a ministry of transport from a tourist board.
    """
    if fact.kind == "organisation" and not _is_worldwide(fact.text):
        return []
    standing = statement.casefold()
    key = fact.text.casefold()
    fit = [
        name
        for name in known.among(fact.kind)
        if name.casefold() not in standing
        and known.aliases.get(name, name).casefold() not in standing
        and not (name.casefold() in key or key in name.casefold())
        and (name in known.with_the) == (fact.text in known.with_the)
        and not overlap(name, fact.text)
        and (fact.kind != "organisation" or _sort_of_body(name) == _sort_of_body(fact.text))
        and (fact.kind != "organisation" or _is_worldwide(name))
    ]
    apart = [name for i, name in enumerate(fit) if not any(name in other or other in name for other in fit[:i])]
    shift = turn(statement, len(apart)) if len(apart) > 2 * _WANTED else 0
    return [*apart[shift:], *apart[:shift]][:_WANTED]


def _sort_of_body(name: str) -> str:
    """What a body is by the last word of its name that says so: nobody appeals to a statistics office."""
    said = (sort for word in reversed(name.split()) for sort, bodies in _BODIES.items() if word in bodies)
    return next(said, "")


def _is_worldwide(name: str) -> bool:
    """By its name a body of many states: a ministry or a university beside it would not be believed."""
    return _WORLDWIDE.search(name) is not None


def _is_near(fact: Fact, other: str, ratio: float) -> bool:
    mine, theirs = amount(fact.text), amount(other)
    if fact.kind in ("year", "years"):
        return 0 < abs(mine - theirs) <= _NEAR_YEARS
    if fact.kind == "duration":
        same_form = (
            unit(other) == unit(fact.text)
            and other[0].isdigit() == fact.text[0].isdigit()
            and other[0].isupper() == fact.text[0].isupper()
            and is_usual(other) >= is_usual(fact.text)
        )
        return same_form and mine != theirs and max(mine, theirs) <= ratio * min(mine, theirs)
    if fact.kind in ("percent", "number", "amount", "small_number"):
        same_form = (
            unit(other) == unit(fact.text)
            and _decimals(other) == _decimals(fact.text)
            and other[0].isdigit() == fact.text[0].isdigit()
            and other[0].isupper() == fact.text[0].isupper()
            and _zeros(other) >= min(2, _zeros(fact.text))
            and _zeros(other) - _zeros(fact.text) < 2
        )
        return same_form and mine != theirs and max(mine, theirs) <= ratio * min(mine, theirs)
    return False


def _zeros(value: str) -> int:
    """How round a figure is: 2,614 stands out among 4,000, 5,000 and 6,000."""
    digits = value.split(" ")[0].replace(",", "")
    return len(digits) - len(digits.rstrip("0")) if digits.isdigit() else 0


def _decimals(value: str) -> int:
    return len(value.split(" ")[0].partition(".")[2])


def _distance(fact: Fact, other: str) -> float:
    return abs(amount(fact.text) - amount(other))


def of_like_length(key: str, options: Sequence[str], ratio: float) -> list[str]:
    """The options neither much longer nor much shorter than the key."""
    return [option for option in options if len(option) <= ratio * len(key) and len(key) <= ratio * len(option)]
