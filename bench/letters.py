"""Letters a second against a mail server on this machine that takes everything at once, next to bare smtplib.

Database, letters and mail server are the same for all rows, and the ways take turns. The mail server is a process of
its own. Run by `.venv/bin/python bench/letters.py`, after `make test` has installed what it needs. Ends with status 1
when one worker sends fewer than 100 a second.
"""

import os
import smtplib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from serving import ROOT, on_each_database

from tests.accounts.outbox.sink import Conversation, Sink

LETTERS, ROUNDS, AIM = 500, 3, 100
ONE_WORKER = "one worker"


class Careless(Conversation):
    """Reads a letter and forgets it: the test's mail server takes it apart, which costs more than sending it."""

    def letter(self) -> EmailMessage:
        self.text()
        return EmailMessage()


def serve_mail() -> None:
    sink = Sink(Careless)
    print(sink.server_address[1], flush=True)
    sys.stdin.read()


@contextmanager
def mail_server() -> Iterator[int]:
    """Its port. Ends with its standard input, so also when this process is killed."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, __file__, "mail"], cwd=ROOT, **pipes) as server:
        yield int(server.stdout.readline())
        server.stdin.close()


def main(database: str) -> int:
    with mail_server() as port:
        os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
        # What knows Django can be imported only when the environment of a new site is there.
        import django  # noqa: PLC0415

        django.setup()
        import letters_ways  # noqa: PLC0415

        letters_ways.prepare()
        ways = sending(port, letters_ways.text()) | letters_ways.ways(LETTERS)
        rates: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                rates[name].append(way())
        processor = statistics.median(letters_ways.processor_time(LETTERS) for _ in range(ROUNDS))
    return report(database, {name: statistics.median(several) for name, several in rates.items()}, processor)


def sending(port: int, text: bytes) -> dict[str, Callable[[], float]]:
    """The baseline: a finished text, no database."""
    return {
        "bare smtplib, one connection": lambda: rate(lambda: over_one(port, text)),
        "bare smtplib, a connection per letter": lambda: rate(lambda: over_many(port, text)),
    }


def rate(act: Callable[[], object]) -> float:
    began = time.monotonic()
    act()
    return LETTERS / (time.monotonic() - began)


def over_one(port: int, text: bytes) -> None:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="bench") as line:
        for n in range(LETTERS):
            line.sendmail("convoke@example.org", [f"r{n}@example.org"], text)


def over_many(port: int, text: bytes) -> None:
    for n in range(LETTERS):
        with smtplib.SMTP("127.0.0.1", port, local_hostname="bench") as line:
            line.sendmail("convoke@example.org", [f"r{n}@example.org"], text)


def report(database: str, rates: dict[str, float], processor: float) -> int:
    bare = rates["bare smtplib, one connection"]
    print(f"\n{database}: {LETTERS} letters each way; median of {ROUNDS} rounds")
    print(f"{'':<46}{'letters/s':>12}{'ratio':>8}{'aim':>6}")
    for name, found in rates.items():
        print(f"{name:<46}{found:>12,.0f}{found / bare:>8.2f}{AIM if name == ONE_WORKER else '':>6}")
    print(f"{'processor time of a worker for one letter':<46}{processor:>9,.1f} ms")
    missed = rates[ONE_WORKER] < AIM
    print(f"{database}: {'below the aim' if missed else 'the aim is reached'}", flush=True)
    return int(missed)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["mail"]:
            serve_mail()
        case [database]:
            sys.exit(main(database))
        case _:
            sys.exit(on_each_database(__file__))
