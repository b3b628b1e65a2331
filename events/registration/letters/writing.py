"""One way for all letters about an event: words, facts, calendar, outbox."""

from datetime import datetime

from django.utils.translation import override

from accounts.outbox import actions as outbox
from accounts.outbox.links import absolute
from events.programme.calendars import Guest, invitation
from events.programme.models import Event
from events.registration import links
from events.registration.letters.moments import when
from events.registration.letters.words import letter_text, own_words
from events.registration.models import Registration
from events.registration.states import LIVE, RegistrationState


def tell(
    kind: str, registration: Registration, *, at: datetime, occurrence: str = "", method: str = "", **places: str
) -> None:
    """Write to whoever registered. `method` is what the letter asks of the reader's calendar: REQUEST or CANCEL.

    `places` are in the reader's language already. A registration that still stands can be withdrawn from the letter.
    Whoever was erased, or emptied by retention, has no address and is told nothing.
    """
    if not registration.email:
        return
    write(
        kind,
        registration.event,
        key=f"{kind}:{registration.code}{occurrence}",
        to=registration.email,
        name=registration.name,
        language=registration.language,
        own_zone=zone_of(registration),
        at=at,
        places=places,
        method=method,
        leave_url=links.by_letter(registration) if registration.state in LIVE else "",
    )


def write(
    kind: str,
    event: Event,
    *,
    key: str,
    to: str,
    name: str,
    language: str,
    at: datetime,
    places: dict[str, str],
    own_zone: str = "",
    method: str = "",
    secret: bool = False,
    **facts: object,
) -> None:
    with override(language):
        common = {"name": name, "title": event.title, "when": when(event, own_zone)}
        url = absolute(event.get_absolute_url())
        guest = Guest(name, to)
        calendar = invitation(event, url=url, guest=guest, method=method, at=at) if method else ""
    own = own_words(kind, event, language)
    if own and "{organizers}" in own.subject + own.body:
        common["organizers"] = event.team.name
    filled = common | places
    words = letter_text(kind, event, language, places=filled, own=own, has_calendar=bool(calendar), **facts)
    outbox.write(
        kind, key=key, to=to, language=language, subject=words.subject, body=words.body, at=at, about=event.about,
        secret=secret, calendar=calendar, method=method,
    )  # fmt: skip


def entered(registration: Registration) -> str:
    """Only a confirmed seat stands in a calendar."""
    return "REQUEST" if registration.state == RegistrationState.CONFIRMED else ""


def taken_out(registration: Registration) -> str:
    """Whoever was confirmed once has an entry in the calendar, which has to go."""
    return "CANCEL" if registration.confirmed_at else ""


def zone_of(registration: Registration) -> str:
    """The reader's own zone, where the profile names one."""
    return registration.person.time_zone if registration.person_id else ""


def each_time(moment: datetime) -> str:
    """For news that can come more than once: the moment tells one from the other."""
    return f":{moment:%Y%m%d%H%M%S%f}"
