"""500 letters, workers killed with kill -9, Redis wiped: none lost, few twice, and those recognisable as copies."""

from collections.abc import Iterator

import pytest

from tests.accounts.outbox.redis_server import Redis
from tests.accounts.outbox.sink import Sink
from tests.proofs import outbox
from tests.proofs.figures import record

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.close()


@pytest.fixture
def server() -> Iterator[Redis]:
    server = Redis()
    yield server
    server.kill()


def judge(name: str, found: outbox.Outcome) -> None:
    record(name, **found.figures())
    assert found.in_hand > 0, "no kill met a worker in the middle of a letter, so nothing was tried"
    assert (found.lost, found.other_message_ids) == (0, 0)
    assert found.duplicates <= found.duplicates_allowed


def test_polling_workers_that_are_killed_lose_no_letter(sink):
    outbox.slow(sink, before=0.005, after=0.005)
    judge("letters, polling workers killed", outbox.polling(sink, letters=500, kills=10))


def test_celery_workers_that_are_killed_and_a_redis_that_is_wiped_lose_no_letter(sink, server):
    outbox.slow(sink, before=0.005, after=0.005)
    judge("letters, Celery workers killed, Redis wiped", outbox.with_redis(sink, server, letters=500, kills=5))


@pytest.mark.control
def test_a_worker_that_notes_before_it_sends_would_lose_letters(sink):
    """The control: the harness is able to show the loss that noting after sending prevents."""
    outbox.slow(sink, before=0.1, after=0)
    found = outbox.polling(sink, letters=100, kills=4, worker=outbox.CARELESS)
    record("letters, control: noted before sent", **found.figures())
    assert found.lost > 0
