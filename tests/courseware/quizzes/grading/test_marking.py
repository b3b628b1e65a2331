from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest

from courseware.quizzes.grading import is_near_miss, mark, parts
from courseware.quizzes.items import Item
from tests.courseware.quizzes.grading.items import cloze, matching, multiple, numeric, ordering, short, single

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
CAPITALS = matching(("Tashkent", "Uzbekistan"), ("Astana", "Kazakhstan"), ("Dushanbe", "Tajikistan"), ("", "Mongolia"))


@pytest.mark.parametrize("item", [single(), multiple(2, 2), CAPITALS, ordering(3), numeric("5"), short("Amu Darya"),
                                  cloze("[[1]]", ("a", "b"))])  # fmt: skip
@pytest.mark.parametrize("nothing", [None, [], {}, "", "  "])
def test_no_answer_is_worth_nothing(item: Item, nothing: object) -> None:
    assert mark(item, nothing) == 0


def test_a_single_choice_is_right_or_wrong() -> None:
    assert [mark(single(), [key]) for key in (1, 2, 3)] == [1, 0, 0]


def test_a_wrong_single_choice_may_be_worth_a_share() -> None:
    first, second, third = single().options
    item = Item("single", "?", (first, replace(second, weight=THIRD), third))
    assert [mark(item, [key]) for key in (1, 2, 3)] == [1, THIRD, 0]


@pytest.mark.parametrize(("right", "wrong"), [(1, 3), (2, 2), (3, 1), (4, 7)])
def test_ticking_everything_scores_nothing(right: int, wrong: int) -> None:
    assert mark(multiple(right, wrong), list(range(1, right + wrong + 1))) == 0


def test_each_right_tick_earns_and_each_wrong_one_costs_its_share() -> None:
    item = multiple(3, 2)
    assert mark(item, [1]) == THIRD
    assert mark(item, [1, 2, 3]) == 1
    assert mark(item, [1, 2, 4]) == Fraction(2, 3) - HALF
    assert mark(item, [4]) == 0


def test_three_thirds_are_exactly_one() -> None:
    assert mark(multiple(3, 3), [1, 2, 3]) == Fraction(1)


def test_shares_can_be_set_for_each_tick() -> None:
    item = multiple(2, 2, k1=Fraction(3, 4), k2=Fraction(1, 4), k3=Fraction(-1, 10), k4=Fraction(0))
    assert mark(item, [1, 3]) == Fraction(13, 20)
    assert mark(item, [2, 4]) == Fraction(1, 4)


def test_matching_counts_right_prompts_of_all_prompts() -> None:
    assert mark(CAPITALS, {"1": 1, "2": 2, "3": 3}) == 1
    assert mark(CAPITALS, {"1": 1, "2": 3, "3": 4}) == THIRD
    assert mark(CAPITALS, {"2": 2}) == THIRD


def test_prompts_that_go_with_the_same_text_are_right_with_either_key() -> None:
    item = matching(("Amu Darya", "river"), ("Syr Darya", "river"), ("Aral", "lake"))
    assert mark(item, {"1": 2, "2": 1, "3": 3}) == 1


def test_an_order_is_worth_the_share_of_neighbours_that_follow_each_other() -> None:
    item = ordering(5)
    assert mark(item, [1, 2, 3, 4, 5]) == 1
    assert mark(item, [5, 1, 2, 3, 4]) == Fraction(3, 4)
    assert mark(item, [5, 4, 3, 2, 1]) == 0


def test_only_the_right_order_is_worth_everything() -> None:
    full = [order for order in permutations(range(1, 5)) if mark(ordering(4), list(order)) == 1]
    assert full == [(1, 2, 3, 4)]


@pytest.mark.parametrize("given", ["12,5", "12.5", " 12.50 ", "12,5\u2009", "+12.5", "1.25e1"])
def test_a_number_is_right_however_it_is_typed(given: str) -> None:
    assert mark(numeric("12,5"), given) == 1


