"""Letters under kill -9: every one arrives, and what arrives twice is bounded and recognisable.

A process that is killed after the mail server took its letter and before it could note that leaves the one case which
SMTP cannot rule out. So no more copies than letters in hand, one per process killed, and each copy with the Message-ID
of the first.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from celery import Celery
from django.utils import timezone
from kombu.exceptions import OperationalError

from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.accounts.outbox.redis_server import Redis
from tests.accounts.outbox.sink import KEPT, Sink
from tests.factories import letter
from tests.processes import ROOT, environment, start, wait_until

POLLING = ("manage.py", "worker")
CONCURRENCY = 2  # processes of one Celery worker
CELERY = ("-m", "celery", "--app", "config.celery", "--quiet", "worker", "--concurrency", str(CONCURRENCY),
          "--loglevel", "CRITICAL")  # fmt: skip
LATEST = 120.0  # seconds for any one thing to happen
# The control: a worker that notes a letter as sent before it sends it, so that no letter goes out twice.
CARELESS = ("-c", """
import django
django.setup()
from django.core.management import call_command
from accounts.outbox.actions import delivery
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
def take(letter, *, at):
    return bool(Letter.objects.due(at).filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=at))
delivery.take = take
call_command("worker")
""")  # fmt: skip
# What web processes do while Redis comes and goes; says in the end how long the slowest letter took to post, in ms.
POSTS = """
import sys, time
from config.wsgi import application
from django.utils import timezone
from accounts.outbox import actions
worst = 0.0
for n in range(int(sys.argv[1])):
    began = time.monotonic()
    actions.write("news", key=f"news:{n}", to=f"r{n}@example.org", language="en", subject="News", body="Dear reader",
                  at=timezone.now())
    worst = max(worst, time.monotonic() - began)
    time.sleep(0.01)
print(round(worst * 1000))
"""


@dataclass
class Outcome:
    """What the mail server saw, against what was written."""

    letters: int
    kills: int
    redis_wiped: int
    in_hand: int  # letters that killed processes left as being sent
    lost: int
    duplicates: int
    duplicates_allowed: int
    other_message_ids: int  # copies by which a mail system could not tell that they are copies
    seconds: float
    worst_post_ms: int = 0

    def figures(self) -> dict[str, object]:
        return asdict(self)


def polling(sink: Sink, *, letters: int, kills: int, worker: tuple[str, ...] = POLLING) -> Outcome:
    """Two polling workers and no Redis. Both are killed and started again, until there were that many `kills`."""
    began = time.monotonic()
    for _ in range(letters):
        letter()
    rounds = kills // 2
    workers = [start(*worker, EMAIL_URL=sink.url) for _ in range(2)]
    for n in range(1, rounds + 1):
        assert wait_until(lambda n=n: len(sink.letters) >= n * letters // (rounds + 1), LATEST)
        for one in workers:
            kill(one)
        workers = [start(*worker, EMAIL_URL=sink.url) for _ in range(2)]
    assert wait_until(lambda: not waiting(), LATEST)
    stop(*workers)
    in_hand = end_leases()
    assert start(*POLLING, "--once", EMAIL_URL=sink.url).wait(LATEST) == 0
    return outcome(sink, letters=letters, kills=kills, allowed=kills, in_hand=in_hand, began=began)


def with_redis(sink: Sink, server: Redis, *, letters: int, kills: int) -> Outcome:
    """A Celery worker, rung by a process that posts meanwhile. Worker killed and Redis wiped take turns."""
    began = time.monotonic()
    poster = subprocess.Popen(
        [sys.executable, "-c", POSTS, str(letters)], cwd=ROOT, env=environment(REDIS_URL=server.url),
        stdout=subprocess.PIPE,
    )  # fmt: skip
    worker = start(*CELERY, REDIS_URL=server.url, EMAIL_URL=sink.url)
    for n in range(1, 2 * kills):
        swept_until(server, lambda n=n: len(sink.letters) >= n * letters // (2 * kills))
        if n % 2:
            kill(worker)
            worker = start(*CELERY, REDIS_URL=server.url, EMAIL_URL=sink.url)
        else:
            server.kill()
            server.start()
    worst = int(poster.communicate(timeout=LATEST)[0])
    swept_until(server, lambda: not waiting())
    stop(worker)
    in_hand = end_leases()
    worker = start(*CELERY, REDIS_URL=server.url, EMAIL_URL=sink.url)
    swept_until(server, lambda: Letter.objects.filter(state=LetterState.SENT).count() == letters)
    stop(worker)
    found = outcome(sink, letters=letters, kills=kills, allowed=kills * CONCURRENCY, in_hand=in_hand, began=began)
    found.redis_wiped, found.worst_post_ms = kills - 1, worst
    return found


def outcome(sink: Sink, *, letters: int, kills: int, allowed: int, in_hand: int, began: float) -> Outcome:
    arrived = Counter(str(one["To"]) for one in sink.letters)
    ids = {str(one["Message-ID"]) for one in sink.letters}
    written = set(Letter.objects.values_list("to", flat=True))
    return Outcome(
        letters=letters,
        kills=kills,
        redis_wiped=0,
        in_hand=in_hand,
        lost=len(written - set(arrived)) + letters - len(written),
        duplicates=arrived.total() - len(arrived),
        duplicates_allowed=allowed,
        other_message_ids=len(ids) - len(arrived),
        seconds=round(time.monotonic() - began, 1),
    )


def slow(sink: Sink, *, before: float, after: float) -> None:
    """Seconds per letter, so that a kill finds workers in the middle of one: before it was taken, or after."""
    sink.pauses |= {"MAIL": before, KEPT: after}


def waiting() -> bool:
    return Letter.objects.filter(state=LetterState.PENDING).exists()


def end_leases() -> int:
    """Three minutes later. No worker may run, else its own leases would end too."""
    in_hand = Letter.objects.filter(state=LetterState.SENDING)
    return in_hand.update(leased_until=timezone.now() - timedelta(seconds=1))


def swept_until(server: Redis, true: Callable[[], object]) -> None:
    """Calls the sweep as Celery's beat does, only oftener than every 30 seconds."""
    beat = Celery("beat", broker=server.url, set_as_current=False)
    end = time.monotonic() + LATEST
    while not wait_until(true, seconds=1):
        assert time.monotonic() < end
        with suppress(OperationalError):
            beat.send_task("accounts.outbox.tasks.sweep", retry=False, ignore_result=True)
    beat.close()


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9, its own processes too: those of a Celery worker would finish their letter first."""
    for pid in [process.pid, *children(process.pid)]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


def children(pid: int) -> list[int]:
    with suppress(FileNotFoundError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def stop(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(LATEST)
