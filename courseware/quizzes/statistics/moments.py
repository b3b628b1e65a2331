"""Means, variances and their kin over plain floats. None where there are too few values; never a division by zero."""

from collections.abc import Sequence
from math import fsum
from operator import mul

NOTHING = 1e-18  # below this a variance is what adding up thirds leaves behind


def mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if values else None


def median(values: Sequence[float]) -> float | None:
    if not values:
        return None
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def deviations(values: Sequence[float]) -> list[float]:
    middle = mean(values) or 0.0
    return [value - middle for value in values]


def variance(values: Sequence[float]) -> float | None:
    """Divided by n - 1; exactly 0 where all values are the same."""
    return covariance(values, values)


def covariance(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Divided by n - 1; 0 for what only rounding makes differ from it."""
    if len(first) < 2:
        return None
    found = sum(map(mul, deviations(first), deviations(second))) / (len(first) - 1)
    return found if abs(found) > NOTHING else 0.0


def largest_covariance(first: Sequence[float], second: Sequence[float]) -> float | None:
    """What the covariance would be if both rose together: of the values sorted, each for itself."""
    return covariance(sorted(first), sorted(second))


def skewness(values: Sequence[float]) -> float | None:
    """k3 / k2^1.5, from three values on."""
    n, k2 = len(values), variance(values)
    if n < 3 or not k2:
        return None
    third = central(values, 3)
    return n**2 * third / ((n - 1) * (n - 2)) / k2**1.5


def kurtosis(values: Sequence[float]) -> float | None:
    """k4 / k2^2, from four values on."""
    n, k2 = len(values), variance(values)
    if n < 4 or not k2:
        return None
    second, fourth = central(values, 2), central(values, 4)
    k4 = n**2 * ((n + 1) * fourth - 3 * (n - 1) * second**2) / ((n - 1) * (n - 2) * (n - 3))
    return k4 / k2**2


def central(values: Sequence[float], power: int) -> float:
    """The central moment of that power, divided by n."""
    return fsum(each**power for each in deviations(values)) / len(values)
