"""Keeps the processes of the site alive: whichever ends is started again, and one signal ends them all.

Knows nothing of Django. Written because honcho and its kind end everything as soon as one process ends.
"""

import ctypes
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

PAUSE = 1.0  # seconds before a process that ended is started again
GRACE = 10.0  # seconds between asking and killing
LOOK = 0.2  # seconds between two looks
SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>

log = logging.getLogger(__name__)
libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass
class Service:
    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    start_at: float = field(default=0.0, init=False)

    def look(self) -> None:
        """Start it when it is time; when it has ended, clear up and note when to start it again."""
        if self.process is None:
            if time.monotonic() >= self.start_at:
                # A session of its own: Ctrl-C reaches the supervisor alone, and the whole group can be cleared away.
                self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=end_with_parent)
        elif self.process.poll() is not None:
            log.warning("%s ended (%s) and is started again", self.name, self.process.returncode)
            self.kill()
            self.process, self.start_at = None, time.monotonic() + PAUSE

    def kill(self) -> None:
        """Also what its own processes left behind: an orphaned web worker would keep answering on the port."""
        if self.process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def end_with_parent() -> None:
    """On Linux the kernel tells the child when its parent is gone, even after kill -9. Runs between fork and exec."""
    if libc:
        libc.prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


def supervise(services: Sequence[Service], *, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Run the services until SIGINT, SIGTERM or SIGHUP, then end them all. `meanwhile` is called at every look.

    Must be called in the main thread, which alone receives signals.
    """
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _frame: asked.append(number))
    try:
        while not asked:
            for service in services:
                service.look()
            meanwhile()
            time.sleep(LOOK)
    finally:
        end(services)


def end(services: Sequence[Service]) -> None:
    """Ask all of them at once, wait GRACE for the last, kill what is left."""
    running = [service for service in services if service.process]
    for service in running:
        service.process.terminate()
    latest = time.monotonic() + GRACE
    for service in running:
        with suppress(subprocess.TimeoutExpired):
            service.process.wait(max(0.0, latest - time.monotonic()))
        service.kill()
