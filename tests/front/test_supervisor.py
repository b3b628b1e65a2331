"""With real processes: the supervisor runs as a program of its own, because signals reach main threads only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

SUPERVISOR = """
import sys
from front import supervisor
from front.supervisor import Service, supervise
supervisor.GRACE = 1.0
supervise([Service(f"child {n}", [sys.executable, "-c", code]) for n, code in enumerate(sys.argv[1:])])
"""
LIVES = "import os, time; open('pids', 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + LIVES
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen]]:
    started: list[subprocess.Popen] = []

    def start(*children: str) -> subprocess.Popen:
        command = [sys.executable, "-c", SUPERVISOR, *children]
        started.append(subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
    for pid in pids(tmp_path):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def pids(folder: Path) -> list[int]:
    file = folder / "pids"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def alive(pid: int) -> bool:
    """A process that ended and was not yet asked for its status does not count."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def wait_until(true: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_killed_process_is_started_again_and_the_others_live_on(supervise, tmp_path):
    supervise(LIVES, LIVES)
    assert wait_until(lambda: len(pids(tmp_path)) == 2)
    killed, other = pids(tmp_path)
    os.kill(killed, signal.SIGKILL)
    assert wait_until(lambda: len(pids(tmp_path)) == 3)
    assert alive(other)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_all(supervise, tmp_path, number):
    supervisor = supervise(LIVES, LIVES)
    assert wait_until(lambda: len(pids(tmp_path)) == 2)
    supervisor.send_signal(number)
    assert supervisor.wait(timeout=10) == 0
    assert not any(map(alive, pids(tmp_path)))


def test_a_process_that_does_not_listen_is_killed(supervise, tmp_path):
    supervisor = supervise(STUBBORN)
    assert wait_until(lambda: len(pids(tmp_path)) == 1)
    supervisor.terminate()
    supervisor.wait(timeout=10)
    assert not alive(pids(tmp_path)[0])


def test_what_an_ended_process_left_behind_is_cleared_away(supervise, tmp_path):
    """As with a web server whose workers would go on answering with old code."""
    leaves_a_child = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {LIVES!r}]).wait(1)"
    supervise(leaves_a_child)
    assert wait_until(lambda: len(pids(tmp_path)) >= 2)
    assert wait_until(lambda: not alive(pids(tmp_path)[0]))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent is gone")
def test_nothing_outlives_a_supervisor_that_was_killed(supervise, tmp_path):
    supervisor = supervise(LIVES)
    assert wait_until(lambda: len(pids(tmp_path)) == 1)
    supervisor.kill()
    assert wait_until(lambda: not alive(pids(tmp_path)[0]))
