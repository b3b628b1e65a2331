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


class Layout(models.TextChoices):
    ONE_BY_ONE = "one_by_one", _("one question per page")
    ALL = "all", _("all on one page")
