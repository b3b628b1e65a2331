import logging

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from front.management.commands import worker

pytestmark = pytest.mark.django_db
CALLED: list[str] = []


@pytest.fixture(autouse=True)
def nothing_called() -> None:
    CALLED.clear()


def works() -> None:
    CALLED.append("works")


def breaks() -> None:
    raise ZeroDivisionError("a sum that went wrong")


def test_each_sweep_is_called_once(settings):
    settings.SWEEPS = {f"{__name__}.works": 1}
    call_command("worker", once=True)
    assert CALLED == ["works"]


def test_a_sweep_that_breaks_is_logged_and_the_others_go_on(settings, caplog):
    settings.SWEEPS = {f"{__name__}.breaks": 1, f"{__name__}.works": 1}
    with caplog.at_level(logging.ERROR), pytest.raises(CommandError, match="breaks"):
        call_command("worker", once=True)
    assert CALLED == ["works"]
    assert "a sum that went wrong" in caplog.text


def test_a_sweep_waits_for_its_turn(settings, monkeypatch):
    settings.SWEEPS = {f"{__name__}.works": 3600}
    command = worker.Command()
    sleeps = iter(range(5))
    monkeypatch.setattr(worker.time, "sleep", lambda _: next(sleeps) == 4 and command.stop())
    command.work()
    assert CALLED == ["works"]


def test_a_worker_ends_when_the_one_who_started_it_is_gone(settings, monkeypatch):
    settings.SWEEPS = {f"{__name__}.works": 0}
    parents = iter([10, 10, 1])
    monkeypatch.setattr(worker.os, "getppid", lambda: next(parents))
    monkeypatch.setattr(worker.time, "sleep", lambda _: None)
    worker.Command().work()
    assert CALLED == ["works"]
