from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SINGLE = "single", _("one answer")
    MULTIPLE = "multiple", _("several answers")
    TRUE_FALSE = "true_false", _("true or false")


class Review(models.TextChoices):
    DRAFTED = "drafted", _("to be reviewed")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    REPLACED = "replaced", _("replaced by a corrected one")


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
