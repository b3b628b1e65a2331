from django.utils.translation import gettext_lazy as _


class NotResendable(Exception):
    """A letter that cannot go out a second time. The text may be shown."""


class NotFinished(NotResendable):
    def __str__(self) -> str:
        return str(_("This letter has not gone out yet, so there is nothing to send again."))


class TextGone(NotResendable):
    def __str__(self) -> str:
        return str(_("The text of this letter is no longer kept, so it cannot be sent again."))
