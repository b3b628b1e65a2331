"""What registration.py needs of Django: import it after django.setup()."""

import filling
from baseline import Row
from django.db import connection, connections
from django.test import Client
from serving import HERE

from events.programme.models import Event
from tests import factories
from tests.proofs.crowd import ANSWERS, TOKEN, post, registering
from tests.proofs.people import people, sessions
from tests.statements import statements


def prepare() -> Event:
    """A site with one event that has room for all, a few sessions, and the table of the other view."""
    filling.prepare()
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    event = factories.event(slug="measured", capacity=100_000)
    for _ in range(4):
        factories.session(event, speakers=("Anna Lee", "Boris Karimov"))
    return event


def requests(event: Event, n: int) -> dict[str, list[dict[str, str]]]:
    """So many people, each of whom registers and sends the other form; as rows of the database, ready to be sent."""
    cookies = sessions(people(n))
    connections.close_all()
    return {
        "bare": [post("/bare/", cookie, **ANSWERS) for cookie in cookies],
        "usual": [post("/usual/", cookie, **ANSWERS) for cookie in cookies],
        "fresh": [post("/fresh/", cookie, **ANSWERS) for cookie in cookies],
        "registration": [registering(event, cookie) for cookie in cookies],
    }


def queries(event: Event) -> dict[str, int]:
    """Of one registration, cache and savepoints not counted; the others read the session, the person, and write."""
    client = Client(SERVER_NAME=HERE)
    client.cookies["sessionid"], client.cookies["csrftoken"] = sessions(people(1))[0], TOKEN
    with statements() as found:
        client.post(f"/events/{event.slug}/register/", ANSWERS | {"consent": "on"})
    connections.close_all()
    return {"bare": 2, "usual": 3, "fresh": 3, "registration": len(found)}
