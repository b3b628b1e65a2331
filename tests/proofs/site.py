"""The real site on the test's database: the server and the settings that `manage.py serve` starts, behind a proxy."""

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from front.management.commands.serve import services
from tests.processes import ROOT, environment, wait_until

HERE = "127.0.0.1"
GUARDED, UNGUARDED = "config.wsgi:application", "tests.proofs.unguarded:application"


@dataclass
class Site:
    port: int


@contextmanager
def serving(*, without: str = "") -> Iterator[Site]:
    """Two workers of four threads each; `without` names the guards that are switched off (tests/proofs/unguarded.py).

    What an unguarded site complains of is what it is meant to suffer, and is not shown.
    """
    port = free_port()
    *command, _ = services(HERE, port)[0].command
    application = UNGUARDED if without else GUARDED
    here = environment(TRUSTED_PROXIES="1", WITHOUT=without, STATIC_ROOT=str(static_names()))
    words = subprocess.DEVNULL if without else None
    server = subprocess.Popen([*command, application], cwd=ROOT, env=here, stdout=words, stderr=words)
    try:
        assert wait_until(lambda: server.poll() is not None or answers(port), 60) and server.poll() is None
        yield Site(port)
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def sweeping(processes: int, *, without: str = "") -> Iterator[None]:
    """So many processes that carry out the background work of the waiting list, over and over."""
    command = [sys.executable, "-m", "tests.proofs.sweeper", str(processes)]
    here = environment(WITHOUT=without)
    words = subprocess.DEVNULL if without else None
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": words}
    sweepers = subprocess.Popen(command, cwd=ROOT, env=here, text=True, **pipes)
    try:
        assert sweepers.stdout.readline() == "ready\n"
        yield
    finally:
        sweepers.stdin.close()
        status = sweepers.wait(60)
    assert without or status == os.EX_OK, "a sweeper ended with an error"


def static_names() -> Path:
    """A folder that names every static file as it is: pages can be drawn without ten seconds of compressing first."""
    folder = settings.VAR / "proofs-static"
    folder.mkdir(exist_ok=True)
    names = {path: path for finder in get_finders() for path, _ in finder.list([])}
    (folder / "staticfiles.json").write_text(json.dumps({"paths": names, "version": "1.1", "hash": ""}))
    return folder


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return free.getsockname()[1]


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HERE, port, timeout=10)
    try:
        connection.request("GET", "/events/none/registered/", headers={"X-Forwarded-Proto": "https"})
        return connection.getresponse().status == http.client.FOUND
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
