"""Sentences for what the registration room says in codes: why somebody waits, and what the trail remembers."""

from collections.abc import Callable

from django.utils.translation import gettext as _


def why(code: str) -> str:
    """Why somebody waits (`standing.why_waiting`), for the person and for the desk alike. KeyError for other codes."""
    return WHY[code]()


def happened(action: str, code: str) -> str:
    """What an entry of the trail about a registration tells; for a code that has no words, that something was noted."""
    return HAPPENED.get(code or action, HAPPENED.get(action, lambda: _("Noted.")))()


WHY: dict[str, Callable[[], str]] = {
    "full": lambda: _("All seats are taken. The next one that becomes free goes to the first in line."),
    "limit_country": lambda: _(
        "The seats for this country are all taken. The place in the line is kept; people from other countries may be "
        "seated meanwhile."
    ),
    "limit_agency": lambda: _(
        "The seats for this agency are all taken. The place in the line is kept; people from other agencies may be "
        "seated meanwhile."
    ),
    "limit_category": lambda: _(
        "The seats for this category are all taken. The place in the line is kept; people of other categories may be "
        "seated meanwhile."
    ),
    "behind_others": lambda: _("Others came first and are seated before."),
    "next": lambda: _("A seat is free and is given within minutes."),
    "list_closed": lambda: _("The waiting list is closed: no more seats are given for this event."),
}
HAPPENED: dict[str, Callable[[], str]] = {
    "registered": lambda: _("Registered."),
    "seat_was_free": lambda: _("Got a free seat."),
    "seat_freed": lambda: _("Moved up from the waiting list: somebody gave up a seat."),
    "swept": lambda: _("Moved up from the waiting list: a seat was free."),
    "rules_changed": lambda: _("Moved up from the waiting list: seats or rules were changed."),
    "seats_returned": lambda: _("Moved up from the waiting list: held seats were returned."),
    "approved": lambda: _("Approved."),
    "declined": lambda: _("Declined."),
    "withdrawn": lambda: _("Withdrew."),
    "erased": lambda: _("Withdrawn, because the person asked to be erased."),
    "offer_accepted": lambda: _("Accepted the offered seat."),
    "offer_ran_out": lambda: _("The time to accept the offered seat ran out."),
    "edited": lambda: _("Changed the answers."),
    "registration_edited": lambda: _("Changed the answers."),
    "registration_moved": lambda: _("Came into another state."),
}