@pytest.mark.parametrize("given", ["1234.5", "1 234,5", "1\u202f234.5", "1\u00a0234,5", "1.234,5", "1,234.5"])
def test_thousands_may_be_parted(given: str) -> None:
    assert mark(numeric("1234.5"), given) == 1


@pytest.mark.parametrize(("given", "worth"), [("9.9", 1), ("10.1", 1), ("9.8999", 0), ("10.1001", 0), ("\u221210", 0)])
def test_the_tolerance_is_exact_on_both_sides(given: str, worth: int) -> None:
    assert mark(numeric("10", "0.1"), given) == worth


def test_of_several_accepted_numbers_the_best_counts() -> None:
    wide = replace(numeric("10", "2").options[0], key=2, weight=HALF)
    item = Item("numeric", "?", (*numeric("10").options, wide))
    assert [mark(item, given) for given in ("10", "11", "13", "many")] == [1, HALF, 0, 0]


@pytest.mark.parametrize("given", ["amu darya", "AMU  DARYA", " Amu-Darya. ", "«Amu Darya»"])
def test_case_spaces_and_punctuation_of_a_short_text_do_not_matter(given: str) -> None:
    assert mark(short("Amu Darya"), given) == 1


def test_yo_is_ye_and_letters_may_be_composed_or_not() -> None:
    assert mark(short("Ещё край"), "еще краи\u0306") == 1
    assert mark(short("край"), "краи") == 0


def test_accepted_variants_have_their_own_share() -> None:
    item = short("Amu Darya", "Oxus", k2=HALF)
    assert [mark(item, given) for given in ("Oxus", "Amu Darya", "Volga")] == [HALF, 1, 0]


@pytest.mark.parametrize("given", ["Amu Darja", "Amudarya", "Amu Dayra"])
def test_a_near_miss_is_flagged_and_not_guessed(given: str) -> None:
    assert mark(short("Amu Darya"), given) == 0
    assert is_near_miss(short("Amu Darya"), given)


@pytest.mark.parametrize(("accepted", "given"), [("Amu Darya", "Syr Darya"), ("Amu Darya", "Amu Darya"), ("UNO", "UNA"),
                                                 ("Oxus", "Axes"), ("Amu Darya", "")])  # fmt: skip
def test_other_words_right_ones_and_very_short_ones_are_no_near_misses(accepted: str, given: str) -> None:
    assert not is_near_miss(short(accepted), given)


def test_only_short_texts_have_near_misses() -> None:
    assert not is_near_miss(single("Amu Darya", "b"), [2])


def test_gaps_count_right_of_all() -> None:
    item = cloze("The [[1]] ends in the [[2]].", ("Amu Darya", "Volga"), ("Aral", "Caspian", "Black"))
    assert mark(item, {"1": 1, "2": 3}) == 1
    assert mark(item, {"1": 1, "2": 5}) == mark(item, {"1": 1}) == HALF
    assert mark(item, {"2": 1}) == 0


def test_a_choice_that_a_later_version_dropped_is_worth_nothing() -> None:
    assert mark(single(), [9]) == mark(CAPITALS, {"1": 9}) == mark(ordering(3), [9, 8]) == 0


@pytest.mark.parametrize(
    ("item", "answer", "right"),
    [
        (multiple(1, 2), [1, 2], {1: True, 2: False}),
        (CAPITALS, {"1": 1, "2": 3}, {1: True, 2: False, 3: False}),
        (ordering(3), [2, 3, 1], {2: False, 3: True, 1: False}),
        (cloze("[[1]]", ("a", "b")), {"1": 2}, {2: False}),
        (numeric("5"), "5", {1: True}),
        (short("Oxus"), "volga", {}),
        (single(), None, {}),
    ],
)
def test_each_line_of_an_answer_can_be_shown_as_right_or_wrong(item: Item, answer: object, right: dict) -> None:
    assert parts(item, answer) == right
