from dataclasses import replace
from fractions import Fraction

import pytest

from courseware.quizzes.errors import FAULTS
from courseware.quizzes.grading import fault_of
from courseware.quizzes.grading.faults import CHECKS
from courseware.quizzes.grading.marking import MARKING
from courseware.quizzes.items import Item, Option
from courseware.quizzes.states import Kind
from tests.courseware.quizzes.grading.items import cloze, matching, multiple, numeric, ordering, short, single

HALF = Fraction(1, 2)


def choosing(kind: str, *choices: tuple[str, bool]) -> Item:
    return Item(kind, "?", tuple(Option(n, text, correct) for n, (text, correct) in enumerate(choices, 1)))


def weighted(item: Item, *weights: Fraction | None) -> Item:
    return replace(item, options=tuple(replace(o, weight=w) for o, w in zip(item.options, weights, strict=True)))


RIGHT, WRONG = ("Yes", True), ("No", False)
GOOD = [
    single(), multiple(2, 1), choosing("true_false", ("True", False), ("False", True)), ordering(3),
    matching(("a", "1"), ("b", "2"), ("", "3")), numeric("12,5", "0.1"), short("Amu Darya", "Oxus"),
    cloze("A [[1]] b [[2]]", ("a", "b"), ("c", "d")),
]  # fmt: skip


@pytest.mark.parametrize("item", GOOD, ids=lambda item: item.kind)
def test_a_sound_question_has_no_fault(item: Item) -> None:
    assert fault_of(item) is None


def test_every_kind_is_marked_checked_and_tested_here() -> None:
    assert set(Kind) == set(MARKING) == set(CHECKS) == {item.kind for item in GOOD}


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (choosing("single"), "no_choices"),
        (choosing("single", RIGHT), "one_choice_only"),
        (choosing("single", WRONG, ("Never", False)), "no_right_choice"),
        (choosing("single", RIGHT, ("Indeed", True), WRONG), "several_right_choices"),
        (choosing("multiple", RIGHT, ("Indeed", True)), "no_wrong_choice"),
        (choosing("single", RIGHT, (" yes ", False)), "duplicate_choice"),
        (choosing("true_false", RIGHT, WRONG, ("Perhaps", False)), "true_false_takes_two_choices"),
        (weighted(single("a", "b"), None, Fraction(3, 2)), "share_beyond_one"),
        (weighted(multiple(2, 1), HALF, Fraction(1, 3), None), "shares_not_one"),
        (matching(("a", "1"), ("", "2")), "two_pairs_at_least"),
        (matching(("a", "1"), ("b", " ")), "pair_without_match"),
        (matching(("a", "1"), ("A", "2")), "duplicate_choice"),
        (matching(("a", "1"), ("b", "1")), "one_match_for_all"),
        (ordering(1), "one_choice_only"),
        (Item("ordering", "?", (Option(1, "a"), Option(2, " "))), "empty_line"),
        (Item("ordering", "?", (Option(1, "a"), Option(2, "A"))), "duplicate_choice"),
        (numeric("twelve"), "no_number"),
        (numeric("12", "-1"), "tolerance_below_zero"),
        (numeric("12", weight=HALF), "no_full_answer"),
        (short("..."), "empty_line"),
        (short("Oxus", "oxus"), "duplicate_choice"),
        (weighted(short("Oxus"), HALF), "no_full_answer"),
        (cloze("No gap", ("a", "b")), "no_gaps"),
        (cloze("[[1]] and [[1]]", ("a", "b")), "gap_twice"),
        (cloze("[[1]]", ("a", "b"), ("c", "d")), "choice_for_no_gap"),
        (cloze("[[1]] [[2]]", ("a", "b")), "gap_needs_two_choices"),
        (Item("cloze", "[[1]]", (Option(1, "a", gap=1), Option(2, "b", gap=1))), "gap_needs_one_right"),
        (cloze("[[1]]", ("a", "A")), "duplicate_choice"),
    ],
)
def test_a_question_that_cannot_be_asked_is_named(item: Item, fault: str) -> None:
    assert fault_of(item) == fault
    assert FAULTS[fault]
