from fractions import Fraction

import pytest

from courseware.quizzes.grading import grade, has_passed, percent, with_penalty
from courseware.quizzes.grading.certainty import bands, certainty_mark
from courseware.quizzes.grading.grades import METHODS
from courseware.quizzes.states import GradeMethod

ONE, THIRD, HALF = Fraction(1), Fraction(1, 3), Fraction(1, 2)


@pytest.mark.parametrize(("wrong", "left"), [(0, ONE), (1, Fraction(2, 3)), (2, THIRD), (3, 0), (4, 0)])
def test_each_wrong_try_costs_a_third_and_never_more_than_all(wrong: int, left: Fraction) -> None:
    assert with_penalty(ONE, wrong, THIRD) == left


@pytest.mark.parametrize(
    ("right", "count", "limit", "passed"),
    [(7, 10, 70, True), (6, 10, 70, False), (2, 3, 67, False), (2, 3, 66, True), (0, 5, 0, True), (0, 0, 0, False)],
)
def test_passing_is_reaching_the_limit_exactly(right: int, count: int, limit: int, passed: bool) -> None:
    assert has_passed(Fraction(right), Fraction(count), limit) is passed


def test_three_thirds_pass_a_limit_of_a_hundred_percent() -> None:
    assert has_passed(THIRD + THIRD + THIRD, ONE, 100)
    assert percent(THIRD + THIRD + THIRD, ONE) == 100


def test_the_percent_is_rounded_down() -> None:
    assert percent(Fraction(999), Fraction(1000)) == 99
    assert percent(Fraction(0), Fraction(0)) == 0


@pytest.mark.parametrize(
    ("method", "comes_to"), [("highest", 1), ("last", THIRD), ("first", HALF), ("average", Fraction(11, 18))]
)
def test_the_method_says_which_attempt_counts(method: str, comes_to: Fraction) -> None:
    assert grade(method, [HALF, ONE, THIRD]) == comes_to
    assert grade(method, [HALF]) == HALF
    assert grade(method, []) is None


def test_every_method_that_can_be_chosen_is_known() -> None:
    assert set(METHODS) == set(GradeMethod)


@pytest.mark.parametrize(("level", "right", "wrong"), [(1, 1, 0), (2, 2, -2), (3, 3, -6), (None, 1, 0)])
def test_certainty_earns_and_costs_as_in_moodle(level: int | None, right: int, wrong: int) -> None:
    assert (certainty_mark(ONE, level), certainty_mark(Fraction(0), level)) == (right, wrong)
    assert certainty_mark(HALF, level) == Fraction(right, 2)


@pytest.mark.parametrize("percent_certain", [40, 60, 70, 75, 85, 99])
def test_the_level_whose_band_fits_pays_best(percent_certain: int) -> None:
    p = Fraction(percent_certain, 100)
    expected = {n: p * certainty_mark(ONE, n) + (1 - p) * certainty_mark(Fraction(0), n) for n in (1, 2, 3)}
    best = max(expected, key=expected.get)
    assert best == (1 if percent_certain < 67 else 2 if percent_certain < 80 else 3)


def test_the_bands_tell_who_is_surer_than_right() -> None:
    low, middle, high = bands([(ONE, 1), (ONE, None), (ONE, 3), (Fraction(0), 3)])
    assert (low.answers, low.percent, low.verdict) == (2, 100, "under")
    assert (middle.answers, middle.percent, middle.verdict) == (0, 0, "")
    assert (high.percent, high.low, high.high, high.verdict) == (50, 80, 100, "over")
