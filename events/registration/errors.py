"""Why a registration is refused; each says so in a sentence that a person may read."""

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from events.registration.states import Category, Scope


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


class QuestionGone(Refused):
    """The question was changed or removed meanwhile, or is not one of this form."""

    message = _("Somebody else has changed this question meanwhile. Please look again.")


class QuestionIncomplete(Refused):
    message = _("A question needs its words, what it is asked for, and two choices at least if it has choices.")


class ConditionBroken(Refused):
    """A question would be shown for an answer that nobody can have given by then. `question` is its wording."""

    message = _(
        "“%(question)s” is only shown for a certain answer to another question, which must stand before it and have "
        "that answer among its choices. Change that first."
    )

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question

    def __str__(self) -> str:
        return str(self.message) % {"question": self.question}


class FileRefused(Refused):
    """A file that somebody handed in is not kept."""


class FileEmpty(FileRefused):
    message = _("This file is empty. Please choose it again, or save it anew first.")


class FileTooLarge(FileRefused):
    message = _("This file is larger than 5 MB. Please make it smaller, for example by saving it as a PDF.")


class FileOldWord(FileRefused):
    message = _("This is an old Word file, or one with a password. Please save it as a PDF, or as DOCX without one.")


class FileNotTaken(FileRefused):
    message = _("Only PDF, JPEG, PNG and DOCX files are taken. Please save it as a PDF and choose that one.")


class FileDamaged(FileRefused):
    message = _("This file is damaged or was cut short. Please open it, save it anew, and choose it again.")


class LimitBelowTaken(Refused):
    """A limit was asked for that is lower than the seats taken already, or kept for those invited and nominated."""

    def __init__(self, scope: str, value: str, taken: int) -> None:
        super().__init__(scope, value, taken)
        self.scope, self.value, self.taken = scope, value, taken

    def __str__(self) -> str:
        text = ngettext(
            "%(whom)s: %(taken)s seat is taken or kept, so the limit cannot be lower than that.",
            "%(whom)s: %(taken)s seats are taken or kept, so the limit cannot be lower than that.",
            self.taken,
        )
        return text % {"whom": self.whom, "taken": self.taken}

    @property
    def whom(self) -> str:
        """The country, agency or category as people call it."""
        if self.scope == Scope.COUNTRY:
            return countries.name(self.value.upper()) or self.value
        labels = {str(value): str(label) for value, label in Category.choices}
        return capfirst(labels.get(self.value, self.value))


class OnlyATarget(Refused):
    message = _("By gender and level only a target can be set, since not everybody is asked: leave the limit empty.")


class NothingChosen(Refused):
    message = _("Nobody was chosen. Tick the people first, then press the button again.")


class ReasonMissing(Refused):
    message = _("Write a reason: the person will read it in the letter.")


class NotPublished(Refused):
    message = _("Publish the event first, or open it without listing: the letters lead to its page.")


class InvitesNobody(Refused):
    message = _("This event takes nominees only. Under “Rules”, change who may register, then invite.")


class TakesNoNominees(Refused):
    message = _("This event takes invited people only. Under “Rules”, change who may register, then add delegations.")


class AlreadyInvited(Refused):
    message = _("This address is invited to this event already.")


class GuestIsRegistered(Refused):
    message = _("Somebody with this address is registered for this event already.")


class MomentPassed(Refused):
    message = _("This moment has passed already. Please choose a later one.")


class WithFigure(Refused):
    """A refusal whose sentence depends on a figure."""

    def __init__(self, figure: int) -> None:
        super().__init__(figure)
        self.figure = figure

    def __str__(self) -> str:
        return self.said(self.figure)

    def said(self, figure: int) -> str:
        raise NotImplementedError


class NotEnoughSeats(WithFigure, Full):
    """`figure` is how many seats are free."""

    def said(self, figure: int) -> str:
        if not figure:
            return str(Full.message)
        sentence = ngettext(
            "Only %(figure)d seat is free at the moment.", "Only %(figure)d seats are free at the moment.", figure
        )
        return sentence % {"figure": figure}


class LimitLeaves(WithFigure, LimitReached):
    """`figure` is how many seats the limits of the country or agency leave."""

    def said(self, figure: int) -> str:
        sentence = ngettext(
            "The limit for this country or agency leaves %(figure)d seat.",
            "The limit for this country or agency leaves %(figure)d seats.",
            figure,
        )
        return sentence % {"figure": figure}


class AllotmentTooSmall(WithFigure):
    """`figure` is how many are nominated."""

    def said(self, figure: int) -> str:
        sentence = ngettext(
            "%(figure)d person is nominated already, so there cannot be fewer seats.",
            "%(figure)d people are nominated already, so there cannot be fewer seats.",
            figure,
        )
        return sentence % {"figure": figure}


class NotAllotted(WithFigure):
    """`figure` is how many more may be nominated."""

    message = _("All your seats have a nominee. Withdraw a nomination, or ask the organizers for more seats.")

    def said(self, figure: int) -> str:
        if not figure:
            return str(self.message)
        sentence = ngettext(
            "You can nominate %(figure)d more person.", "You can nominate %(figure)d more people.", figure
        )
        return sentence % {"figure": figure}


class DelegationClosed(Refused):
    message = _("Nominations are closed. Please write to the organizers.")


class AlreadyDelegated(Refused):
    message = _("This country or agency can nominate for this event already. Please change the entry it has.")


class UnknownPlaces(Refused):
    """Own words for a letter hold a {place} that nothing would fill."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(*names)
        self.names = names

    def __str__(self) -> str:
        places = ", ".join(f"{{{name}}}" for name in self.names)
        return gettext("There is no such place in this letter: %(places)s. The list below says which there are.") % {
            "places": places
        }
