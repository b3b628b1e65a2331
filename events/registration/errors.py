"""Why a registration is refused; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    message = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class Closed(Refused):
    message = _("Registration for this event is closed.")


class Full(Refused):
    message = _("Meanwhile all seats are taken. Your answers are kept; if somebody withdraws, you can send them again.")


class AlreadyRegistered(Refused):
    message = _("You are registered for this event already.")


class NotProven(Refused):
    message = _("This registration was made for another address. Please fill in the form for your own.")


class NothingToWithdraw(Refused):
    message = _("You have no registration for this event that could be withdrawn.")
