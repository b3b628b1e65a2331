"""A thousand attempts of twenty questions, started, saved answer by answer and handed in through HTTP.

The real server (as `manage.py serve` runs it), on both databases. Beside it a view of the usual kind that takes a form
and writes one row (baseline.py), on the same server. Afterwards every answer is looked up: ends with status 1 if one of
them is lost, doubled or wrongly marked. Run by `.venv/bin/python bench/attempts.py`, after `make test` has installed
what it needs; ATTEMPTS=100 makes a shorter run.
"""

import os
import socket
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from serving import HERE, Web, free_port, on_each_database, running

ATTEMPTS, CONNECTIONS = int(os.environ.get("ATTEMPTS", "1000")), 8
NAMES = {
    "usual": "one row, behind the usual middleware",
    "start": "start: freezes 20 questions",
    "save": "save one answer",
    "submit": "hand in: marks 20 answers",
}


@dataclass
class Rush:
    """How long each request took, in seconds, and how it was answered."""

    waits: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: float = 0.0
    cpu: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.waits) / self.seconds

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.waits, n=20)[-1] * 1000


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    import answering  # noqa: PLC0415
    from filling import web_server  # noqa: PLC0415

    quiz, port = answering.prepare(), free_port()
    crowd, found = answering.crowd(ATTEMPTS), {}
    values = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])}
    with running(web_server(port, "baseline:application"), port, "/courses/", **values) as web:
        rush(web, answering.rows(crowd)[:50])
        found["usual"] = rush(web, answering.rows(crowd))
        found["start"] = rush(web, answering.starts(quiz, crowd))
        found["save"] = rush(web, answering.saves(quiz, crowd))
        found["submit"] = rush(web, answering.submits(quiz, crowd))
    print(f"\n{database}: {ATTEMPTS} attempts over {CONNECTIONS} connections")
    report(found)
    return lost(answering.wrong(quiz, crowd))


def rush(web: Web, requests: Sequence[dict[str, str]]) -> Rush:
    """Each request once, over connections that stay open, each as fast as it is answered."""
    ready = [raw(web, request) for request in requests]
    parts = [Rush() for _ in range(CONNECTIONS)]
    threads = [Thread(target=send, args=(web, ready[n::CONNECTIONS], part)) for n, part in enumerate(parts)]
    cpu, began = web.cpu(), time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    whole = Rush(seconds=time.monotonic() - began, cpu=(web.cpu() - cpu) / len(ready))
    for part in parts:
        whole.waits += part.waits
        whole.statuses += part.statuses
    return whole


def raw(web: Web, request: dict[str, str]) -> bytes:
    here = f"{HERE}:{web.port}"
    body = request["body"].encode()
    lines = [f"POST {request['path']} HTTP/1.1", f"Host: {here}", f"Origin: http://{here}"]
    lines += [f"Content-Type: {request.get('type', 'application/x-www-form-urlencoded')}"]
    lines += [f"Content-Length: {len(body)}", f"X-CSRFToken: {request['token']}", f"Cookie: {request['cookies']}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def send(web: Web, ready: Sequence[bytes], part: Rush) -> None:
    with socket.create_connection((HERE, web.port)) as line:
        for request in ready:
            began = time.perf_counter()
            line.sendall(request)
            status = answered(line)
            part.waits.append(time.perf_counter() - began)
            part.statuses[status] += 1


def answered(line: socket.socket) -> int:
    """The status, once the whole answer is there."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += received(line)
    head, _, body = data.partition(b"\r\n\r\n")
    small = head.lower()
    if b"content-length:" in small:
        length = int(small.partition(b"content-length:")[2].split(b"\r\n")[0])
        while len(body) < length:
            body += received(line)
    elif b"chunked" in small:
        while not body.endswith(b"0\r\n\r\n"):
            body += received(line)
    return int(head.split()[1])


def received(line: socket.socket) -> bytes:
    if not (data := line.recv(65536)):
        sys.exit("The server closed the connection.")
    return data


def report(found: dict[str, Rush]) -> None:
    print(f"{'':<40}{'requests/s':>12}{'share':>8}{'p50':>10}{'p95':>10}{'server CPU':>13}   answers")
    for name, done in found.items():
        share, p50 = done.per_second / found["usual"].per_second, statistics.median(done.waits) * 1000
        statuses = ", ".join(f"{status}: {n}" for status, n in sorted(done.statuses.items()))
        print(
            f"{NAMES[name]:<40}{done.per_second:>12,.0f}{share:>8.2f}{p50:>7.1f} ms{done.p95:>7.1f} ms"
            f"{done.cpu * 1000:>10.2f} ms   {statuses}"
        )


def lost(wrong: dict[str, int]) -> int:
    print("; ".join(f"{name}: {n}" for name, n in wrong.items()))
    return int(any(wrong.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
