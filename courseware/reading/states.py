from django.db import models
from django.utils.translation import gettext_lazy as _


class Shown(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class Access(models.TextChoices):
    SIGNED_IN = "signed_in", _("everybody who is signed in")
    REGISTERED = "registered", _("people registered for the event")
    TEAM = "team", _("the team only")


class Completion(models.TextChoices):
    """What a module asks for."""

    SECTIONS = "sections", _("every section is read")
    MINUTES = "minutes", _("every section is read, and the minimum of minutes spent")
    QUIZ = "quiz", _("the quiz is passed")
    ALL = "all", _("every section is read, the minimum of minutes spent, and the quiz passed")


class QuizResult(models.TextChoices):
    PASSED = "passed", _("passed")
    FAILED = "failed", _("failed")


class ModuleState(models.TextChoices):
    INCOMPLETE = "incomplete", _("incomplete")
    COMPLETE = "complete", _("complete")
    PASSED = "passed", _("passed")
    FAILED = "failed", _("failed")


# Never taken back.
EARNED = (ModuleState.COMPLETE, ModuleState.PASSED)
