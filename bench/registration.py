"""Registering, for somebody signed in, against views with session, CSRF and form that insert one row.

Server (as `manage.py serve` runs it), processes and database are the same for both, and they take turns. Run by
`.venv/bin/python bench/registration.py`, after `make test` has installed what it needs. Ends with status 1 below the
aims: 0.3 of the requests a second of a view as a new project serves it (baseline.py says how), 15 ms of server CPU, 12
queries. The share of the leaner views, which keep their connections as the site does, is printed beside it.
"""

import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from serving import HERE, Rate, Web, free_port, median, on_each_database, running

ROUNDS, EACH, CONNECTIONS = 5, 400, 8
RATIO, CPU, QUERIES = 0.3, 0.015, 12
NAMES = {
    "bare": "session, CSRF, form, one row",
    "usual": "the same, signed in, usual middleware",
    "fresh": "the same, as a new project serves it",
    "registration": "registration of a proven person",
}


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    import registering  # noqa: PLC0415
    from filling import web_server  # noqa: PLC0415

    event, port = registering.prepare(), free_port()
    queries = registering.queries(event)
    rates: dict[str, list[Rate]] = {name: [] for name in NAMES}
    values = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])}
    with running(web_server(port, "baseline:application"), port, "/events/", **values) as web:
        for _ in range(ROUNDS + 1):
            for name, requests in registering.requests(event, EACH).items():
                rates[name].append(load(web, requests))
    print(f"\n{database}: median of {ROUNDS} rounds of {EACH} requests over {CONNECTIONS} connections")
    return report({name: median(several[1:]) for name, several in rates.items()}, queries)


def load(web: Web, requests: Sequence[dict[str, str]]) -> Rate:
    """Each request once, over connections that stay open, each as fast as it is answered."""
    ready = [raw(web, request) for request in requests]
    wrong: list[bytes] = []
    threads = [Thread(target=send, args=(web, ready[n::CONNECTIONS], wrong)) for n in range(CONNECTIONS)]
    cpu, began = web.cpu(), time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        sys.exit(f"An answer that leads not to a registration: {wrong[0][:300]!r}")
    return Rate(len(ready) / (time.monotonic() - began), (web.cpu() - cpu) / len(ready))


def raw(web: Web, request: dict[str, str]) -> bytes:
    lines = [f"POST {request['path']} HTTP/1.1", f"Host: {HERE}:{web.port}", f"Origin: http://{HERE}:{web.port}"]
    lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(request['body'])}"]
    lines += ["Accept-Encoding: gzip, br", "Accept-Language: en-GB,en;q=0.9", f"Cookie: {request['cookies']}"]
    return "\r\n".join([*lines, "", request["body"]]).encode()


def send(web: Web, ready: Sequence[bytes], wrong: list[bytes]) -> None:
    with socket.create_connection((HERE, web.port)) as line:
        for request in ready:
            line.sendall(request)
            head = answer(line)
            if not head.startswith(b"HTTP/1.1 302") or b"/registered/" not in head:
                wrong.append(head)
                return


def answer(line: socket.socket) -> bytes:
    """The head of a redirection; its body is empty, in one of the two ways of saying so."""
    data = line.recv(65536)
    while data and b"\r\n\r\n" not in data:
        data += line.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    while b"chunked" in head and not body.endswith(b"0\r\n\r\n"):
        body += line.recv(65536)
    return head


def report(rates: dict[str, Rate], queries: dict[str, int]) -> int:
    print(f"{'':<40}{'requests/s':>12}{'share':>8}{'server CPU':>13}{'queries':>9}")
    ratios = {name: rates["registration"].per_second / rate.per_second for name, rate in rates.items()}
    for name, rate in rates.items():
        measured = f"{rate.per_second:>12,.0f}{ratios[name]:>8.2f}{rate.cpu * 1000:>10.2f} ms{queries[name]:>9}"
        print(f"{NAMES[name]:<40}{measured}")
    print(f"{'aim':<40}{'':>12}{RATIO:>8}{CPU * 1000:>10} ms{QUERIES:>9}")
    rate = rates["registration"]
    return int(ratios["fresh"] < RATIO or rate.cpu > CPU or queries["registration"] > QUERIES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
