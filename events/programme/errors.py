"""Why something cannot be done to an event, in words that a person may read. `field` is where a form says it."""

from collections.abc import Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    message = _("This cannot be done now.")
    field: str | None = None

    def __str__(self) -> str:
        return str(self.message)


class NotAMove(Refused):
    """The state does not lead there (states.MOVES), or somebody else has just changed it."""

    message = _("The event is in another state meanwhile, so nothing was changed. Please look again.")


class ChangedMeanwhile(Refused):
    message = _(
        "Somebody else saved this event while you were editing it. Your entries are still here, not saved: open the "
        "page again in another tab, compare, and enter what is yours."
    )


class ComparedBefore(ChangedMeanwhile):
    message = _(
        "Somebody else saved this event after you had opened this page. What differs now is shown below: please look "
        "again and choose again."
    )


class Decided(Refused):
    message = _("This version was decided on meanwhile, so nothing was changed.")


class SameDocument(Refused):
    message = _("This is the very document that the event was made from: no letter of it has changed.")
    field = "file"


class AlreadyHandedIn(Refused):
    """An event was made of the same bytes, or will be. `event` is what it is called; empty while it is being read."""

    field = "file"

    def __init__(self, event: str = "") -> None:
        super().__init__(event)
        self.event = event

    def __str__(self) -> str:
        if not self.event:
            return gettext("This very document was handed in a moment ago and is being read.")
        return gettext("This very document was handed in before, for “%(event)s”.") % {"event": self.event}


class NoDraftAnyMore(Refused):
    message = _("People have seen this event already, so it cannot be discarded. You can cancel it.")


class EndsBeforeStart(Refused):
    message = _("The end has to be later than the start.")
    field = "ends_at"


class HalfATime(Refused):
    message = _("A start needs an end, and an end needs a start.")
    field = "starts_at"


class NoSuchZone(Refused):
    message = _("This time zone is not known.")
    field = "time_zone"


class ClosesAfterTheEnd(Refused):
    message = _("Registration cannot close after the event has ended.")
    field = "registration_closes_at"


class OpensTooLate(Refused):
    message = _("Registration has to open before it closes.")
    field = "registration_opens_at"


class NothingToLayOut(Refused):
    message = _("Give at least one session its minutes.")


class SeatsTaken(Refused):
    """Fewer seats were asked for than are taken, or kept for somebody invited or for a delegation."""

    field = "capacity"

    def __init__(self, taken: int) -> None:
        super().__init__(taken)
        self.taken = taken

    def __str__(self) -> str:
        text = ngettext(
            "%(taken)s seat is taken or kept for somebody, so there cannot be fewer seats than that.",
            "%(taken)s seats are taken or kept for somebody, so there cannot be fewer seats than that.",
            self.taken,
        )
        return text % {"taken": self.taken}


NEEDED = {"title": _("the title"), "date": _("the date, the start and the end"), "time_zone": _("the time zone")}


class NotReady(Refused):
    """An event that people can open lacks something. `missing` holds codes: those of NEEDED, and "proposed"."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(*missing)
        self.missing = tuple(missing)

    def __str__(self) -> str:
        named = [str(NEEDED[code]) for code in self.missing if code in NEEDED]
        sentences = []
        if named:
            sentences.append(gettext("Set %(what)s first.") % {"what": get_text_list(named, gettext("and"))})
        if "proposed" in self.missing:
            sentences.append(gettext("Keep or remove the proposed sessions first."))
        return " ".join(sentences)
