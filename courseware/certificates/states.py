from django.db import models
from django.utils.translation import gettext_lazy as _


class Issued(models.TextChoices):
    """How the certificates of an award come about."""

    AUTOMATIC = "automatic", _("by itself, as soon as somebody has done everything")
    ORGANIZER = "organizer", _("when an organizer says so")
    CLOSED = "closed", _("not any more")


class CertificateState(models.TextChoices):
    LIVE = "live", _("valid")
    REVOKED = "revoked", _("revoked")
    SUPERSEDED = "superseded", _("replaced by a newer one")


class Standing(models.TextChoices):
    """What a visitor is told; "expired" is said by the clock."""

    VALID = "valid", _("valid")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("revoked")
    SUPERSEDED = "superseded", _("replaced by a newer one")


class Reason(models.TextChoices):
    """Why a certificate is no longer valid."""

    NAME = "name", _("The name was corrected")
    MISTAKE = "mistake", _("It was issued by mistake")
    FACTS = "facts", _("It stated something that is not so")
    CONDUCT = "conduct", _("The rules of the course or test were broken")
    REQUEST = "request", _("The holder asked for it")
    OTHER = "other", _("Another reason")


# A corrected name is a replacement, never a revocation.
REVOCATIONS = [(each.value, each.label) for each in Reason if each != Reason.NAME]


class RunState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    WORKING = "working", _("being issued")
    DONE = "done", _("done")


class LineState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ISSUED = "issued", _("issued")
    REFUSED = "refused", _("not issued")


UNFINISHED = (RunState.WAITING, RunState.WORKING)
