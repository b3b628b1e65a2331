"""What may happen to questions and tries, as verbs: each in one transaction, each told to the audit trail."""

from courseware.quizzes.actions.answerfile import Admitted, Verdict, admit_late_file, hand_in_file
from courseware.quizzes.actions.answers import answer, check_answer, save_answer
from courseware.quizzes.actions.attempts import check_may_start, open_attempt, start
from courseware.quizzes.actions.drafted import (
    DraftedCourse,
    draft_course_from,
    draft_course_from_file,
    draft_read_articles,
    forget_refused,
    hand_in_articles,
    purpose_of,
)
from courseware.quizzes.actions.grades import count_grade, recount_grades
from courseware.quizzes.actions.questions import (
    accept_answer,
    add_question,
    add_written_questions,
    as_text,
    correct_question,
    retire,
    set_objective,
    tag,
    untag,
)
from courseware.quizzes.actions.quizzes import SETTINGS, SlotText, allow, set_slots, set_up_quiz
from courseware.quizzes.actions.regrading import apply_regrade, prepare_regrade
from courseware.quizzes.actions.results import hand_in_overdue, submit
from courseware.quizzes.actions.reviewing import reopen_all_changed, reopen_changed, review
from courseware.quizzes.actions.texts import ChoiceText, QuestionText

__all__ = [
    "SETTINGS",
    "Admitted",
    "ChoiceText",
    "DraftedCourse",
    "QuestionText",
    "SlotText",
    "Verdict",
    "accept_answer",
    "add_question",
    "add_written_questions",
    "admit_late_file",
    "allow",
    "answer",
    "apply_regrade",
    "as_text",
    "check_answer",
    "check_may_start",
    "correct_question",
    "count_grade",
    "draft_course_from",
    "draft_course_from_file",
    "draft_read_articles",
    "forget_refused",
    "hand_in_articles",
    "hand_in_file",
    "hand_in_overdue",
    "open_attempt",
    "prepare_regrade",
    "purpose_of",
    "recount_grades",
    "reopen_all_changed",
    "reopen_changed",
    "retire",
    "review",
    "save_answer",
    "set_objective",
    "set_slots",
    "set_up_quiz",
    "start",
    "submit",
    "tag",
    "untag",
]
