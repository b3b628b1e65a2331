from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """Where it is known from for how long somebody was there."""

    LIST = "list", _("a list handed in by an organizer")
    ORGANIZER = "organizer", _("entered by an organizer")
    MEETING = "meeting", _("the meeting itself")
