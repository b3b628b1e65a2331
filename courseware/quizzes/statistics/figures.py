"""The figures of a test and of its items. Formulas: Moodle's quiz statistics report (docs.moodle.org, "Quiz statistics
calculations"), as its calculators in question/classes/statistics and mod/quiz/report/statistics carry them out.

x is the mark on an item, T the mark of the whole attempt, y = T - x the rest of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from courseware.quizzes.statistics.moments import (
    covariance,
    kurtosis,
    largest_covariance,
    mean,
    median,
    skewness,
    variance,
)

Marks = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Column:
    """What each attempt earned on one item, in the order of the attempts; None where an attempt does not hold it.

    `is_drawn` items are reached through a draw: the rest is then the whole mark, since each attempt met others.
    """

    marks: Marks
    maximum: float
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """`facility` from 0 to 1; `discrimination`, `efficiency` and `weight` in per cent, None where nothing varies.

    `is_negative`: whoever does well on it does worse in all; it then has no weight.
    """

    n: int
    facility: float | None
    sd: float | None
    discrimination: float | None
    efficiency: float | None
    weight: float | None
    is_negative: bool


@dataclass(frozen=True, slots=True)
class TestFigures:
    """In marks, but `reliability` (Cronbach's alpha, Moodle's CIC) and `error_ratio` in per cent.

    `complete`: how many attempts hold every part, which are those that the last three are reckoned from.
    """

    __test__ = False

    n: int
    mean: float | None
    median: float | None
    sd: float | None
    skewness: float | None
    kurtosis: float | None
    complete: int
    reliability: float | None
    error_ratio: float | None
    standard_error: float | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """`items` in the order of the columns."""

    test: TestFigures
    items: tuple[ItemFigures, ...]


def analyse(columns: Sequence[Column], parts: Sequence[Marks] | None = None) -> Analysis:
    """All columns have an entry for each attempt.

    `parts` are what the test is made of for its reliability, where that is not the columns: with draws, the fixed
    items and each drawn place, whichever question stood there.
    """
    totals = totals_of([column.marks for column in columns])
    shared = [shared_with_total(column, totals) for column in columns]
    weighed = sum(sqrt(each) for each in shared if each and each > 0)
    items = (item_figures(column, totals, cov, weighed) for column, cov in zip(columns, shared, strict=True))
    return Analysis(test_figures(totals, parts or [column.marks for column in columns]), tuple(items))


def totals_of(rows: Sequence[Marks]) -> list[float]:
    return [sum(mark for mark in marks if mark is not None) for marks in zip(*rows, strict=True)]


def pairs(column: Column, totals: Sequence[float]) -> tuple[list[float], list[float]]:
    """x and T of the attempts that hold the item."""
    if None not in column.marks:
        return list(column.marks), list(totals)
    held = [(mark, total) for mark, total in zip(column.marks, totals, strict=True) if mark is not None]
    return [mark for mark, _total in held], [total for _mark, total in held]


def shared_with_total(column: Column, totals: Sequence[float]) -> float | None:
    return covariance(*pairs(column, totals))


def item_figures(column: Column, totals: Sequence[float], shared: float | None, weighed: float) -> ItemFigures:
    """`shared` is the covariance with the total, `weighed` the sum of its roots over all items that have one."""
    marks, whole = pairs(column, totals)
    rest = whole if column.is_drawn else [total - mark for mark, total in zip(marks, whole, strict=True)]
    together, spread, spread_of_rest = covariance(marks, rest), variance(marks), variance(rest)
    most = largest_covariance(marks, rest) if spread and spread_of_rest else None
    return ItemFigures(
        n=len(marks),
        facility=mean(marks) / column.maximum if marks and column.maximum else None,
        sd=None if spread is None else sqrt(spread),
        discrimination=100 * together / sqrt(spread * spread_of_rest) if spread and spread_of_rest else None,
        efficiency=100 * together / most if most else None,
        weight=100 * sqrt(shared) / weighed if shared and shared > 0 else None,
        is_negative=bool(shared and shared < 0),
    )


def test_figures(totals: Sequence[float], parts: Sequence[Marks]) -> TestFigures:
    spread = variance(totals)
    complete = [marks for marks in zip(*parts, strict=True) if None not in marks]
    reliability, error = reliability_of(complete)
    return TestFigures(
        n=len(totals),
        mean=mean(totals),
        median=median(totals),
        sd=None if spread is None else sqrt(spread),
        skewness=skewness(totals),
        kurtosis=kurtosis(totals),
        complete=len(complete),
        reliability=reliability,
        error_ratio=error,
        standard_error=None if error is None else error * sqrt(variance([sum(row) for row in complete])) / 100,
    )


def reliability_of(rows: Sequence[Sequence[float]]) -> tuple[float | None, float | None]:
    """Cronbach's alpha and the share of the spread that is error, both in per cent. `rows` are attempts by parts."""
    count = len(rows[0]) if rows else 0
    spread = variance([sum(row) for row in rows])
    if count < 2 or not spread:
        return None, None
    of_parts = sum(variance(marks) for marks in zip(*rows, strict=True))
    alpha = 100 * count / (count - 1) * (1 - of_parts / spread)
    return alpha, 100 * sqrt(1 - alpha / 100)
