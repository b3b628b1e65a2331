from django.db import models
from django.utils.translation import gettext_lazy as _


class Shown(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class Access(models.TextChoices):
    SIGNED_IN = "signed_in", _("everybody who is signed in")
    REGISTERED = "registered", _("people registered for the event")
    TEAM = "team", _("the team only")
