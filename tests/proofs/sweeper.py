"""The background work of the waiting list in several processes, over and over until standard input ends.

Run as `python -m tests.proofs.sweeper <processes>`; WITHOUT switches guards off, as for the site.
"""

import os
import select
import sys
from importlib import import_module

from django.utils import timezone

from tests.proofs import unguarded

assert unguarded.application, "Django is set up before rules are imported"
actions = import_module("events.registration.actions")
PAUSE = 0.02  # seconds between rounds: two processors have a web server to run as well


def main(processes: int) -> int:
    """Forked, since starting Django eight times would take longer than the race. Returns the worst exit status."""
    children = []
    for _ in range(processes - 1):
        child = os.fork()
        if not child:
            sweep()
            return os.EX_OK
        children.append(child)
    print("ready", flush=True)  # noqa: T201
    sweep()
    return max([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children], default=os.EX_OK)


def sweep() -> None:
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        actions.expire_offers(at=timezone.now())
        actions.move_up(at=timezone.now())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
