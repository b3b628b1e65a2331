"""Whoever types an address learns nothing of whether it is known: same answer, same letter, same work.

Times are measured for `make proofs` and never judged here: a busy machine would decide.
"""

import os
import re
import statistics
import time
from collections.abc import Callable
from itertools import count

import pytest
from django.test import Client

from accounts.outbox.models import Letter
from events.programme.models import Event
from tests import factories
from tests.proofs.crowd import ANSWERS
from tests.proofs.figures import record
from tests.proofs.people import people
from tests.statements import kinds, statements

pytestmark = pytest.mark.django_db
TRIES = 200
VISITORS = count(1)
SECRETS = re.compile(rb'(csrfmiddlewaretoken" value|nonce)="[^"]*"|[\w.+-]+@example\.org')
CODE = re.compile(r"\b[A-Z0-9]{3,}(-[A-Z0-9]{3,})+\b|[\w.+-]+@example\.org")
Ask = Callable[[Client, str], object]


def sign_in(client: Client, email: str) -> object:
    return client.post("/sign-in/", {"email": email})


def register(client: Client, email: str) -> object:
    event = Event.objects.only("slug").get()
    return client.post(f"/events/{event.slug}/register/", ANSWERS | {"email": email, "consent": "on"})


@pytest.fixture(params=[sign_in, register], ids=["sign_in", "register"])
def ask(request: pytest.FixtureRequest) -> Ask:
    factories.event()
    return request.param


def visitor() -> Client:
    """A new browser behind an address of its own, so that no limit is met."""
    n = next(VISITORS)
    return Client(REMOTE_ADDR=f"198.51.{n // 250}.{n % 250 + 1}")


def unknown(email: str) -> str:
    """Nobody's address, as long as the other: lengths are compared too."""
    return email.replace("racer", "guest")


def seen(ask: Ask, email: str) -> list[object]:
    """All that a stranger can see of the answer and of the page it leads to."""
    client = visitor()
    answers = [ask(client, email)]
    answers.append(client.get(answers[0].url))
    cookies = {name: {key: held[key] for key in held} for name, held in client.cookies.items()}
    pages = [(answer.status_code, headers(answer), SECRETS.sub(b"", answer.content)) for answer in answers]
    return [*pages, sorted(cookies), {name: held | {"expires": ""} for name, held in cookies.items()}]


def headers(answer: object) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "Expires"}


def letter(to: str) -> tuple[object, ...]:
    [sent] = Letter.objects.filter(to=to)
    return sent.kind, sent.language, sent.urgent, sent.secret, sent.subject, CODE.sub("", sent.body)


def test_the_answer_and_the_page_it_leads_to_are_the_same(ask):
    [known] = people(1)
    assert seen(ask, known.email) == seen(ask, unknown(known.email))


def test_the_letter_is_the_same(ask):
    [known] = people(1)
    for email in (known.email, unknown(known.email)):
        ask(visitor(), email)
    assert letter(known.email) == letter(unknown(known.email))


def test_the_database_is_asked_the_same(ask):
    asked = {}
    unproven = factories.person(proven=False)
    for email in (people(1)[0].email, "stranger0@example.org", unproven.email):
        with statements() as found:
            ask(visitor(), email)
        asked[email] = kinds(found)
    assert len(set(map(tuple, asked.values()))) == 1


@pytest.mark.measurement
@pytest.mark.skipif("PROOFS_FIGURES" not in os.environ, reason="measures only, in `make proofs`")
def test_how_long_the_answer_takes(ask, request):
    times = {"known": [], "unknown": []}
    for person in people(TRIES):
        times["known"].append(duration(ask, person.email))
        times["unknown"].append(duration(ask, unknown(person.email)))
    medians = {f"{name}_ms": round(statistics.median(took) * 1000, 2) for name, took in times.items()}
    apart = abs(medians["known_ms"] / medians["unknown_ms"] - 1)
    record(f"known and unknown, {request.node.callspec.id}", **medians, tries=TRIES, apart=f"{apart:.1%}")


def duration(ask: Ask, email: str) -> float:
    client = visitor()
    began = time.perf_counter()
    ask(client, email)
    return time.perf_counter() - began
