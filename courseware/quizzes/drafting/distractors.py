"""Wrong answers of the same type as the right one, from the same text where it has them."""

import re
from collections.abc import Sequence
from itertools import islice
from zlib import crc32

from courseware.quizzes.drafting.facts import SMALL_NUMBERS, Fact
from courseware.quizzes.drafting.names import Catalogue

_WANTED = 3
_FROM_TEXT = 2
_NEAR_YEARS = 40
_NEAR_RATIO = 5


def turn(text: str, turns: int) -> int:
    """A number from 0 to turns - 1 that depends on the text alone, so that the same text gives the same draft."""
    return crc32(text.encode()) % turns


def wrong_figures(fact: Fact, statement: str, others: Sequence[str]) -> list[str]:
    """Three wrong values for a figure or date; `others` are the values of the same kind elsewhere in the text."""
    standing = set(re.findall(r"\d[\d,]*", statement))
    fit = [other for other in dict.fromkeys(others) if other not in standing and _is_near(fact, other)]
    taken = sorted(fit, key=lambda other: _distance(fact, other))[:_FROM_TEXT]
    made = [value for value in _made_up(fact, turn(statement, 4)) if value not in taken and value not in standing]
    return [*taken, *islice(made, _WANTED - len(taken))]


def in_order(values: Sequence[str]) -> list[str]:
    """Figures from small to large, other values by letter."""
    return sorted(values, key=lambda value: (_amount(value), value))


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


def _amount(value: str) -> float:
    if value in SMALL_NUMBERS:
        return SMALL_NUMBERS.index(value)
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    return float(digits.group().replace(",", "")) if digits else 0.0


def _is_near(fact: Fact, other: str) -> bool:
    mine, theirs = _amount(fact.text), _amount(other)
    if fact.kind in ("year", "years"):
        return 0 < abs(mine - theirs) <= _NEAR_YEARS
    if fact.kind in ("percent", "number"):
        return mine != theirs and max(mine, theirs) <= _NEAR_RATIO * min(mine, theirs)
    return False


def _distance(fact: Fact, other: str) -> float:
    return abs(_amount(fact.text) - _amount(other))


def _made_up(fact: Fact, below: int) -> list[str]:
    """Values around the right one, `below` of the first three smaller, in the same form."""
    shifts = [*(-i for i in range(below, 0, -1)), *range(1, 7), *(-i for i in range(below + 1, 7))]
    if fact.kind == "small_number":
        at = SMALL_NUMBERS.index(fact.text)
        return [SMALL_NUMBERS[at + shift] for shift in shifts if 0 <= at + shift < len(SMALL_NUMBERS)]
    if fact.kind in ("year", "years"):
        return [_shifted(fact.text, shift * (3 if fact.kind == "year" else 1)) for shift in shifts]
    if fact.kind == "date":
        return [day for shift in shifts if (day := _other_day(fact.text, shift * 3))]
    step = _step(_amount(fact.text))
    values = [_amount(fact.text) + shift * step for shift in shifts]
    return [_in_form(value, fact.text) for value in values if value > 0 and (fact.kind != "percent" or value < 100)]


def _step(amount: float) -> int:
    """A step that keeps the roundness of the figure: 10,000 goes by 5,000, 40 by 10, 27 by 2."""
    if amount >= 100:
        magnitude = 10 ** (len(str(int(amount))) - 1)
        return magnitude // 2 if amount % (magnitude // 2) == 0 else max(1, magnitude // 10)
    if amount % 10 == 0 and amount >= 20:
        return 10
    return 5 if amount % 5 == 0 and amount >= 15 else 2 if amount >= 12 else 1


def _in_form(value: float, form: str) -> str:
    if "." in form:
        return f"{value:.{len(form.split('.')[1])}f}"
    return f"{int(value):,}" if "," in form else str(int(value))


def _shifted(text: str, shift: int) -> str:
    return re.sub(r"\d{4}", lambda match: str(int(match.group()) + shift), text)


def _other_day(text: str, shift: int) -> str | None:
    days = [int(day) for day in re.findall(r"\b\d{1,2}\b", text)]
    if not days or not all(1 <= day + shift <= 28 for day in days):
        return None
    return re.sub(r"\b\d{1,2}\b", lambda match: str(int(match.group()) + shift), text)
