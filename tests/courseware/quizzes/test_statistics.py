"""The figures against an oracle: eight learners by four items, worked out by Moodle's own calculator and, for the test
as a whole, by the formulas."""

from decimal import Decimal
from fractions import Fraction

import pytest

from courseware.quizzes.items import Item, Option
from courseware.quizzes.statistics import Column, Given, advice, analyse, lines, random_guess

LEARNERS = [
    (1, 1, 2, 0), (1, 0, 2, 1), (1, 1, 1, 0), (0, 1, 1, 1),
    (1, 0, 0, 0), (0, 0, 0.5, 1), (1, 1, 2, 1), (0, 0, 0, 0),
]  # fmt: skip
MAXIMA = (1, 1, 2, 1)
ORACLE = {
    "facility": (0.625, 0.5, 0.53125, 0.5),
    "sd": (0.517549, 0.534522, 0.863444, 0.534522),
    "discrimination": (31.590293, 42.568539, 84.655289, 12.874232),
    "efficiency": (36, 52.941176, 100, 14.285714),
    "weight": (21.559268, 23.547838, 35.951020, 18.941873),
}
TEST_ORACLE = {
    "mean": 2.6875, "sd": 1.710002, "skewness": -0.340609, "kurtosis": -1.017835,
    "reliability": 61.068702, "error_ratio": 62.394950, "standard_error": 1.066955,
}  # fmt: skip


def columns(rows=LEARNERS, maxima=MAXIMA, **fields):
    return [
        Column([float(row[n]) for row in rows], float(maximum), **fields)
        for n, maximum in enumerate(maxima[: len(rows[0])])
    ]


@pytest.mark.parametrize("name", ORACLE)
def test_items_are_as_the_oracle_says_to_six_digits(name):
    found = [getattr(item, name) for item in analyse(columns()).items]
    assert found == pytest.approx(ORACLE[name], abs=5e-7)


@pytest.mark.parametrize("name", TEST_ORACLE)
def test_the_test_is_as_the_oracle_says_to_six_digits(name):
    assert getattr(analyse(columns()).test, name) == pytest.approx(TEST_ORACLE[name], abs=5e-7)


def test_the_variances_of_the_items_add_up_as_the_oracle_says():
    assert sum(item.sd**2 for item in analyse(columns()).items) == pytest.approx(1.584821, abs=5e-7)


def test_one_learner_gives_means_and_nothing_that_needs_a_spread():
    found = analyse(columns(LEARNERS[:1]))
    assert (found.items[0].facility, found.items[0].sd, found.items[0].discrimination) == (1.0, None, None)
    assert (found.test.mean, found.test.sd, found.test.reliability) == (4.0, None, None)


def test_nobody_at_all_gives_nothing():
    found = analyse([Column([], 1.0), Column([], 1.0)])
    assert (found.test.n, found.test.mean, found.items[0].facility) == (0, None, None)


def test_where_all_answer_alike_nothing_is_divided_by_nought():
    found = analyse(columns([(1, 0, 2, 1)] * 12))
    assert {item.discrimination for item in found.items} == {item.weight for item in found.items} == {None}
    assert (found.test.sd, found.test.skewness, found.test.reliability, found.test.standard_error) == (
        0,
        None,
        None,
        None,
    )


def test_thirds_that_are_all_the_same_do_not_vary():
    found = analyse([Column([1 / 3] * 9, 1.0), Column([2 / 3] * 9, 1.0), Column([0.1] * 9, 1.0)])
    assert [item.sd for item in found.items] == [0, 0, 0]
    assert found.test.reliability is None


def test_a_single_item_has_a_facility_and_no_reliability():
    found = analyse([Column([0.0, 1.0, 1.0, 0.0], 1.0)])
    assert (found.items[0].facility, found.items[0].discrimination, found.test.reliability) == (0.5, None, None)


def test_an_item_that_works_against_the_others_is_flagged_and_has_no_weight():
    rows = [(1, 1, 1, 0), (1, 1, 1, 0), (1, 1, 0, 0), (0, 0, 0, 1), (0, 0, 0, 1), (0, 1, 0, 1)]
    found = analyse(columns(rows, (1, 1, 1, 1))).items
    assert (found[3].is_negative, found[3].weight) == (True, None)
    assert sum(item.weight for item in found[:3]) == pytest.approx(100)


def test_a_drawn_item_is_compared_with_the_whole_mark():
    fixed, drawn = (analyse(columns(is_drawn=is_drawn)).items[3] for is_drawn in (False, True))
    assert drawn.discrimination == pytest.approx(42.9806, abs=1e-4)
    assert fixed.discrimination < drawn.discrimination


def test_attempts_that_do_not_hold_an_item_are_not_counted_as_wrong():
    met = Column([1.0, None, 1.0, None, 0.0], 1.0)
    found = analyse([met, Column([1.0, 0.0, 1.0, 1.0, 0.0], 1.0)])
    assert (found.items[0].n, found.items[0].facility) == (3, pytest.approx(2 / 3))
    assert (found.test.n, found.test.complete) == (5, 3)


