from django.utils.translation import gettext_lazy as _


class TooManyCodes(Exception):
    """Three codes a minute go to one address, and no more."""

    def __str__(self) -> str:
        return str(_("Several codes were sent to this address within a minute. Wait a minute, then try again."))
