from courseware.quizzes.forms.answerfiles import AnswerFileForm, LateFileForm
from courseware.quizzes.forms.answering import Given, given_by
from courseware.quizzes.forms.questions import (
    ChoiceForms,
    QuestionForm,
    QuizForm,
    choice_forms,
    question_text,
    taken_from,
)
from courseware.quizzes.forms.uploads import UploadForm

__all__ = [
    "AnswerFileForm",
    "ChoiceForms",
    "Given",
    "LateFileForm",
    "QuestionForm",
    "QuizForm",
    "UploadForm",
    "choice_forms",
    "given_by",
    "question_text",
    "taken_from",
]
