"""Why a registration is refused; each says so in a sentence that a person may read."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    message = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class Closed(Refused):
    message = _("Registration for this event is closed.")


class OpensLater(Refused):
    message = _("Registration for this event has not opened yet.")


class NotAdmitted(Refused):
    message = _("This event is not open to everybody. Please use the link in your invitation, if you have one.")


class Full(Refused):
    """A seat was asked for that is not there; people who register go to the waiting list instead."""

    message = _("There is no free seat left.")


class LimitReached(Refused):
    message = _("The seats for this country, agency or category are all taken, so this change cannot be made.")


class NotAMove(Refused):
    """The state does not lead there (states.MOVES), or somebody else has just changed it."""

    message = _("Somebody else has decided about this registration meanwhile. Please look again.")


class AlreadyRegistered(Refused):
    message = _("You are registered for this event already.")


class NotProven(Refused):
    message = _("This registration was made for another address. Please fill in the form for your own.")


class NothingToWithdraw(Refused):
    message = _("You have no registration for this event that could be withdrawn.")


class OfferRanOut(Refused):
    message = _("This seat is not kept for you any more: the time to accept it has passed.")


class InvitationUsed(Refused):
    message = _("This invitation was used already, has run out, or was taken back. Please ask the organizers.")


class NotEditable(Refused):
    message = _("The answers can no longer be changed. Please write to the organizers.")
