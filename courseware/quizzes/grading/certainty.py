"""Certainty-based marking with Moodle's figures (question/behaviour/behaviourbase.php, class question_cbm).

A level is chosen beside each answer: 1, 2 or 3. Right earns 1, 2, 3; wrong costs 0, 2, 6. So level 1 pays best for who
is less than 67 % certain, 2 up to 80 %, 3 above. No choice is level 1. What passes a quiz is the plain mark; this score
tells people how well they know what they know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

LEVELS = (1, 2, 3)
RIGHT = {1: 1, 2: 2, 3: 3}
WRONG = {1: 0, 2: -2, 3: -6}
# From and to which share of right answers each level pays best.
BANDS = {
    1: (Fraction(0), Fraction(67, 100)),
    2: (Fraction(67, 100), Fraction(80, 100)),
    3: (Fraction(80, 100), Fraction(1)),
}


def certainty_mark(fraction: Fraction, level: int | None) -> Fraction:
    """For one answer, from −6 to 3; a partly right one earns its share of what a right one does."""
    level = level or 1
    return RIGHT[level] * fraction if fraction > 0 else Fraction(WRONG[level])


@dataclass(frozen=True, slots=True)
class Band:
    """How often the answers given at one level were right; `low` and `high` are the percents where it pays best."""

    level: int
    answers: int
    right: Fraction
    low: int
    high: int

    @property
    def percent(self) -> int:
        return int(100 * self.right / self.answers) if self.answers else 0

    @property
    def verdict(self) -> str:
        """over: surer than right; under: more right than sure; fits; nothing without an answer."""
        if not self.answers:
            return ""
        share, (low, high) = self.right / self.answers, BANDS[self.level]
        return "over" if share < low else "under" if share > high else "fits"


def bands(answers: Iterable[tuple[Fraction, int | None]]) -> list[Band]:
    """One for each level, from (fraction, level) of each answer that was given."""
    rows = [(fraction, level or 1) for fraction, level in answers]
    return [_band(level, [fraction for fraction, chosen in rows if chosen == level]) for level in LEVELS]


def _band(level: int, fractions: list[Fraction]) -> Band:
    low, high = BANDS[level]
    return Band(level, len(fractions), sum(fractions, Fraction(0)), int(100 * low), int(100 * high))
