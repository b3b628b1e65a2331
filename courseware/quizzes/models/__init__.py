from courseware.quizzes.models.attempts import Attempt, Grade, Response
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.models.questions import Choice, Question, QuestionReview, Tag
from courseware.quizzes.models.quizzes import Allowance, Quiz, Slot
from courseware.quizzes.models.regrades import Regrade, RegradedAttempt, RegradedResponse

__all__ = [
    "Allowance",
    "Attempt",
    "Choice",
    "FractionField",
    "Grade",
    "Question",
    "QuestionReview",
    "Quiz",
    "Regrade",
    "RegradedAttempt",
    "RegradedResponse",
    "Response",
    "Slot",
    "Tag",
]
