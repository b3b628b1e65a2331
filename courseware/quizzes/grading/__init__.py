"""What an answer is worth, what an attempt comes to, and what makes a question usable. Pure; marks are Fractions."""

from courseware.quizzes.grading.answers import Unfit, fitting, is_blank
from courseware.quizzes.grading.faults import fault_of
from courseware.quizzes.grading.grades import grade, has_passed, percent, with_penalty
from courseware.quizzes.grading.marking import is_near_miss, mark, parts

__all__ = [
    "Unfit",
    "fault_of",
    "fitting",
    "grade",
    "has_passed",
    "is_blank",
    "is_near_miss",
    "mark",
    "parts",
    "percent",
    "with_penalty",
]
