"""What people are told by mail about a registration. Opening a link changes nothing; no letter holds the meeting link.

The text of each kind is `templates/mail/<kind>.txt`; `about_event.txt` is their common frame. The calling verb decides
what is told and when; each letter is written in its transaction.
"""

from events.registration.letters.events import cancelled, moved, reminded, takes_place, thanked
from events.registration.letters.invitations import delegation_opened, invitation_reminder, invited, nominated
from events.registration.letters.kinds import KINDS, PLACES, check_places, places_of
from events.registration.letters.registrations import (
    approved,
    confirmed,
    declined,
    expired,
    offered,
    promoted,
    received,
    waiting,
    withdrawn,
)
from events.registration.letters.words import example, standard_words

__all__ = [
    "KINDS",
    "PLACES",
    "approved",
    "cancelled",
    "check_places",
    "confirmed",
    "declined",
    "delegation_opened",
    "example",
    "expired",
    "invitation_reminder",
    "invited",
    "moved",
    "nominated",
    "offered",
    "places_of",
    "promoted",
    "received",
    "reminded",
    "standard_words",
    "takes_place",
    "thanked",
    "waiting",
    "withdrawn",
]
