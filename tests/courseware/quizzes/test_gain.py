import pytest

from courseware.quizzes.gain import gain, t_quantile

# Two-sided 95 % and 99 %, as every printed table has them.
TABLE = [
    (0.975, 1, 12.7062), (0.975, 2, 4.30265), (0.975, 4, 2.77645), (0.975, 9, 2.26216), (0.975, 10, 2.22814),
    (0.975, 30, 2.04227), (0.975, 120, 1.97993), (0.995, 5, 4.03214), (0.995, 60, 2.66028), (0.95, 7, 1.89458),
]  # fmt: skip


@pytest.mark.parametrize(("probability", "freedom", "quantile"), TABLE)
def test_the_quantiles_of_t_are_those_of_the_tables(probability, freedom, quantile):
    assert t_quantile(probability, freedom) == pytest.approx(quantile, rel=5e-6)


def test_with_many_people_t_becomes_the_normal_distribution():
    assert t_quantile(0.975, 50_000) == pytest.approx(1.959964, abs=1e-4)


def test_the_middle_of_t_is_nought():
    assert t_quantile(0.5, 4) == pytest.approx(0, abs=1e-9)


def test_raw_and_normalised_gain_of_a_class():
    """Means 0.4 and 0.7: 0.3 of the 0.6 that were left, which is 0.5. s = 0.1, so t · s / √n = 2.7764 · 0.1 / √5."""
    found = gain([(0.4, 0.6), (0.4, 0.65), (0.4, 0.7), (0.4, 0.75), (0.4, 0.8)])
    assert (found.n, found.before, found.after) == (5, 0.4, pytest.approx(0.7))
    assert (found.raw.value, found.normalised.value) == (pytest.approx(0.3), pytest.approx(0.5))
    reach = 2.776445 * 0.0790569 / 5**0.5
    assert (found.raw.low, found.raw.high) == (pytest.approx(0.3 - reach), pytest.approx(0.3 + reach))
    assert found.normalised.high - found.normalised.value == pytest.approx(reach / 0.6)


def test_the_normalised_gain_of_unlike_people_is_that_of_the_means():
    pairs = [(0.0, 0.5), (0.2, 0.8), (0.5, 0.5), (0.9, 1.0), (1.0, 0.9)]
    found = gain(pairs)
    assert found.normalised.value == pytest.approx((0.74 - 0.52) / (1 - 0.52))


def test_whoever_knew_everything_before_could_gain_nothing():
    assert gain([(1.0, 1.0)] * 6).normalised is None


def test_people_may_also_lose():
    found = gain([(0.5, 0.4)] * 6)
    assert found.raw.value == pytest.approx(-0.1)
    assert found.normalised.value == pytest.approx(-0.2)


def test_a_single_pair_has_no_interval_and_nobody_no_gain():
    assert gain([(0.2, 0.6)]).raw.low is None
    assert gain([]) is None
