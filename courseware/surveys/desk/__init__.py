"""The organizers' pages of surveys."""

from courseware.surveys.desk.questions import edit_question, move_question, question_add, question_remove
from courseware.surveys.desk.results import results, results_csv
from courseware.surveys.desk.surveys import desk, move, of_course, of_event, preview

__all__ = [
    "desk",
    "edit_question",
    "move",
    "move_question",
    "of_course",
    "of_event",
    "preview",
    "question_add",
    "question_remove",
    "results",
    "results_csv",
]
