"""Why something is refused; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _

from courseware.reading.errors import Refused


class FileRefused(Refused):
    """A file of questions that cannot be read at all; `message` says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NothingToTake(Refused):
    message = _("No question of this file can be taken.")


class UploadGone(Refused):
    message = _("This file was taken in already, or has waited for more than a day. Please upload it again.")


class NoActorKey(Refused):
    message = _(
        "The record is given out with code names, and the key they are made with is not set. Please ask the operator "
        "of the site to set XAPI_ACTOR_KEY."
    )


class NoEndpoint(Refused):
    message = _("No learning record store is set up on this site.")
