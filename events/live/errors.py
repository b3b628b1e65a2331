"""Why somebody cannot join just now."""

from django.utils.translation import gettext_lazy as _


class CannotJoin(Exception):
    message = _("You cannot join now.")

    def __str__(self) -> str:
        return str(self.message)


class NotRegistered(CannotJoin):
    message = _("Only people who are registered can join. Please register first.")


class NoSeatYet(CannotJoin):
    message = _("Your seat is not confirmed, so you cannot join yet.")


class TooEarly(CannotJoin):
    message = _("The doors open 15 minutes before the start.")


class Over(CannotJoin):
    message = _("This event is over.")


class NoLink(CannotJoin):
    message = _("The organizers have not set the meeting link yet. Please try again in a few minutes.")
