"""How far a document has come: kept and waiting, being read, read, or refused with a reason."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReadingState(TextChoices):
    WAITING = "waiting", _("waiting to be read")
    READING = "reading", _("being read")
    READ = "read", _("read")
    REFUSED = "refused", _("cannot be read")


FINISHED = (ReadingState.READ, ReadingState.REFUSED)
TRIES = 2  # a file whose reading takes the worker down with it is not tried for ever
