"""What may happen to questions and tries, as verbs: each in one transaction, each told to the audit trail."""

from courseware.quizzes.actions.attempts import answer, set_up_quiz, start, submit
from courseware.quizzes.actions.drafted import (
    DraftedCourse,
    draft_course_from,
    draft_course_from_file,
    draft_read_articles,
    forget_refused,
    hand_in_articles,
    purpose_of,
)
from courseware.quizzes.actions.questions import add_question, add_written_questions, correct_question
from courseware.quizzes.actions.reviewing import reopen_all_changed, reopen_changed, review
from courseware.quizzes.actions.texts import ChoiceText, QuestionText

__all__ = [
    "ChoiceText",
    "DraftedCourse",
    "QuestionText",
    "add_question",
    "add_written_questions",
    "answer",
    "correct_question",
    "draft_course_from",
    "draft_course_from_file",
    "draft_read_articles",
    "forget_refused",
    "hand_in_articles",
    "purpose_of",
    "reopen_all_changed",
    "reopen_changed",
    "review",
    "set_up_quiz",
    "start",
    "submit",
]
