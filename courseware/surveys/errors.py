"""Why something about a survey is refused; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _

from courseware.reading.errors import Refused


class SurveyClosed(Refused):
    message = _("This survey is not open, so nothing was kept.")


class AlreadyFilledIn(Refused):
    message = _("You have filled in this survey already; it counts once.")


class NothingAnswered(Refused):
    message = _("Answer at least one question.")


class NotOffered(Refused):
    message = _("This answer does not belong to the question.")


class NothingToAsk(Refused):
    message = _("Add at least one question first.")
