"""A worker that is killed in the middle of a letter loses nothing; the second copy carries the same Message-ID."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.factories import letter
from tests.processes import start, wait_until

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_a_killed_worker_held_is_sent_by_the_next(sink):
    one = letter()
    sink.hold.set()
    killed = start("manage.py", "worker", EMAIL_URL=sink.url)
    assert sink.received.wait(20)
    killed.kill()
    killed.wait()
    sink.hold.clear()
    assert Letter.objects.get().state == LetterState.SENDING

    Letter.objects.update(leased_until=timezone.now() - timedelta(seconds=1))  # three minutes later
    assert start("manage.py", "worker", "--once", EMAIL_URL=sink.url).wait(timeout=30) == 0
    assert Letter.objects.get().state == LetterState.SENT
    assert {arrived["Message-ID"] for arrived in sink.letters} == {one.message_id}


def test_a_worker_told_to_stop_finishes_its_letter(sink):
    letter()
    sink.hold.set()
    worker = start("manage.py", "worker", EMAIL_URL=sink.url)
    assert sink.received.wait(20)
    worker.terminate()
    sink.hold.clear()
    assert worker.wait(timeout=10) == 0
    assert Letter.objects.get().state == LetterState.SENT


def test_a_worker_sends_within_seconds_what_is_posted_while_it_runs(sink):
    worker = start("manage.py", "worker", EMAIL_URL=sink.url)
    try:
        assert worker.poll() is None
        letter()
        assert wait_until(lambda: Letter.objects.filter(state=LetterState.SENT).exists())
    finally:
        worker.terminate()
        worker.wait()
