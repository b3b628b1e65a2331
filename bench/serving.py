"""What benchmarks share: a fresh site on either database, served as `manage.py serve` serves it, and its load.

A script calls `on_each_database(__file__)` and is run again by it, once for each, with the environment of a new site.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = "127.0.0.1"
TICKS = os.sysconf("SC_CLK_TCK")
sys.path[:0] = [str(ROOT)]

from tests.postgres import started_server  # noqa: E402


def on_each_database(script: str) -> int:
    """The highest exit status. PostgreSQL is left out, with a word why, where it cannot run."""
    statuses = [run_again(script, "SQLite", {})]
    try:
        statuses.append(run_again(script, "PostgreSQL", {"DATABASE_URL": started_server()}))
    except SystemExit as unavailable:
        print(f"PostgreSQL: not measured ({unavailable.code})")
    return max(statuses)


def run_again(script: str, database: str, values: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory(prefix="convoke-bench-") as var:
        here = {"DEMO": "yes", "VAR_DIR": var, "DJANGO_SETTINGS_MODULE": "config.settings"}
        others = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
        return subprocess.run([sys.executable, script, database], cwd=ROOT, env=others | here | values).returncode


@dataclass
class Web:
    """A running web server: the port it answers at, and its processes."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def workers(self) -> list[int]:
        return children(self.process.pid)

    def cpu(self) -> float:
        """Seconds of processor time that its workers have used so far."""
        stats = [Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in self.workers]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICKS


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def running(command: Sequence[str], port: int, path: str, **values: str) -> Iterator[Web]:
    """Started with `values` in its environment; ready when `path` is answered. Says only what goes wrong."""
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | values, stdout=subprocess.DEVNULL)
    try:
        wait_for(port, path, process)
        yield Web(port, process)
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < latest:
        try:
            connection = http.client.HTTPConnection(HERE, port, timeout=10)
            connection.request("GET", path)
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.005)
    sys.exit("The site did not start; its words are above.")


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return free.getsockname()[1]


@dataclass
class Rate:
    per_second: float
    cpu: float  # seconds of the server for one request


def load(web: Web, path: str, *, cookies: str = "", seconds: float = 3.0, connections: int = 8) -> Rate:
    """Ask for `path` over connections that stay open, each as fast as it is answered."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HERE}:{web.port}", "Accept: text/html", "Accept-Encoding: gzip, br"]
    lines += ["Accept-Language: en-GB,en;q=0.9", "User-Agent: bench", *([f"Cookie: {cookies}"] if cookies else [])]
    request = "\r\n".join([*lines, "", ""]).encode()
    cpu, began = web.cpu(), time.monotonic()

    def ask(_: int) -> int:
        done = 0
        with socket.create_connection((HERE, web.port)) as line:
            while time.monotonic() < began + seconds:
                line.sendall(request)
                take_answer(line)
                done += 1
        return done

    with ThreadPoolExecutor(connections) as pool:
        done = sum(pool.map(ask, range(connections)))
    return Rate(done / (time.monotonic() - began), (web.cpu() - cpu) / done)


def take_answer(line: socket.socket) -> None:
    data = line.recv(65536)
    while b"\r\n\r\n" not in data:
        data += line.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"not the page that was asked for: {head[:200]!r}")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    got = len(body)
    while got < length:
        got += len(line.recv(65536))


def median(rates: list[Rate]) -> Rate:
    """Of several rounds, that no other program's work may decide."""
    return Rate(statistics.median(r.per_second for r in rates), statistics.median(r.cpu for r in rates))
