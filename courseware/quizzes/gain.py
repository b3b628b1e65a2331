"""Learning gain between a test before and the same test after, of people who took both. Pure; shares from 0 to 1.

Raw gain: the mean of after - before. Normalised gain: how much of what could still be gained was gained,
(mean after - mean before) / (1 - mean before), after R. R. Hake, American Journal of Physics 66 (1998), 64-74.
Intervals are two-sided, from Student's t with n - 1 degrees of freedom; that of the normalised gain is the one of a
ratio of two means, by linearisation (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, section 6.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, cos, fsum, pi, sin, sqrt

FEWEST = 5  # people; of fewer nothing is told
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the interval that it lies in at 95 % confidence; `low` and `high` are None for a single pair."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Gain:
    """`normalised` is None where everybody had everything right before: nothing could be gained."""

    n: int
    before: float
    after: float
    raw: Estimate
    normalised: Estimate | None


def gain(pairs: Sequence[tuple[float, float]]) -> Gain | None:
    """Of (before, after) of each person; None where there is nobody."""
    if not pairs:
        return None
    gained = [after - before for before, after in pairs]
    left = [1 - before for before, _after in pairs]
    before, room = average([before for before, _after in pairs]), average(left)
    return Gain(
        n=len(pairs),
        before=before,
        after=average([after for _before, after in pairs]),
        raw=estimate(average(gained), gained, 1.0),
        normalised=ratio(gained, left) if room > 0 else None,
    )


def ratio(gained: Sequence[float], left: Sequence[float]) -> Estimate:
    value = fsum(gained) / fsum(left)
    residuals = [won - value * room for won, room in zip(gained, left, strict=True)]
    return estimate(value, residuals, average(left))


def estimate(value: float, spread_of: Sequence[float], scale: float) -> Estimate:
    """`value` give or take t · s / (√n · scale), s being the standard deviation of `spread_of`."""
    n = len(spread_of)
    if n < 2:
        return Estimate(value, None, None)
    middle = average(spread_of)
    deviation = sqrt(fsum((each - middle) ** 2 for each in spread_of) / (n - 1))
    reach = t_quantile((1 + CONFIDENCE) / 2, n - 1) * deviation / (sqrt(n) * scale)
    return Estimate(value, value - reach, value + reach)


def average(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


@lru_cache(maxsize=1000)
def t_quantile(probability: float, freedom: int) -> float:
    """Where Student's t with `freedom` degrees (1, 2, 3 …) has `probability` (from 0.5 to below 1) to its left."""
    low, high = 0.0, 1.0
    while left_of(high, freedom) < probability:
        low, high = high, high * 2
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if left_of(middle, freedom) < probability else (low, middle)
    return (low + high) / 2


def left_of(t: float, freedom: int) -> float:
    """The distribution function for t >= 0: Abramowitz and Stegun 26.7.3 and 26.7.4, finite sums of positive terms."""
    angle = atan(t / sqrt(freedom))
    if freedom % 2:
        within = 2 / pi * (angle + sin(angle) * series(cos(angle), freedom, odd=True))
    else:
        within = sin(angle) * series(cos(angle), freedom, odd=False)
    return 0.5 + within / 2


def series(cosine: float, freedom: int, *, odd: bool) -> float:
    """1 + ½ cos² + (1·3)/(2·4) cos⁴ …, or cos + ⅔ cos³ + (2·4)/(3·5) cos⁵ …, up to the power `freedom` - 2."""
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for power in range(1 if odd else 0, freedom - 1, 2):
        total += term
        term *= (power + 1) / (power + 2) * cosine**2
    return total
