"""What may happen to questions and tries, as verbs: each in one transaction, each told to the audit trail."""

from courseware.quizzes.actions.answerfile import Admitted, Verdict, admit_late_file, hand_in_file
from courseware.quizzes.actions.answers import answer, check_answer, save_answer
from courseware.quizzes.actions.attempts import check_may_start, hand_in_if_over, open_attempt, start
from courseware.quizzes.actions.blueprints import make_post_test, make_pre_test, open_test, withdraw_test
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
from courseware.quizzes.actions.nearmisses import NearMiss, accept_near_miss, leave_near_miss, near_misses
from courseware.quizzes.actions.picking import Supply, supply
from courseware.quizzes.actions.questions import (
    accept_answer,
    add_question,
    add_written_questions,
    as_text,
    correct_question,
    retire,
)
from courseware.quizzes.actions.quizzes import SETTINGS, allow, set_up_quiz, take_back_allowance
from courseware.quizzes.actions.regrading import apply_regrade, prepare_regrade
from courseware.quizzes.actions.results import hand_in_overdue, submit
from courseware.quizzes.actions.reviewing import reopen_all_changed, reopen_changed, review
from courseware.quizzes.actions.slots import SlotText, add_slots, change_slot, move_slot, remove_slot, set_slots
from courseware.quizzes.actions.tags import merge_tags, remove_tag, rename_tag, set_objective, set_tags, tag, untag
from courseware.quizzes.actions.texts import ChoiceText, QuestionText

__all__ = [
    "SETTINGS",
    "Admitted",
    "ChoiceText",
    "DraftedCourse",
    "NearMiss",
    "QuestionText",
    "SlotText",
    "Supply",
    "Verdict",
    "accept_answer",
    "accept_near_miss",
    "add_question",
    "add_slots",
    "add_written_questions",
    "admit_late_file",
    "allow",
    "answer",
    "apply_regrade",
    "as_text",
    "change_slot",
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
    "hand_in_if_over",
    "hand_in_overdue",
    "leave_near_miss",
    "make_post_test",
    "make_pre_test",
    "merge_tags",
    "move_slot",
    "near_misses",
    "open_attempt",
    "open_test",
    "prepare_regrade",
    "purpose_of",
    "recount_grades",
    "remove_slot",
    "remove_tag",
    "rename_tag",
    "reopen_all_changed",
    "reopen_changed",
    "retire",
    "review",
    "save_answer",
    "set_objective",
    "set_slots",
    "set_tags",
    "set_up_quiz",
    "start",
    "submit",
    "supply",
    "tag",
    "take_back_allowance",
    "untag",
    "withdraw_test",
]
