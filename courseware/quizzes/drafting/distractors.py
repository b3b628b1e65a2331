"""Wrong answers of the same type as the right one, from the same text where it has them."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from zlib import crc32

from courseware.quizzes.drafting.facts import SMALL_NUMBERS, Fact
from courseware.quizzes.drafting.names import Catalogue

_WANTED = 3
_FROM_TEXT = 2
_NEAR_YEARS = 25
_NEAR_RATIO = 5
_YEAR = re.compile(r"(?:1[1-9]|20)\d\d")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def turn(text: str, turns: int) -> int:
    """A number from 0 to turns - 1 that depends on the text alone, so that the same text gives the same draft."""
    return crc32(text.encode()) % turns


def wrong_figures(fact: Fact, statement: str, others: Iterable[str], used: Collection[str] = ()) -> list[str]:
    """Three wrong values for a figure or date; `others` are the values of the same kind elsewhere in the text.

    Those made up are not among the figures `used` anywhere in the text.
    """
    standing = set(re.findall(r"\d[\d,]*", statement))
    taboo = standing.union(used)
    fit = [other for other in dict.fromkeys(others) if other not in standing and _is_near(fact, other)]
    taken = sorted(fit, key=lambda other: _distance(fact, other))[:_FROM_TEXT]
    made = [
        value
        for value in _made_up(fact, turn(statement, 4), _latest_year(fact, used))
        if taboo.isdisjoint((value, value.split(" ")[0]))
    ]
    return [*taken, *islice(made, _WANTED - len(taken))]


def _latest_year(fact: Fact, used: Iterable[str]) -> float:
    """The last year that the text speaks of: a year after it would not be believed."""
    return max([amount(fact.text), *(float(each) for each in used if _YEAR.fullmatch(each))])


def in_order(values: Iterable[str]) -> list[str]:
    """Figures from small to large, other values by letter."""
    return sorted(values, key=lambda value: (amount(value), value))


def wrong_names(fact: Fact, statement: str, known: Catalogue) -> list[str]:
    """Up to three names of the same type from the same text, none of them in the statement under any form."""
    standing = statement.casefold()
    key = fact.text.casefold()
    fit = [
        name
        for name in known.among(fact.kind)
        if name.casefold() not in standing
        and known.aliases.get(name, name).casefold() not in standing
        and not (name.casefold() in key or key in name.casefold())
        and (name in known.with_the) == (fact.text in known.with_the)
    ]
    apart = [name for i, name in enumerate(fit) if not any(name in other or other in name for other in fit[:i])]
    shift = turn(statement, len(apart)) if len(apart) > 2 * _WANTED else 0
    return [*apart[shift:], *apart[:shift]][:_WANTED]


def amount(value: str) -> float:
    """The figure or number word in a value, 0 where it has none."""
    first = value.split(" ")[0]
    if first in SMALL_NUMBERS:
        return float(SMALL_NUMBERS.index(first) + 2)
    digits = _DIGITS.search(value)
    return float(digits.group().replace(",", "")) if digits else 0.0


def _unit(value: str) -> str:
    return value.partition(" ")[2]


def _is_near(fact: Fact, other: str) -> bool:
    mine, theirs = amount(fact.text), amount(other)
    if fact.kind in ("year", "years"):
        return 0 < abs(mine - theirs) <= _NEAR_YEARS
    if fact.kind == "duration":
        return _unit(other) == _unit(fact.text) and mine != theirs and other[0].isdigit() == fact.text[0].isdigit()
    if fact.kind in ("percent", "number", "amount"):
        same_form = _unit(other) == _unit(fact.text) and ("." in other) == ("." in fact.text)
        return same_form and mine != theirs and max(mine, theirs) <= _NEAR_RATIO * min(mine, theirs)
    return False


def _distance(fact: Fact, other: str) -> float:
    return abs(amount(fact.text) - amount(other))


def _made_up(fact: Fact, below: int, latest: float) -> list[str]:
    """Values around the right one, `below` of the first three smaller, in the same form; no year after the `latest`."""
    shifts = [*(-i for i in range(below, 0, -1)), *range(1, 7), *(-i for i in range(below + 1, 7))]
    first, unit = fact.text.split(" ")[0], _unit(fact.text)
    if first in SMALL_NUMBERS:
        at = SMALL_NUMBERS.index(first)
        near = [SMALL_NUMBERS[at + shift] for shift in shifts if 0 <= at + shift < len(SMALL_NUMBERS)]
        return [f"{word} {unit}".strip() for word in near]
    if fact.kind in ("year", "years"):
        shifted = [_shifted(fact.text, shift * (2 if fact.kind == "year" else 1)) for shift in shifts]
        return [text for text in shifted if amount(text) <= latest]
    if fact.kind == "date":
        return [day for shift in shifts if (day := _other_day(fact.text, shift * 3))]
    step = _step(amount(fact.text), first)
    values = [amount(fact.text) + shift * step for shift in shifts]
    fit = (value for value in values if value > 0 and (fact.kind != "percent" or value < 100))
    return [f"{_in_form(value, first)} {unit}".strip() for value in fit]


def _step(value: float, form: str) -> float:
    """A step that keeps the roundness of the figure: 10,000 goes by 5,000, 40 by 10, 27 by 4, 2.4 by 0.6."""
    if "." in form:
        return max(0.1, round(value * 0.25, 1))
    if value >= 100:
        magnitude = 10 ** (len(str(int(value))) - 1)
        half, tenth = magnitude // 2, max(1, magnitude // 10)
        return half if value % half == 0 else 2 * tenth if value % tenth == 0 else max(tenth, round(value * 0.13))
    if value % 10 == 0 and value >= 20:
        return 10
    return 5 if value % 5 == 0 and value >= 15 else max(1, round(value * 0.16))


def _in_form(value: float, form: str) -> str:
    if "." in form:
        return f"{value:.{len(form.split('.')[1])}f}"
    return f"{int(value):,}" if "," in form or value >= 10_000 else str(int(value))


def _shifted(text: str, shift: int) -> str:
    return re.sub(r"\d{4}", lambda match: str(int(match.group()) + shift), text)


def _other_day(text: str, shift: int) -> str | None:
    days = [int(day) for day in re.findall(r"\b\d{1,2}\b", text)]
    if not days or not all(1 <= day + shift <= 28 for day in days):
        return None
    return re.sub(r"\b\d{1,2}\b", lambda match: str(int(match.group()) + shift), text)


def of_like_length(key: str, options: Sequence[str], ratio: float) -> list[str]:
    """The options neither much longer nor much shorter than the key."""
    return [option for option in options if len(option) <= ratio * len(key) and len(key) <= ratio * len(option)]
