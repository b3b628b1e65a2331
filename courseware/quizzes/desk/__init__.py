from courseware.quizzes.desk.answerfiles import admit_file
from courseware.quizzes.desk.articles import files, upload
from courseware.quizzes.desk.questions import add_question, edit_question, questions, review
from courseware.quizzes.desk.regrades import apply_regrade, regrade, regrades

__all__ = [
    "add_question",
    "admit_file",
    "apply_regrade",
    "edit_question",
    "files",
    "questions",
    "regrade",
    "regrades",
    "review",
    "upload",
]
