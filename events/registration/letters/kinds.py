"""The letters by name, as the desk lists them, and the {places} that an organizer's own words may hold."""

from django.utils.translation import gettext_lazy as _

from accounts.outbox.wording import unknown
from events.registration.errors import UnknownPlaces

KINDS = {
    "registration_received": _("Registration received, waits for approval"),
    "registration_waiting": _("On the waiting list"),
    "registration_confirmed": _("Seat confirmed"),
    "registration_approved": _("Approved, seat confirmed"),
    "registration_declined": _("Declined"),
    "registration_offered": _("A seat is offered"),
    "registration_promoted": _("Moved up from the waiting list"),
    "registration_expired": _("Offered seat ran out"),
    "registration_withdrawn": _("Withdrawn"),
    "invitation_sent": _("Invitation"),
    "nomination_sent": _("Nominated by a focal point"),
    "invitation_reminder": _("Reminder of an invitation"),
    "delegation_opened": _("Focal point may nominate"),
    "reminder_day": _("Reminder, one day before"),
    "reminder_hour": _("Reminder, one hour before"),
    "event_moved": _("Event moved"),
    "event_cancelled": _("Event cancelled"),
    "event_takes_place": _("Event takes place after all"),
    "thank_you": _("Thank you, and evaluation"),
}
PLACES = {
    "name": _("the reader’s name"),
    "title": _("title of the event"),
    "when": _("day, time and zone of the event"),
    "organizers": _("name of your team"),
    "place": _("number in the waiting line"),
    "until": _("until when an answer is needed"),
    "reason": _("the reason you gave"),
    "before": _("the time before the change"),
    "seats": _("number of seats to fill"),
}
IN_EVERY_LETTER = ("name", "title", "when", "organizers")
BESIDE = {
    "registration_waiting": ("place",),
    "registration_offered": ("until",),
    "registration_declined": ("reason",),
    "invitation_sent": ("until",),
    "nomination_sent": ("until",),
    "invitation_reminder": ("until",),
    "delegation_opened": ("seats",),
    "event_moved": ("before",),
}


def places_of(kind: str) -> tuple[str, ...]:
    return IN_EVERY_LETTER + BESIDE.get(kind, ())


def check_places(kind: str, *texts: str) -> None:
    """Raises UnknownPlaces where own words hold a {place} that this letter does not fill."""
    if names := unknown("\n".join(texts), places_of(kind)):
        raise UnknownPlaces(names)
