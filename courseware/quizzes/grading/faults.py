"""Why a question cannot be asked, as a code that errors.FAULTS words."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from courseware.quizzes.grading.numbers import read_number
from courseware.quizzes.grading.words import evened
from courseware.quizzes.items import Item, Option, gaps_of

ONE = Fraction(1)


def fault_of(item: Item) -> str | None:
    """The first thing that is wrong, or None."""
    found = {"no_choices": not item.options} | (CHECKS[item.kind](item) if item.options else {})
    return next((code for code, is_so in found.items() if is_so), None)


def _choosing(item: Item) -> dict[str, bool]:
    options = item.options
    right = sum(each.correct for each in options)
    return {
        "one_choice_only": len(options) == 1,
        "duplicate_choice": _repeats(each.text for each in options),
        "true_false_takes_two_choices": item.kind == "true_false" and len(options) != 2,
        "no_right_choice": right == 0,
        "several_right_choices": item.kind != "multiple" and right > 1,
        "no_wrong_choice": right == len(options),
        "share_beyond_one": _beyond(options),
        "shares_not_one": not _is_reachable(item),
    }


def _is_reachable(item: Item) -> bool:
    """Whether the right answer, given in full, is worth the whole mark."""
    right = [each for each in item.options if each.correct]
    shares = [Fraction(1, len(right)) if each.weight is None else each.weight for each in right]
    return sum(shares) == ONE


def _matching(item: Item) -> dict[str, bool]:
    prompts = [each for each in item.options if each.text.strip()]
    return {
        "two_pairs_at_least": len(prompts) < 2,
        "pair_without_match": any(not each.match.strip() for each in item.options),
        "duplicate_choice": _repeats(each.text for each in prompts),
        "one_match_for_all": len({evened(each.match) for each in item.options}) == 1,
    }


def _ordering(item: Item) -> dict[str, bool]:
    return {
        "one_choice_only": len(item.options) == 1,
        "empty_line": any(not each.text.strip() for each in item.options),
        "duplicate_choice": _repeats(each.text for each in item.options),
    }


def _numeric(item: Item) -> dict[str, bool]:
    numbers = [read_number(each.text) for each in item.options]
    return {
        "no_number": None in numbers,
        "tolerance_below_zero": any(each.tolerance is not None and each.tolerance < 0 for each in item.options),
        "share_beyond_one": _beyond(item.options),
        "no_full_answer": not any(each.weight in (None, ONE) for each in item.options),
    }


def _short(item: Item) -> dict[str, bool]:
    return {
        "empty_line": any(not evened(each.text) for each in item.options),
        "duplicate_choice": _repeats(each.text for each in item.options),
        "share_beyond_one": _beyond(item.options),
        "no_full_answer": not any(each.weight in (None, ONE) for each in item.options),
    }


def _cloze(item: Item) -> dict[str, bool]:
    gaps = gaps_of(item.stem)
    offered = {gap: [each for each in item.options if each.gap == gap] for gap in gaps}
    return {
        "no_gaps": not gaps,
        "gap_twice": len(set(gaps)) < len(gaps),
        "choice_for_no_gap": any(each.gap not in offered for each in item.options),
        "gap_needs_two_choices": any(len(choices) < 2 for choices in offered.values()),
        "gap_needs_one_right": any(sum(each.correct for each in choices) != 1 for choices in offered.values()),
        "duplicate_choice": any(_repeats(each.text for each in choices) for choices in offered.values()),
    }


def _repeats(texts: Iterator[str]) -> bool:
    """Whether two say the same but for case and spaces. Signs count: "5 %" and "5" are two answers."""
    seen = [" ".join(text.casefold().split()) for text in texts]
    return len(set(seen)) < len(seen)


def _beyond(options: Sequence[Option]) -> bool:
    return any(each.weight is not None and abs(each.weight) > ONE for each in options)


CHECKS: dict[str, Callable[[Item], dict[str, bool]]] = {
    "single": _choosing,
    "true_false": _choosing,
    "multiple": _choosing,
    "matching": _matching,
    "ordering": _ordering,
    "numeric": _numeric,
    "short": _short,
    "cloze": _cloze,
}
