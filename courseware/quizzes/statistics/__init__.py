"""Item analysis: how well a test and each of its questions measure, after Moodle's formulas. Pure.

Floats live here and in what loads rows for it; marks elsewhere are exact. What is computed: figures.py. What each kind
of question gives away to guessing: guessing.py. Which choices were taken: choices.py. What to do about a question:
advice.py.
"""

from courseware.quizzes.statistics.advice import Advice, advice
from courseware.quizzes.statistics.choices import Given, Line, lines
from courseware.quizzes.statistics.figures import Analysis, Column, ItemFigures, TestFigures, analyse
from courseware.quizzes.statistics.guessing import random_guess

__all__ = [
    "Advice",
    "Analysis",
    "Column",
    "Given",
    "ItemFigures",
    "Line",
    "TestFigures",
    "advice",
    "analyse",
    "lines",
    "random_guess",
]
