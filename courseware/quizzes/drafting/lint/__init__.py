"""Rules for drafted questions, each a named function. The sources are item-writing guides and trial runs.

Sources: Haladyna, Downing and Rodriguez 2002 (31 rules); Rodriguez 2005 (three good options do).

Five registries, by what a rule looks at: a sentence that is to stand alone, a sentence with a gap and its context, a
question, a question beside those already chosen, a whole quiz.
What breaks a rule is not shown, but for those in ADVICE: these are told to the organiser beside the question.
"""

from courseware.quizzes.drafting.lint.advice import ADVICE
from courseware.quizzes.drafting.lint.pairs import PAIR_RULES
from courseware.quizzes.drafting.lint.questions import RULES, Context
from courseware.quizzes.drafting.lint.quizzes import QUIZ_RULES
from courseware.quizzes.drafting.lint.sentences import GAP_RULES, SENTENCE_RULES

__all__ = ["ADVICE", "GAP_RULES", "NAMES", "PAIR_RULES", "QUIZ_RULES", "RULES", "SENTENCE_RULES", "Context"]

NAMES = (*dict.fromkeys((*SENTENCE_RULES, *GAP_RULES)), *RULES, *ADVICE, *PAIR_RULES, *QUIZ_RULES)
