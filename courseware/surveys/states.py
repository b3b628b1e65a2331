from django.db import models
from django.utils.translation import gettext_lazy as _

FEWEST = 5  # people; of fewer nothing that was answered is shown


class SurveyKind(models.TextChoices):
    EVALUATION = "evaluation", _("evaluation")
    FOLLOW_UP = "follow_up", _("follow-up survey")


class SurveyState(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class QuestionKind(models.TextChoices):
    RATING = "rating", _("from 1 to 5")
    CHOICE = "choice", _("one of several")
    YES_NO = "yes_no", _("yes or no")
    TEXT = "text", _("own words")


RATINGS = range(1, 6)
