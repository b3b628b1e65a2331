"""What fills a new site for a benchmark, and knows Django: import it after django.setup()."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from serving import HERE

from events.programme import kept
from front.management.commands.serve import collect_static, services
from tests import factories


def prepare() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    collect_static()


def fill() -> tuple[str, str]:
    """A site with an event of twenty sessions of three speakers each; its slug, and the session of somebody signed in.

    That person has a team and a time zone other than the event's, so the page has all to show that it can.
    """
    prepare()
    person = factories.person(time_zone="Asia/Kabul")
    event = factories.event(
        team=factories.team(organizer=person),
        slug="measured",
        title="Screening at borders: what works",
        audience=[f"Officers of service {n}" for n in range(4)],
        objectives=[f"To compare practice number {n} across the region" for n in range(5)],
        organisers=["Centre for training", "Office of the region"],
    )
    for n in range(20):
        speakers = tuple(f"{name} {n}" for name in ("Anna Lee", "Boris Karimov", "Chen Wei"))
        factories.session(event, title=f"Session {n}: what was found at crossing {n}", speakers=speakers, position=n)
    for n in range(4):
        factories.event_section(event, heading=f"Part {n}", body="Some **bold** words on a matter of interest. " * 20)
    client = Client(SERVER_NAME=HERE)
    client.force_login(person)
    connections.close_all()
    return event.slug, client.cookies[settings.SESSION_COOKIE_NAME].value


def queries(slug: str, session: str = "") -> tuple[int, int]:
    """How many the page takes in a process that has not drawn it yet, and in one that has."""
    kept.shelf = kept.Shelf(kept.ROOM)
    client = Client(SERVER_NAME=HERE)
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/events/{slug}/")
        counts.append(len(captured))
    return counts[0], counts[1]


def page(slug: str) -> bytes:
    """As a stranger's browser receives it, compressed."""
    return Client(SERVER_NAME=HERE).get(f"/events/{slug}/", HTTP_ACCEPT_ENCODING="gzip").content


def web_server(port: int, application: str = "config.wsgi:application") -> list[str]:
    """The command that `manage.py serve` starts."""
    *command, _ = services(HERE, port)[0].command
    return [*command, application]
