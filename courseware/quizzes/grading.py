"""What is right, what is enough to pass, and what makes a question usable. Pure."""

import random
from collections.abc import Collection, Sequence
from typing import TypeVar

T = TypeVar("T")


def is_right(chosen: Collection[int], key: Collection[int]) -> bool:
    """All or nothing: exactly the right choices, none missing and none too many."""
    return bool(key) and set(chosen) == set(key)


def has_passed(right: int, count: int, pass_percent: int) -> bool:
    """Whether `right` of `count` reach the limit; compared in whole numbers, so that 70 % of 10 is 7 and not 6.9999."""
    return count > 0 and 100 * right >= pass_percent * count


def in_drawn_order(choices: Sequence[T], seed: str) -> list[T]:
    """The choices shuffled, always in the same way for the same seed: a try that is resumed looks as it was left."""
    drawn = list(choices)
    random.Random(seed).shuffle(drawn)
    return drawn


def fault_of(kind: str, choices: Sequence[tuple[str, bool]]) -> str | None:
    """Why a question cannot be asked, as a code, or None. `choices` are (text, is right); `kind` as in states.Kind."""
    right = sum(correct for _text, correct in choices)
    found = {
        "no_choices": not choices,
        "one_choice_only": len(choices) == 1,
        "duplicate_choice": len({" ".join(text.casefold().split()) for text, _ in choices}) < len(choices),
        "true_false_takes_two_choices": kind == "true_false" and len(choices) != 2,
        "no_right_choice": right == 0,
        "several_right_choices": kind != "multiple" and right > 1,
        "no_wrong_choice": right == len(choices),
    }
    return next((code for code, is_so in found.items() if is_so), None)
