from courseware.quizzes.forms.answerfiles import AnswerFileForm, LateFileForm
from courseware.quizzes.forms.answering import Given, given_by, positions_in
from courseware.quizzes.forms.bank import ChoosingForm, FilterForm, KindForm, TagForm, TaggingForm
from courseware.quizzes.forms.lines import ChoiceForms, changed, choice_forms, taken_from
from courseware.quizzes.forms.questions import QuestionForm, question_text
from courseware.quizzes.forms.quizzes import AllowanceForm, BlueprintForm, QuizForm, SettingsForm
from courseware.quizzes.forms.slots import ChosenForm, DrawForm, SlotForm
from courseware.quizzes.forms.uploads import UploadForm

__all__ = [
    "AllowanceForm",
    "AnswerFileForm",
    "BlueprintForm",
    "ChoiceForms",
    "ChoosingForm",
    "ChosenForm",
    "DrawForm",
    "FilterForm",
    "Given",
    "KindForm",
    "LateFileForm",
    "QuestionForm",
    "QuizForm",
    "SettingsForm",
    "SlotForm",
    "TagForm",
    "TaggingForm",
    "UploadForm",
    "changed",
    "choice_forms",
    "given_by",
    "positions_in",
    "question_text",
    "taken_from",
]
