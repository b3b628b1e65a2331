from courseware.surveys.models.answers import Answer, Asked, Filled
from courseware.surveys.models.surveys import Question, Survey, words_in

__all__ = ["Answer", "Asked", "Filled", "Question", "Survey", "words_in"]
