"""Several workers sweep the same rows at the same moment: each row is told by exactly one of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from accounts.outbox.models import Letter
from events.programme import actions as programme
from events.programme.states import EventState
from events.registration import actions
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS, PEOPLE = 4, 12


@pytest.fixture
def event():
    event = factories.event(starts_at=factories.at_noon() + timedelta(days=10))
    for _ in range(PEOPLE):
        factories.registration(event)
    return event


def told_by_all(sweep: Callable[[], int]) -> list[int]:
    """What each worker says it has told; all begin together."""
    together = Barrier(WORKERS)

    def work(_n: int) -> int:
        try:
            together.wait(10)
            return sweep()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, range(WORKERS)))


def is_told_once(told: list[int]) -> bool:
    return sum(told) == PEOPLE == Letter.objects.count() == Letter.objects.values("to").distinct().count()


def test_moving(event):
    at = timezone.now()
    later = {"starts_at": event.starts_at + timedelta(days=1), "ends_at": event.ends_at + timedelta(days=1)}
    programme.correct(event, by=None, at=at, **later)
    assert is_told_once(told_by_all(lambda: actions.tell_of_moving(at=at + timedelta(minutes=3))))


def test_cancelling(event):
    at = timezone.now()
    programme.move(event, EventState.CANCELLED, by=None, at=at)
    assert is_told_once(told_by_all(lambda: actions.tell_of_cancelling(at=at)))


def test_reminding(event):
    assert is_told_once(told_by_all(lambda: actions.remind_participants(at=event.starts_at - timedelta(hours=20))))


def test_thanking(event):
    assert is_told_once(told_by_all(lambda: actions.thank(at=event.ends_at + timedelta(hours=1))))
