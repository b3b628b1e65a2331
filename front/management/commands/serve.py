import errno
import http.client
import ipaddress
import os
import socket
import sys
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.urls import reverse

from front import seeding
from front.supervisor import Service, supervise

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
DRAINS_WITHIN = 8  # seconds that a web worker may take to finish its requests; the supervisor kills after ten


class Command(BaseCommand):
    help = (
        "Serves the site at HOST and PORT of the environment: web server and background work, "
        "watched over and started again when one of them ends"
    )
    announced = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true", help="first bring database and static files up to date")

    def handle(self, *args: Any, prepare: bool, **options: Any) -> None:
        host, port = address(os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000")
        if prepare:
            try:
                self.prepare()
            except KeyboardInterrupt:
                sys.exit(130)
        connections.close_all()
        supervise(services(host, port), meanwhile=lambda: self.announce(host, port))
        self.stdout.write("Convoke has stopped.")

    def prepare(self) -> None:
        self.stdout.write("Preparing the database and the static files")
        self.stdout.flush()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        collect_static()
        if settings.DEMO:
            call_command("seed")

    def announce(self, host: str, port: int) -> None:
        """Once, as soon as the server answers."""
        if self.announced or (status := answer(host, port)) is None:
            return
        self.announced = True
        here = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        lines = [f"Convoke is running: {here}/"]
        if status >= http.client.INTERNAL_SERVER_ERROR:
            lines = [f"Convoke is running at {here}/, but answers with an error ({status}); the lines above say why."]
        if settings.DEMO:
            lines += demonstration(here)
        self.stdout.write("\n" + "\n".join([*lines, "", "Ctrl-C ends it."]))
        self.stdout.flush()


def collect_static() -> None:
    """Compressing takes ten seconds, so it is done only when a file has changed since the last time."""
    stamp = settings.VAR / "static-files"
    files = [(path, Path(storage.path(path)).stat()) for finder in get_finders() for path, storage in finder.list([])]
    state = [str(settings.STATIC_ROOT), *sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in files)]
    wanted = sha256(repr(state).encode()).hexdigest()
    is_there = (Path(settings.STATIC_ROOT) / "staticfiles.json").exists()
    if is_there and stamp.exists() and stamp.read_text() == wanted:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)


def address(host: str, port: str) -> tuple[str, int]:
    """Where to listen, judged before anything is touched. Raises CommandError with what to do instead.

    The trial has to be made without SO_REUSEPORT: granian sets it, and would share the port with whoever serves it.
    """
    if not (port.isdigit() and 0 < int(port) < 65536):
        raise CommandError(f"PORT is “{port}”; write a number from 1 to 65535.")
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        if settings.DEMO and not ipaddress.ip_address(where[0]).is_loopback:
            raise CommandError(
                f"The demonstration is for this machine alone and does not listen on {host}: anybody could sign in "
                "as anybody. Leave HOST out, or run the site without DEMO (the README says how)."
            )
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(where)
    except OSError as trouble:
        raise CommandError(why_not(trouble, host, port)) from trouble
    return where[0], int(port)


def why_not(trouble: OSError, host: str, port: str) -> str:
    if trouble.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Stop that one, or choose another port: make run PORT=8001"
    if trouble.errno == errno.EACCES:
        return f"Port {port} is reserved for the administrator. Choose one above 1023: make run PORT=8000"
    return f"HOST={host} cannot be listened on: {trouble.strerror}."


def services(host: str, port: int) -> list[Service]:
    """The web server, and the worker or, where there is a Redis, Celery's worker and clock."""
    python = [sys.executable, "-m"]
    web = [*python, "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "2"]
    web += ["--blocking-threads", "4", "--no-ws", "--respawn-failed-workers", "--log-level", "warning"]
    web += ["--no-access-log"]  # it would hold network addresses and the tokens of links
    web += ["--workers-kill-timeout", str(DRAINS_WITHIN), "config.wsgi:application"]
    if not settings.REDIS_URL:
        return [Service("web server", web), Service("worker", [sys.executable, "manage.py", "worker"])]
    celery = [*python, "celery", "--app", "config.celery", "--quiet"]
    return [
        Service("web server", web),
        Service("Celery worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"]),
        Service("Celery beat", [*celery, "beat", "--loglevel", "WARNING"]),
    ]


def answer(host: str, port: int) -> int | None:
    """The status with which the first page is answered; None while nobody answers."""
    connection = http.client.HTTPConnection(EVERYWHERE.get(host, host), port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def demonstration(here: str) -> list[str]:
    """Where to go first, and as whom."""
    places = [
        (reverse("programme:list"), "webinars to register for"),
        (reverse("reading:list"), "courses to read and be quizzed on"),
        (reverse("front:desk"), "the organizer's desk"),
        (reverse("outbox:mailbox"), "every letter the site sends, the sign-in codes among them"),
    ]
    return [
        *(f"  {here + path:<36} {what}" for path, what in places),
        "",
        f"Sign in at {here}{reverse('people:sign_in')} with one of these addresses; the code is in the mailbox:",
        *(f"  {email:<36} {who}" for email, who in seeding.demo_sign_ins()),
    ]
