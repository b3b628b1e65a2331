"""Wrong figures where the text has too few of its own: in the form of the right one, and at uneven distances."""

import re
from collections.abc import Iterator
from functools import lru_cache

from courseware.quizzes.drafting.facts import Fact
from courseware.quizzes.drafting.numerals import SHARES, VALUE_OF, WORD_FOR, like

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
# By what a figure is multiplied: the right one is now the largest, now the smallest, now in the middle.
_FACTORS = (
    (0.7, 1.3, 1.6, 0.85, 1.45, 1.8),
    (1.2, 1.45, 1.7, 0.75, 0.6, 1.35),
    (0.75, 0.6, 1.3, 1.55, 0.87, 1.8),
    (0.78, 0.63, 0.52, 1.25, 1.5, 0.9),
)
# Beside a figure that it is compared with, "51.2 million the year before", only what lies near it is believed.
_NEAR_FACTORS = (
    (0.9, 1.12, 1.24, 0.8, 1.4),
    (1.1, 1.22, 1.35, 0.9, 0.8),
    (0.9, 0.8, 1.12, 1.25, 0.7, 1.4),
    (0.9, 0.81, 0.72, 1.12, 1.25, 1.4),
)
_STEPS = ((-2, 1, 3, -1, 2, 4), (1, 2, 4, -1, -2, 3), (-1, -3, 2, 1, -2, 4), (-1, -2, -4, 1, 2, 3))
_YEARS = (
    (-7, 4, 9, -3, 6, -12, -16),
    (3, 8, 12, -5, -9, 6, -2, -13),
    (-4, -11, 6, 3, -8, 10, -15),
    (-3, -6, -10, 4, 7, -14),
)
_DAYS = ((-5, 3, 8, -9), (4, 9, -6, 2), (-4, -9, 5, 3), (-3, -8, -12, 6))


_MOST_PER_CENT = 91
_NARROW = 7
_FAR = 3
# Lengths that people set: beside 90 days nobody takes 58 or 83 for the limit.
_CUSTOMARY = {
    "hours": (12, 48, 36, 72, 8, 16, 24, 6),
    "days": (30, 60, 14, 90, 45, 20, 120, 15, 28, 180, 10, 5, 21, 7),
    "months": (6, 18, 24, 9, 3, 12, 36),
    "years": (5, 10, 3, 15, 20, 2, 30, 4, 25, 50),
}


@lru_cache(maxsize=4096)
def amount(value: str) -> float:
    """The figure or number word in a value, 0 where it has none."""
    first = value.split(" ")[0].casefold()
    if value.casefold() in SHARES:
        return SHARES[value.casefold()]
    if first in VALUE_OF:
        return float(VALUE_OF[first])
    digits = _DIGITS.search(value)
    return float(digits.group().replace(",", "")) if digits else 0.0


def made_up(fact: Fact, way: int, latest: float, *, near: bool = False) -> Iterator[str]:
    """Values like the right one; `way`, from 0 to 3, says on which side of it they lie. No year after the `latest`.

    `near` are those not far from it.
    """
    first, _space, unit = fact.text.partition(" ")
    if fact.kind == "share":
        yield from _shares(fact.text)
    elif fact.kind in ("year", "years"):
        shifted = (_shifted(fact.text, step) for step in _YEARS[way])
        yield from (text for text in shifted if amount(text) <= latest)
    elif fact.kind == "date":
        yield from (day for step in _DAYS[way] if (day := _other_day(fact.text, step)))
    elif amount(fact.text) in (usual := _usual(unit)):
        near = [value for value in usual if value != amount(fact.text) and _is_near(value, amount(fact.text))]
        yield from (f"{_in_form(value, first)} {unit}" for value in (*near[way:], *near[:way]))
    else:
        for value in _values(amount(fact.text), first, (_NEAR_FACTORS if near else _FACTORS)[way], way):
            most = _MOST_PER_CENT if fact.kind == "percent" else _least_with_comma(first)
            if value < most and (not first[0].isalpha() or value in WORD_FOR):
                yield f"{_in_form(value, first)} {unit}".strip()


def is_usual(value: str) -> bool:
    """Whether it is a length of time that people set: 90 days, two years."""
    return amount(value) in _usual(value.partition(" ")[2])


def _usual(unit: str) -> tuple[int, ...]:
    """Of days also where they are working days."""
    return _CUSTOMARY.get(unit.rpartition(" ")[2], ())


def _is_near(one: float, other: float) -> bool:
    return max(one, other) <= _FAR * min(one, other)


def _least_with_comma(form: str) -> float:
    """A thousand, for a smaller figure: whether the text writes 1165 or 1,165 it does not say."""
    return 1000.0 if form.isdigit() and len(form) <= 3 else float("inf")


def _shares(text: str) -> Iterator[str]:
    """Other common fractions, or other odds: "one parcel in nine"."""
    start, _in, last = text.rpartition(" in ")
    if not start:
        own = amount(text)
        near = [share for share, value in SHARES.items() if abs(value - own) > 0.06]
        yield from (like(share, text) for share in sorted(near, key=lambda share: abs(SHARES[share] - own)))
        return
    first, _space, noun = start.partition(" ")
    if first.casefold() == "one":
        yield from (
            f"{start} in {_in_form(value, last)}" for value in _values(amount(last), last, _FACTORS[0], 0) if value > 1
        )
        return
    others = [value for value in _values(amount(first), first, _FACTORS[1], 1) if value < amount(last)]
    yield from (" ".join(filter(None, (_in_form(value, first), noun, "in", last))) for value in others)


def _values(value: float, form: str, factors: tuple[float, ...], way: int) -> list[float]:
    """Other values above zero, as round as this one."""
    if value <= 12 and value != 10 and "." not in form:
        wide = 2 if value > _NARROW and form.isdigit() else 1
        return [value + step * wide for step in _STEPS[way] if value + step * wide > 1]
    grain = _grain(value, form)
    rounded = [round(value * factor / grain) * grain for factor in factors]
    alike = (other + grain if other % (grain * 10) == 0 and value % (grain * 10) else other for other in rounded)
    return [other for other in dict.fromkeys(alike) if other > 0 and abs(other - value) >= grain]


def _grain(value: float, form: str) -> float:
    """The roundness of a figure: 10,000 goes by thousands, 40 by tens, 35 by fives, 2.4 by tenths."""
    if "." in form:
        return 10.0 ** -len(form.split(".")[1])
    whole, grain = int(value), 1
    while whole % (grain * 10) == 0 and grain * 10 <= whole:
        grain *= 10
    if grain == whole or (grain * 2 > whole):
        return grain / 2 if grain > 1 else 1
    return grain * 5 if grain * 5 < whole / 3 and whole % (grain * 5) == 0 else grain


def _in_form(value: float, form: str) -> str:
    if "." in form:
        return f"{value:.{len(form.split('.')[1])}f}"
    if form[0].isalpha():
        return like(WORD_FOR.get(int(value), str(int(value))), form)
    return f"{int(value):,}" if "," in form or value >= 10_000 else str(int(value))


def _shifted(text: str, shift: int) -> str:
    return re.sub(r"\d{4}", lambda match: str(int(match.group()) + shift), text)


def _other_day(text: str, shift: int) -> str | None:
    days = [int(day) for day in re.findall(r"\b\d{1,2}\b", text)]
    if not days or not all(1 <= day + shift <= 28 for day in days):
        return None
    return re.sub(r"\b\d{1,2}\b", lambda match: str(int(match.group()) + shift), text)
