from django.db import models
from django.utils.translation import gettext_lazy as _


class QuestionFormat(models.TextChoices):
    """Files of questions that are read; named as in formats.questions.READERS."""

    MOODLE = "moodle", _("Moodle XML")
    GIFT = "gift", _("GIFT")
    AIKEN = "aiken", _("Aiken")


class SendingState(models.TextChoices):
    WAITING = "waiting", _("waiting to be sent")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused")


TRIES = 20
