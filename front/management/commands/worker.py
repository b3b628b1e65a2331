import logging
import os
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils.module_loading import import_string

LONGEST_SLEEP = 0.5  # seconds; a signal to stop is noticed within it

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Does the background work where there is no Redis: looks at the rows, again and again"
    stopping = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            failed = [task for task in settings.SWEEPS if not carried_out(task)]
            if failed:
                raise CommandError(f"Not carried out: {', '.join(failed)}. The log says why.")
            return
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.stop)
        self.work()

    def stop(self, *_signal: Any) -> None:
        self.stopping = True

    def work(self) -> None:
        """Until a signal, or until the process that started this one is gone."""
        parent = os.getppid()
        due = dict.fromkeys(settings.SWEEPS, 0.0)
        while not self.stopping and os.getppid() == parent:
            for task, at in due.items():
                if time.monotonic() >= at and not self.stopping:
                    due[task] = time.monotonic() + settings.SWEEPS[task]
                    carried_out(task)
            time.sleep(min(LONGEST_SLEEP, max(0.0, min(due.values()) - time.monotonic())))


def carried_out(task: str) -> bool:
    """Call one sweep by its dotted name. Whatever goes wrong in it is logged, and the others go on."""
    close_old_connections()
    try:
        import_string(task)()
    except Exception:
        log.exception("%s failed; it is tried again at its next turn", task)
        return False
    finally:
        close_old_connections()
    return True
