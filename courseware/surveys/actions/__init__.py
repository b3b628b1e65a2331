"""Building a survey, asking people by letter, and filling it in."""

from courseware.surveys.actions.asking import ask_due
from courseware.surveys.actions.building import (
    QuestionText,
    add_question,
    correct_question,
    move,
    move_question,
    remove_question,
    set_up,
    start,
)
from courseware.surveys.actions.filling import fill_in

__all__ = [
    "QuestionText",
    "add_question",
    "ask_due",
    "correct_question",
    "fill_in",
    "move",
    "move_question",
    "remove_question",
    "set_up",
    "start",
]
