from courseware.quizzes.views.answers import answer
from courseware.quizzes.views.keeping import answer_file, attempt
from courseware.quizzes.views.quizzes import quiz, start
from courseware.quizzes.views.results import result
from courseware.quizzes.views.taking import question, submit

__all__ = ["answer", "answer_file", "attempt", "question", "quiz", "result", "start", "submit"]
