from django.db import models
from django.utils.translation import gettext_lazy as _


class RegistrationState(models.TextChoices):
    DRAFT = "draft", _("waiting for the code from the mailbox")
    CONFIRMED = "confirmed", _("confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn")


LIVE = (RegistrationState.CONFIRMED,)
