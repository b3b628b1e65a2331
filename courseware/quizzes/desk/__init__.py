from courseware.quizzes.desk.answerfiles import admit_file
from courseware.quizzes.desk.articles import files, upload
from courseware.quizzes.desk.bank import bank, bank_add, bank_question, bank_retire, bank_tag
from courseware.quizzes.desk.choosing import choose
from courseware.quizzes.desk.coursetests import tests
from courseware.quizzes.desk.questions import add_question, edit_question, questions, review
from courseware.quizzes.desk.quizzes import allowances, settings
from courseware.quizzes.desk.regrades import apply_regrade, near_miss, regrade, regrades
from courseware.quizzes.desk.slots import slot, slots
from courseware.quizzes.desk.tags import tags

__all__ = [
    "add_question",
    "admit_file",
    "allowances",
    "apply_regrade",
    "bank",
    "bank_add",
    "bank_question",
    "bank_retire",
    "bank_tag",
    "choose",
    "edit_question",
    "files",
    "near_miss",
    "questions",
    "regrade",
    "regrades",
    "review",
    "settings",
    "slot",
    "slots",
    "tags",
    "tests",
    "upload",
]
