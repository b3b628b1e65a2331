"""The ways of letters.py that know the site: how its workers send, and what writing a letter costs."""

import subprocess
import sys
import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.letters import message
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState

BODY = """Dear Aigul,

your seat at “Border security webinar” is confirmed.

When: Tuesday, 1 December 2026, 10:00–12:00 (Asia/Tashkent)

Your registration:
https://convoke.example.org/events/border-security/registered/

Add it to your calendar:
https://convoke.example.org/events/border-security/calendar.ics"""


def prepare() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable")


def ways(count: int) -> dict[str, Callable[[], float]]:
    return {
        "one worker": lambda: by_workers(count, 1),
        "two workers together": lambda: by_workers(count, 2),
        "a Celery task per letter, one process": lambda: one_by_one(count),
        "written, each in its own transaction": lambda: written(count, lambda n: write(n)),
        "bare insert, each in its own transaction": lambda: written(
            count, lambda n: unsaved(n).save(force_insert=True)
        ),
    }


def by_workers(count: int, processes: int) -> float:
    """Real workers, from the first letter claimed to the last; their start is not counted."""
    fill(count)
    workers = [subprocess.Popen([sys.executable, "manage.py", "worker"]) for _ in range(processes)]
    while Letter.objects.exclude(state=LetterState.SENT).exists():
        time.sleep(0.1)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.wait()
    found = Letter.objects.aggregate(first=Min("sent_at"), last=Max("sent_at"))
    return (count - 1) / (found["last"] - found["first"]).total_seconds()


def processor_time(count: int) -> float:
    """Milliseconds of this process for one letter of a worker's round, which other programs' work decides less."""
    fill(count)
    began = time.process_time()
    sent = actions.deliver_due(clock=timezone.now)
    return (time.process_time() - began) * 1000 / sent


def one_by_one(count: int) -> float:
    fill(count)
    ids = list(Letter.objects.values_list("pk", flat=True))
    began = time.monotonic()
    assert all(actions.deliver(pk, at=timezone.now()) for pk in ids)
    return count / (time.monotonic() - began)


def written(count: int, one: Callable[[int], object]) -> float:
    Letter.objects.all().delete()
    began = time.monotonic()
    for n in range(count):
        with transaction.atomic():
            one(n)
    return count / (time.monotonic() - began)


def fill(count: int) -> None:
    Letter.objects.all().delete()
    with transaction.atomic():
        for n in range(count):
            write(n)


def write(n: int) -> Letter | None:
    return actions.write(
        "bench", key=f"bench:{n}", to=f"r{n}@example.org", language="en", subject="You are registered", body=BODY,
        at=timezone.now(),
    )  # fmt: skip


def unsaved(n: int) -> Letter:
    at = timezone.now()
    return Letter(kind="bench", key=f"bench:{n}", to=f"r{n}@example.org", language="en", subject="You are registered",
                  body=BODY, created_at=at, next_at=at)  # fmt: skip


def text() -> bytes:
    return message(unsaved(0)).message().as_bytes(linesep="\r\n")
