"""Sentences for what the registration room says in codes: why somebody waits, and what the trail remembers."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django_countries import countries

from events.programme.states import Admission
from events.registration.models import Question
from events.registration.states import Category, Kind, RegistrationState, Scope


def why(code: str) -> str:
    """Why somebody waits (`standing.why_waiting`), for the person and for the desk alike. KeyError for other codes."""
    return WHY[code]()


def happened(action: str, code: str, to: str = "") -> str:
    """What an entry of the trail about a registration tells; for a code that has no words, that something was noted.

    `to` is the state that it led to: one offer that runs out ends one registration and moves up another.
    """
    if to == RegistrationState.EXPIRED:
        return _("The time to accept the offered seat ran out")
    return HAPPENED.get(code or action, HAPPENED.get(action, lambda: _("Noted")))()


def answered(question: Question, value: Any) -> str:
    """An answer under the question that it was given to: choices by their labels of then; "" where there is none."""
    if value in (None, "", []):
        return ""
    labels = {choice["key"]: choice["label"] for choice in question.choices}
    if question.kind == Kind.YES_NO:
        return _("yes") if value else _("no")
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        keys = value if isinstance(value, list) else [value]
        return ", ".join(str(labels.get(key, key)) for key in keys)
    if question.kind == Kind.COUNTRY:
        return countries.name(str(value)) or str(value)
    if question.kind == Kind.DATE:
        return date_format(date.fromisoformat(str(value)), "j E Y")
    return str(value)


def counted(scope: str, value: str) -> str:
    """What a limit or a target speaks of, without its scope: a country, an agency, a category."""
    if not value:
        return EACH[scope]()
    if scope == Scope.COUNTRY:
        return countries.name(value.upper()) or value
    labels = {str(code): str(label) for code, label in Category.choices} if scope == Scope.CATEGORY else {}
    return capfirst(labels.get(value, value))


def unknown() -> str:
    """What a row of the balance is called that nobody has given a value for."""
    return _("Not said")


ADMISSION: dict[str, Callable[[], str]] = {
    Admission.OPEN: lambda: _("Whoever registers gets a seat at once, while there is one, and else waits in line."),
    Admission.APPROVAL: lambda: _("Everybody may ask; you look at each one and approve or decline."),
    Admission.INVITATION: lambda: _(
        "Only people whom you invite by e-mail can register, each with a link of their own."
    ),
    Admission.NOMINATION: lambda: _(
        "Countries and agencies name their people through a focal point; you approve or decline each one."
    ),
    Admission.MIXED: lambda: _(
        "People whom you invite get a seat at once; those nominated, and everybody else who asks, are approved by you."
    ),
}
EACH: dict[str, Callable[[], str]] = {
    Scope.CATEGORY: lambda: _("Each category"),
    Scope.COUNTRY: lambda: _("Each country"),
    Scope.AGENCY: lambda: _("Each agency"),
    Scope.GENDER: lambda: _("Each gender"),
    Scope.LEVEL: lambda: _("Each level"),
}
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
    "registered": lambda: _("Registered"),
    "seat_was_free": lambda: _("Got a free seat"),
    "seat_freed": lambda: _("Moved up from the waiting list: somebody gave up a seat"),
    "swept": lambda: _("Moved up from the waiting list: a seat was free"),
    "rules_changed": lambda: _("Moved up from the waiting list: seats or rules were changed"),
    "seats_returned": lambda: _("Moved up from the waiting list: held seats were returned"),
    "approved": lambda: _("Approved"),
    "declined": lambda: _("Declined"),
    "withdrawn": lambda: _("Withdrawn"),
    "erased": lambda: _("Withdrawn, because the person asked to be erased"),
    "offer_accepted": lambda: _("Accepted the offered seat"),
    "offer_ran_out": lambda: _("Moved up from the waiting list: somebody did not accept an offered seat"),
    "edited": lambda: _("Changed the answers"),
    "registration_edited": lambda: _("Changed the answers"),
    "registration_moved": lambda: _("Came into another state"),
}
