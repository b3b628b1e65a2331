"""How long the site takes from the start of its process to its first page, and what its two web workers hold in memory.

Memory is PSS: what processes share is divided among them. It is read after every kind of public page was served many
times. Run by `.venv/bin/python bench/start_and_memory.py`, after `make test` has installed what it needs. Ends with
status 1 above the aims: 1.5 seconds, 200 MB.
"""

import statistics
import sys
import time
from pathlib import Path

from serving import Web, free_port, load, on_each_database, running

STARTS = 5
SECONDS, MEGABYTES = 1.5, 200


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    import filling  # noqa: PLC0415

    slug, cookie = filling.fill()
    path = f"/events/{slug}/"
    starts = [start_of_web_server(filling.web_server, path) for _ in range(STARTS)]
    whole = [start_of_site(path) for _ in range(STARTS)]
    port = free_port()
    with running(filling.web_server(port), port, path) as web:
        use(web, path, cookie)
        workers = [pss(pid) for pid in web.workers]
        parent = pss(web.process.pid)
    print(f"\n{database}")
    first, rest = statistics.median(starts), statistics.median(whole)
    held = sum(workers)
    print(f"web server, start to first page      {first:>8.2f} s   of {spread(starts)}; aim {SECONDS} s")
    print(f"manage.py serve, start to first page {rest:>8.2f} s   of {spread(whole)}")
    print(f"memory of {len(workers)} web workers (PSS)        {held:>8.0f} MB  aim {MEGABYTES} MB")
    print(f"  and of the process above them      {parent:>8.0f} MB")
    return int(first > SECONDS or held > MEGABYTES)


def start_of_web_server(command, path: str) -> float:  # noqa: ANN001
    port = free_port()
    began = time.monotonic()
    with running(command(port), port, path):
        return time.monotonic() - began


def start_of_site(path: str) -> float:
    """With the supervisor, which loads Django before it starts the web server."""
    port = free_port()
    began = time.monotonic()
    with running([sys.executable, "manage.py", "serve"], port, path, PORT=str(port)):
        return time.monotonic() - began


def use(web: Web, path: str, cookie: str) -> None:
    for address in (path, "/", "/events/", "/courses/", "/sign-in/", "/privacy/", f"{path}register/"):
        load(web, address, seconds=1)
    for address in (path, "/me/", "/desk/", "/settings/"):
        load(web, address, cookies=f"sessionid={cookie}", seconds=1)


def pss(pid: int) -> float:
    """Megabytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def spread(seconds: list[float]) -> str:
    return f"{min(seconds):.2f} to {max(seconds):.2f} s"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
