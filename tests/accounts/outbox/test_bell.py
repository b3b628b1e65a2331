"""With a real Redis: Celery workers deliver at once, and a Redis that is dead or frozen costs its caller a moment."""

from collections.abc import Iterator

import pytest

from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.accounts.outbox.redis_server import Redis
from tests.processes import start, wait_until

pytestmark = pytest.mark.django_db(transaction=True)
TOO_LONG = "the first letter cost more than about a second, or the next ones were not spared"
NOBODY = "redis://127.0.0.1:1/0"
# What a web process does: config.wsgi connects Celery, a view posts letters.
POSTS = """
import time
from config.wsgi import application
from django.utils import timezone
from accounts.outbox import actions
took = []
for n in range(3):
    began = time.monotonic()
    actions.write("news", key=f"news:{n}", to=f"r{n}@example.org", language="en", subject="News", body="Dear",
                  at=timezone.now())
    took.append(time.monotonic() - began)
raise SystemExit(took[0] > 2 or max(took[1:]) > 0.9)
"""
WORKER = ["-m", "celery", "--app", "config.celery", "--quiet", "worker", "--concurrency", "1", "--loglevel", "ERROR"]
# That beat would call every sweep, by a name under which the worker knows it.
CLOCK = """
from config.celery import app
from django.conf import settings
app.loader.import_default_modules()
planned = {entry["task"] for entry in app.conf.beat_schedule.values()}
raise SystemExit(planned != set(settings.SWEEPS) or not planned <= set(app.tasks))
"""


@pytest.fixture
def server() -> Iterator[Redis]:
    server = Redis()
    yield server
    server.kill()


def all_sent() -> bool:
    return Letter.objects.filter(state=LetterState.SENT).count() == 3


def test_a_celery_worker_delivers_what_a_web_process_posts(server, sink):
    worker = start(*WORKER, REDIS_URL=server.url, EMAIL_URL=sink.url)
    try:
        assert start("-c", POSTS, REDIS_URL=server.url).wait(timeout=30) == 0
        assert wait_until(all_sent, seconds=30)
        assert len(sink.letters) == 3
    finally:
        worker.terminate()
        worker.wait()


def test_a_frozen_redis_neither_stops_the_caller_nor_loses_a_letter(server, sink):
    server.freeze()
    assert start("-c", POSTS, REDIS_URL=server.url).wait(timeout=30) == 0, TOO_LONG
    assert start("manage.py", "worker", "--once", EMAIL_URL=sink.url).wait(timeout=30) == 0
    assert all_sent()


def test_a_dead_redis_neither_stops_the_caller_nor_loses_a_letter(sink):
    assert start("-c", POSTS, REDIS_URL=NOBODY).wait(timeout=30) == 0, TOO_LONG
    assert start("manage.py", "worker", "--once", EMAIL_URL=sink.url).wait(timeout=30) == 0
    assert all_sent()


def test_beat_calls_every_sweep_by_a_name_that_the_worker_knows():
    assert start("-c", CLOCK, REDIS_URL=NOBODY).wait(timeout=30) == 0
