"""What a letter says: the standard words of its kind, or the organizers' own, and below them the facts.

Own words take the place of the subject and of the opening. What must not be lost (time, deadline, reason, how to join,
how to withdraw) stands in the facts, which nobody can word away.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.outbox.actions.writing import rendered
from accounts.outbox.links import absolute
from accounts.outbox.wording import fill
from events.programme.models import Event
from events.registration.letters.kinds import places_of
from events.registration.letters.moments import when
from events.registration.models import Wording

GAPS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n*")


class Words(NamedTuple):
    subject: str
    body: str


def standard_words(kind: str, language: str) -> Words:
    """Subject and opening with their {places} open, to start one's own words from."""
    places = {name: f"{{{name}}}" for name in places_of(kind)}
    return tidy(*rendered(kind, places | {"words_only": True}, language, ""))


def own_words(kind: str, event: Event, language: str) -> Words | None:
    found = Wording.objects.filter(event=event, kind=kind, language=language)
    return next((Words(*row) for row in found.values_list("subject", "body")), None)


def letter_text(
    kind: str, event: Event, language: str, *, places: dict[str, str], own: Words | None, **facts: object
) -> Words:
    """Subject and body as they are sent; `places` fill the words, the standard ones too, and `facts` the rest."""
    if own:
        facts["own"] = Words(fill(own.subject, places), fill(own.body, places))
    return tidy(*rendered(kind, {**addresses(event), **places, **facts}, language, ""))


def tidy(subject: str, body: str) -> Words:
    """Paragraphs parted by one empty line, whatever the template left out between them."""
    return Words(subject.strip(), GAPS.sub("\n\n", body).strip())


def addresses(event: Event) -> dict[str, Callable[[], str]]:
    """Each is made where a template asks for it; most letters need one."""
    pages = {"event_url": "programme:event", "registered_url": "registration:registered"}
    pages["readings_url"] = "reading:for_event"
    return {name: partial(address, page, event.slug) for name, page in pages.items()}


def address(page: str, slug: str) -> str:
    return absolute(reverse(page, args=[slug]))


def example(kind: str, event: Event, language: str, own: Words) -> Words:
    """The letter with these words, as an invented person would get it."""
    with override(language):
        told = when(event)
        places = {
            "name": _("Aigul Example"), "title": event.title, "when": told, "organizers": event.team.name,
            "place": "3", "until": told.partition("\n")[0], "reason": _("(your reason stands here)"), "before": told,
            "seats": "5",
        }  # fmt: skip
        why = _("All seats are taken. The next one that becomes free goes to the first in line.")
    link = absolute("/…/")
    return letter_text(
        kind, event, language, places=places, own=own, why=why, leave_url=link, answer_url=link, delegation_url=link,
        has_calendar=True,
    )  # fmt: skip
