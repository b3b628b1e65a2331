"""One letter, one holder: decided by the database, so it is tried with threads and with processes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from accounts.outbox import actions
from accounts.outbox.actions import delivery
from accounts.outbox.models import Letter
from accounts.outbox.states import LetterState
from tests.factories import letter
from tests.processes import start

THREADS = 6


def all_at_once(act: Callable[[], object]) -> list[object]:
    """Call `act` in several threads that start together; each closes its own connection."""
    barrier = Barrier(THREADS)

    def one(_n: int) -> object:
        barrier.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


@pytest.mark.django_db(transaction=True)
def test_one_of_many_threads_gets_the_letter():
    one, at = letter(), timezone.now()
    claims = all_at_once(lambda: actions.claim(one.pk, at=at))
    assert sum(claim is not None for claim in claims) == 1


@pytest.mark.django_db(transaction=True)
def test_reading_before_writing_would_give_it_to_several():
    """The control: the harness is able to show the race that the conditional update prevents."""
    one, barrier = letter(), Barrier(THREADS)

    def naive() -> bool:
        found = Letter.objects.get(pk=one.pk)
        barrier.wait()
        if found.state != LetterState.PENDING:
            return False
        Letter.objects.filter(pk=one.pk).update(state=LetterState.SENDING)
        return True

    assert sum(map(bool, all_at_once(naive))) > 1


@pytest.mark.django_db(transaction=True)
def test_two_worker_processes_send_each_letter_once(sink):
    letters = [letter() for _ in range(30)]
    workers = [start("manage.py", "worker", "--once", EMAIL_URL=sink.url) for _ in range(2)]
    assert [worker.wait(timeout=60) for worker in workers] == [0, 0]
    assert sink.addresses() == sorted(one.to for one in letters)
    assert not Letter.objects.exclude(state=LetterState.SENT).exists()


@pytest.mark.django_db
def test_a_held_letter_is_not_given_to_another():
    at = timezone.now()
    one = letter()
    assert actions.claim(one.pk, at=at)
    assert actions.claim(one.pk, at=at + actions.LEASE) is None


@pytest.mark.django_db
def test_a_lease_that_ran_out_frees_the_letter():
    at = timezone.now()
    one = letter()
    first = actions.claim(one.pk, at=at)
    second = actions.claim(one.pk, at=at + actions.LEASE + timedelta(seconds=1))
    assert second.lease != first.lease
    assert second.attempts == 2


@pytest.mark.django_db
def test_a_letter_that_was_tried_since_it_was_read_is_not_taken():
    """A round reads many letters at once; by the time of the last, another worker may have tried it in vain."""
    at = timezone.now()
    read_early = letter()
    actions.claim(read_early.pk, at=at)
    Letter.objects.update(state=LetterState.PENDING, next_at=at)
    assert not delivery.take(read_early, at=at)


@pytest.mark.django_db
def test_who_lost_the_lease_cannot_mark_the_letter_sent():
    at = timezone.now()
    slow = actions.claim(letter().pk, at=at)
    actions.claim(slow.pk, at=at + actions.LEASE + timedelta(seconds=1))
    assert not delivery.note_sent(slow, at=at)
    assert Letter.objects.get(pk=slow.pk).state == LetterState.SENDING


@pytest.mark.django_db
def test_a_letter_is_not_sent_before_its_time():
    early = letter(next_at=timezone.now() + timedelta(hours=1))
    assert not actions.deliver(early.pk, at=timezone.now())
