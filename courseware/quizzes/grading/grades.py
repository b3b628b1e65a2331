"""From marks to a grade: tries that cost, what is enough to pass, and which attempt counts."""

from collections.abc import Callable, Sequence
from fractions import Fraction

ONE, NOTHING = Fraction(1), Fraction(0)


def with_penalty(fraction: Fraction, wrong_tries: int, penalty: Fraction) -> Fraction:
    """fraction − wrong tries × penalty, not below 0: the interactive behaviour of Moodle
    (question/behaviour/interactive/behaviour.php)."""
    return max(fraction - wrong_tries * penalty, NOTHING)


def has_passed(mark: Fraction, max_mark: Fraction, pass_percent: int) -> bool:
    """Whether the mark reaches the limit; exact, so that three thirds are 100 % and 70 % of 10 is 7."""
    return max_mark > 0 and 100 * mark >= pass_percent * max_mark


def percent(mark: Fraction, max_mark: Fraction) -> int:
    """Rounded down, for showing: 99.9 % is not 100 %."""
    return int(100 * mark / max_mark) if max_mark else 0


def grade(method: str, shares: Sequence[Fraction]) -> Fraction | None:
    """What several attempts come to; `shares` are mark/max_mark of each, oldest first. None without an attempt."""
    return METHODS[method](shares) if shares else None


METHODS: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "highest": max,
    "last": lambda shares: shares[-1],
    "first": lambda shares: shares[0],
    "average": lambda shares: sum(shares, NOTHING) / len(shares),
}
