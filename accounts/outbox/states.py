from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    PENDING = "pending", _("waiting to be sent")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the mail server")
    HELD = "held", _("held back until released")


TRIES = 20
DUE = (LetterState.PENDING, LetterState.SENDING)
FINISHED = (LetterState.SENT, LetterState.REFUSED)
METHODS = ("REQUEST", "CANCEL", "PUBLISH")  # what a calendar part may ask of the reader's calendar (RFC 5546)
