"""What happened to a registration, from the trail, newest first."""

from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from accounts.audit.models import AuditEntry
from events.registration import wording
from events.registration.models import Registration
from events.registration.states import RegistrationState


class Happened(NamedTuple):
    """At one moment: what, by whom in words, and the state that it led to ("" where it changed none)."""

    at: datetime
    what: str
    who: str
    state: str


def history(registration: Registration) -> list[Happened]:
    """Moves of one moment are one event: who registers passes through the waiting list without having waited."""
    trail = AuditEntry.objects.filter(about=registration.about).order_by("at", "pk")
    moments = [list(entries) for _at, entries in groupby(trail, key=lambda entry: entry.at)]
    return [moment(entries, registration) for entries in reversed(moments)]


def moment(entries: list[AuditEntry], registration: Registration) -> Happened:
    first, last = entries[0], entries[-1]
    state = str(last.details.get("to", ""))
    return Happened(
        at=first.at,
        what=wording.happened(first.action, str(first.details.get("why", "")), state),
        who=who(first, registration),
        state=state if state in RegistrationState.values else "",
    )


def who(entry: AuditEntry, registration: Registration) -> str:
    if entry.actor is None:
        return _("automatically")
    person = registration.person
    return _("by the person") if person and person.code == entry.actor else _("by an organizer")
