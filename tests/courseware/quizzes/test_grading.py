import pytest

from courseware.quizzes.grading import fault_of, has_passed, in_drawn_order, is_right


def test_only_exactly_the_right_set_is_right() -> None:
    assert is_right([1, 2], [2, 1])
    assert not is_right([1], [1, 2])
    assert not is_right([1, 2, 3], [1, 2])
    assert not is_right([], [1])


def test_nothing_chosen_is_not_right_even_without_a_key() -> None:
    assert not is_right([], [])


@pytest.mark.parametrize(
    ("right", "count", "limit", "passed"),
    [(7, 10, 70, True), (6, 10, 70, False), (2, 3, 67, False), (2, 3, 66, True), (0, 5, 0, True), (0, 0, 0, False)],
)
def test_passing_is_reaching_the_limit_exactly(right: int, count: int, limit: int, passed: bool) -> None:
    assert has_passed(right, count, limit) is passed


def test_the_same_seed_gives_the_same_order_and_keeps_every_choice() -> None:
    choices = list("abcdef")
    assert in_drawn_order(choices, "7:1") == in_drawn_order(choices, "7:1")
    assert sorted(in_drawn_order(choices, "7:1")) == choices
    assert choices == list("abcdef")


def test_different_tries_see_different_orders() -> None:
    assert len({tuple(in_drawn_order("abcdef", f"{n}:1")) for n in range(20)}) > 10


RIGHT, WRONG = ("Yes", True), ("No", False)


@pytest.mark.parametrize(
    ("kind", "choices", "fault"),
    [
        ("single", [], "no_choices"),
        ("single", [RIGHT], "one_choice_only"),
        ("single", [WRONG, ("Never", False)], "no_right_choice"),
        ("single", [RIGHT, ("Indeed", True), WRONG], "several_right_choices"),
        ("multiple", [RIGHT, ("Indeed", True)], "no_wrong_choice"),
        ("single", [RIGHT, (" yes ", False)], "duplicate_choice"),
        ("true_false", [RIGHT, WRONG, ("Perhaps", False)], "true_false_takes_two_choices"),
        ("single", [RIGHT, WRONG], None),
        ("multiple", [RIGHT, ("Indeed", True), WRONG], None),
        ("true_false", [("True", False), ("False", True)], None),
    ],
)
def test_a_question_that_cannot_be_asked_is_named(kind: str, choices: list, fault: str | None) -> None:
    assert fault_of(kind, choices) == fault
