"""Many visitors at once: each a process of its own, all let go in the same moment."""

import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from events.programme.models import Event
from tests.proofs.site import Site

CLIENT = str(Path(__file__).with_name("client.py"))
TOKEN = "a" * 32  # the form's token only has to be the cookie's: the cookie is what another site cannot set
ANSWERS = {"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "Inspector", "language": "en"}


class Answer(NamedTuple):
    status: int
    location: str
    seconds: float


@dataclass
class Outcome:
    """All answers, and how long the whole crowd took."""

    answers: list[Answer]
    seconds: float

    def statuses(self) -> Counter[int]:
        return Counter(answer.status for answer in self.answers)

    def figures(self) -> dict[str, object]:
        waits = sorted(answer.seconds * 1000 for answer in self.answers)
        p95 = statistics.quantiles(waits, n=20)[-1]
        rate = len(waits) / self.seconds
        return {"requests": len(waits), "per_second": round(rate), "p95_ms": round(p95), "max_ms": round(waits[-1])}


def registering(event: Event, session: str, **answers: str) -> dict[str, str]:
    return post(reverse("registration:register", args=[event.slug]), session, **ANSWERS | answers, consent="on")


def withdrawing(event: Event, session: str) -> dict[str, str]:
    return post(reverse("registration:withdraw", args=[event.slug]), session)


def post(path: str, session: str, **fields: str) -> dict[str, str]:
    body = urlencode(fields | {"csrfmiddlewaretoken": TOKEN})
    return {"path": path, "cookies": f"csrftoken={TOKEN}; sessionid={session}", "body": body}


def shares(requests: Sequence[dict[str, str]], processes: int) -> list[list[dict[str, str]]]:
    return [list(requests[n::processes]) for n in range(processes)]


def rush(site: Site, jobs: Sequence[Sequence[dict[str, str]]]) -> Outcome:
    """One process for each job, all started and ready before the first request leaves."""
    clients = [start(site, job) for job in jobs]
    for client in clients:
        assert client.stdout.readline() == "ready\n"
    began = time.monotonic()
    for client in clients:
        client.stdin.write("go\n")
        client.stdin.flush()
    said = [client.communicate(timeout=300)[0] for client in clients]
    seconds = time.monotonic() - began
    return Outcome([Answer(*answer) for lines in said for answer in json.loads(lines)], seconds)


def start(site: Site, job: Sequence[dict[str, str]]) -> "subprocess.Popen[str]":
    client = subprocess.Popen(
        [sys.executable, "-I", "-S", CLIENT], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    client.stdin.write(json.dumps({"port": site.port, "requests": list(job)}) + "\n")
    client.stdin.flush()
    return client
