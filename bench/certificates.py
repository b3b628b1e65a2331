"""500 certificates issued and rendered in the background, while the page with the progress bar is looked at.

An organizer's press makes the run; a worker in a process of its own, as the site starts it, does the work: standing,
paper, row, letter, trail. Meanwhile the progress page is fetched twice a second by the organizer. Run by
`.venv/bin/python bench/certificates.py`, after `make test` has installed what it needs. Ends with status 1 above the
aim: 30 ms for each certificate, from the press to the last of them.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from serving import HERE, ROOT, TICKS, on_each_database

PEOPLE = 500
EACH = 0.030  # seconds
LONGEST = 120


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    import certifying  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    award, organizer = certifying.prepare(PEOPLE)
    client = Client(SERVER_NAME=HERE)
    client.force_login(organizer)
    with worker() as process:
        began = time.monotonic()
        page = certifying.press(client, award)
        seen = list(certifying.watched(client, page, until=began + LONGEST))
        took, cpu = time.monotonic() - began, processor_time(process.pid)
    found = certifying.counted(award)
    print(f"\n{database}: {PEOPLE} certificates in the background")
    return report(took, cpu, seen, found)


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """Ready when it has had some seconds to start; told to stop in the end."""
    process = subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT)
    time.sleep(4)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def processor_time(pid: int) -> float:
    """Seconds that the process has used so far, its start included."""
    stat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(stat[11]) + int(stat[12])) / TICKS


def report(took: float, cpu: float, seen: list[tuple[float, int]], found: dict[str, int]) -> int:
    each = took / PEOPLE
    print(f"{'seconds':>10}{'done':>8}")
    for at, done in seen[:: max(1, len(seen) // 8)] + seen[-1:]:
        print(f"{at:>10.1f}{done:>8}")
    print(f"from the press to the last: {took:.1f} s, {1000 * each:.1f} ms each; aim {1000 * EACH:.0f} ms")
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    print(f"processor time of the worker: {1000 * cpu / PEOPLE:.1f} ms each; load of the machine meanwhile: {busy}")
    print(", ".join(f"{name} {n}" for name, n in found.items()))
    complete = all(
        n == PEOPLE for n in (found["certificates"], found["papers"], found["letters"], found["names found"])
    )
    if not complete:
        print("NOT everybody has a certificate, a paper with the right name, and a letter.")
    return int(each > EACH or not complete)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