def test_reliability_is_reckoned_by_drawn_places_where_questions_differ():
    halves = [Column([1.0, 0.0, None, None], 1.0, True), Column([None, None, 1.0, 0.0], 1.0, True)]
    fixed = Column([1.0, 0.0, 1.0, 0.0], 1.0)
    found = analyse([fixed, *halves], [fixed.marks, [1.0, 0.0, 1.0, 0.0]])
    assert (found.test.complete, found.test.reliability) == (4, pytest.approx(100))


def options(*weights):
    return tuple(
        Option(key, f"Choice {key}", correct=weight > 0, weight=weight) for key, weight in enumerate(weights, 1)
    )


@pytest.mark.parametrize(
    ("item", "guess"),
    [
        (Item("true_false", "", (Option(1, "yes", True), Option(2, "no"))), 0.5),
        (Item("single", "", tuple(Option(n, "", n == 1) for n in range(1, 5))), 0.25),
        (Item("single", "", options(Fraction(1), Fraction(1, 2), Fraction(-1, 2), Fraction(0))), 0.25),
        (Item("multiple", "", options(Fraction(1), Fraction(-1))), None),
        (Item("matching", "", tuple(Option(n, f"p{n}", match=f"m{n}") for n in range(4))), 0.25),
        (Item("short", "", (Option(1, "Tashkent"),)), 0),
        (Item("short", "", (Option(1, "Tashkent"), Option(2, "*", weight=Fraction(1, 4)))), 0.25),
        (Item("numeric", "", (Option(1, "12", tolerance=Decimal("0.5")),)), 0),
        (Item("ordering", "", (Option(1, "a"), Option(2, "b"))), 0),
        (Item("cloze", "", (Option(1, "a", True, gap=1), Option(2, "b", gap=1), Option(3, "c", True, gap=2))), 0.75),
    ],
)
def test_what_blind_guessing_earns(item, guess):
    assert random_guess(item) == guess


CHOICES = Item("single", "?", (Option(1, "Right", True), Option(2, "Wrong"), Option(3, "Never taken")))


def test_choices_are_counted_with_the_result_of_those_who_took_them():
    found = {line.text: line for line in lines(CHOICES, [Given([1], 6, 4.5), Given([2], 3, 1.5), Given(None, 1, 0.2)])}
    assert {text: line.n for text, line in found.items()} == {"Right": 6, "Wrong": 3, "Never taken": 0, "": 1}
    assert (found["Right"].mean, found["Wrong"].mean, found["Never taken"].mean) == (0.75, 0.5, None)


def test_each_tick_of_several_is_counted():
    item = Item("multiple", "?", (Option(1, "A", True), Option(2, "B", True), Option(3, "C")))
    assert [line.n for line in lines(item, [Given([1, 2], 4, 4), Given([1, 3], 2, 1)])] == [6, 4, 2, 0]


def test_pairs_places_gaps_and_typed_words_are_counted():
    pairs = Item("matching", "?", (Option(1, "Kabul", match="AF"), Option(2, "Osh", match="KG")))
    assert [line.n for line in lines(pairs, [Given({"1": 1, "2": 1}, 3, 1)])][:4] == [3, 0, 3, 0]
    steps = Item("ordering", "?", (Option(1, "First"), Option(2, "Second")))
    assert [line.n for line in lines(steps, [Given([2, 1], 2, 1), Given([1, 2], 5, 4)])][:2] == [5, 5]
    gaps = Item("cloze", "?", (Option(1, "in", True, gap=1), Option(2, "on", gap=1)))
    assert [line.n for line in lines(gaps, [Given({"1": 2}, 2, 1)])][:2] == [0, 2]
    typed = lines(Item("short", "?", (Option(1, "Osh"),)), [Given("Osh", 2, 1), Given("  osh ", 1, 1)])
    assert [(line.text, line.n, line.is_offered) for line in typed][:1] == [("osh", 3, False)]


def told(marks, rest, given=()):
    """Codes of the advice for an item with these marks, beside another one."""
    figures = analyse([Column(marks, 1.0), Column(rest, 10.0)]).items[0]
    return [each.code for each in advice(figures, 0.25, lines(CHOICES, given))]


HALF, RISING = [0.0] * 10 + [1.0] * 10, [float(n) for n in range(20)]
TAKEN = [Given([1], 10, 8), Given([2], 5, 2), Given([3], 5, 2)]


def test_a_good_question_needs_nothing():
    assert told(HALF, RISING, TAKEN) == []


def test_a_question_that_strong_learners_miss_has_its_key_checked():
    assert told(HALF, RISING[::-1], TAKEN) == ["check_key"]


def test_a_wrong_choice_of_the_strongest_has_the_key_checked():
    assert told(HALF, RISING, [Given([1], 10, 5), Given([2], 6, 5.4), Given([3], 4, 1)]) == ["stronger_choice"]


def test_a_question_nearly_all_get_right_is_too_easy_and_its_choices_are_let_be():
    assert told([1.0] * 19 + [0.0], RISING[::-1], [Given([1], 19, 15), Given([2], 1, 0)]) == ["too_easy"]


def test_no_more_right_than_by_guessing_is_said():
    assert told([0.0] * 15 + [1.0] * 5, RISING, TAKEN) == ["as_guessed"]


def test_a_wrong_choice_that_nobody_takes_is_to_be_replaced():
    assert told(HALF, RISING, [Given([1], 10, 8), Given([2], 10, 4)]) == ["unused"]
