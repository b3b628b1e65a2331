"""What the figures of a question ask an organizer to do, as codes; the door words them.

Thresholds: the bands of Moodle's guide to its report (docs.moodle.org, "Quiz statistics report": facility from 95 % is
extremely easy, 20 % and below very difficult; a discrimination index below 20 % is very weak, a negative one means that
the question is probably invalid). That a wrong answer which nobody takes does no work is common ground in item writing
(Haladyna and Downing, Educational and Psychological Measurement 53, 1993).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from courseware.quizzes.statistics.choices import Line
from courseware.quizzes.statistics.figures import ItemFigures

TOO_EASY, TOO_HARD = 0.95, 0.20  # facility
WEAK = 20  # discrimination index, per cent
SERIOUS = {"check_key", "stronger_choice", "too_hard", "as_guessed"}
WIDELY = 0.10  # of all: a wrong answer taken by fewer says little about who takes it
NEAR_GUESS = 0.05


@dataclass(frozen=True, slots=True)
class Advice:
    """`values` fill the sentence that the door has for `code`."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def is_serious(self) -> bool:
        return self.code in SERIOUS


def advice(figures: ItemFigures, guess: float | None, lines: Sequence[Line]) -> list[Advice]:
    """The gravest first; empty where nothing has to be done."""
    index, facility = figures.discrimination, figures.facility
    if facility is None:
        return []
    as_guessed = bool(guess) and facility <= guess + NEAR_GUESS
    found = {
        "check_key": index is not None and index < 0,
        "as_guessed": as_guessed,
        "too_hard": facility <= TOO_HARD and not as_guessed,
        "too_easy": facility >= TOO_EASY,
        "weak": index is not None and 0 <= index < WEAK and TOO_HARD < facility < TOO_EASY,
    }
    general = [Advice(code) for code, is_so in found.items() if is_so]
    stronger = [] if found["check_key"] else [Advice("stronger_choice", {"choice": one.text}) for one in rivals(lines)]
    unused = [Advice("unused", {"choice": line.text}) for line in lines if is_idle(line)]
    return [*stronger, *general, *([] if found["too_easy"] else unused)]


def is_idle(line: Line) -> bool:
    return line.is_offered and line.is_right is False and line.n == 0


def rivals(lines: Sequence[Line]) -> list[Line]:
    """Wrong answers that many took, and that those who took did better in all than whoever took a right one.

    Only where one choice answers the question: of parts of an answer it says nothing.
    """
    right = [line for line in lines if line.is_right and line.n]
    wrong = [line for line in lines if line.is_right is False and line.is_offered]
    if len(right) != 1 or any("-" in line.key for line in lines):
        return []
    n = sum(line.n for line in lines)
    return [line for line in wrong if line.n >= WIDELY * n and line.mean > right[0].mean]
