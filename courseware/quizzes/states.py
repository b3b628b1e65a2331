from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SINGLE = "single", _("one answer")
    MULTIPLE = "multiple", _("several answers")
    TRUE_FALSE = "true_false", _("true or false")
    MATCHING = "matching", _("matching")
    ORDERING = "ordering", _("putting in order")
    NUMERIC = "numeric", _("a number")
    SHORT = "short", _("a short text")
    CLOZE = "cloze", _("gaps with choices")


class Difficulty(models.IntegerChoices):
    EASY = 1, _("easy")
    MEDIUM = 2, _("medium")
    HARD = 3, _("hard")


class Review(models.TextChoices):
    DRAFTED = "drafted", _("to be reviewed")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    REPLACED = "replaced", _("replaced by a corrected one")
    RETIRED = "retired", _("no longer asked")


class Recorded(models.TextChoices):
    """What a QuestionReview tells of: the verdicts of Review, and two more."""

    DRAFTED = "drafted", _("laid aside")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    EDITED = "edited", _("edited")
    REOPENED = "reopened", _("back to review, as the text has changed")


class Reason(models.TextChoices):
    """Why a question is rejected."""

    TRIVIAL = "trivial", _("Not worth asking")
    KNOWN = "known", _("Can be answered without reading")
    SEVERAL_RIGHT = "several_right", _("More than one answer is right")
    UNSUPPORTED = "unsupported", _("The passage does not say so")
    UNCLEAR = "unclear", _("Unclear on its own")
    POOR_OPTIONS = "poor_options", _("Poor wrong answers")
    DELICATE = "delicate", _("Delicate: people or methods")
    OTHER = "other", _("Another reason")


class Layout(models.TextChoices):
    ONE_BY_ONE = "one_by_one", _("one question per page")
    ALL = "all", _("all on one page")


class Purpose(models.TextChoices):
    MODULE = "module", _("quiz of a module")
    PRE = "pre", _("test before the course")
    POST = "post", _("test after the course")


class Behaviour(models.TextChoices):
    """When feedback is given, and what a further try costs."""

    DEFERRED = "deferred", _("feedback at the end")
    IMMEDIATE = "immediate", _("feedback after each question")
    TRIES = "tries", _("several tries for each question, each further one for less")
    CERTAINTY = "certainty", _("with how certain the person is, feedback at the end")


# The answer is judged, and its feedback shown, while the attempt goes on.
TOLD_AT_ONCE = (Behaviour.IMMEDIATE, Behaviour.TRIES)


class GradeMethod(models.TextChoices):
    """Which attempt counts where there are several."""

    HIGHEST = "highest", _("the best")
    LAST = "last", _("the last")
    FIRST = "first", _("the first")
    AVERAGE = "average", _("the average of all")


class Reviewed(models.TextChoices):
    """What somebody sees of a finished attempt, besides the questions and the own answers."""

    SCORE = "score", _("the score")
    RIGHT_ANSWERS = "right_answers", _("the right answers")
    FEEDBACK = "feedback", _("the feedback")
    PASSAGE = "passage", _("the passage in the text")


class EndedBy(models.TextChoices):
    PERSON = "person", _("handed in")
    CLOCK = "clock", _("time was up")
