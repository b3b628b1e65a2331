"""The site's own programs beside the test: same database, settings of the real site, no memory shared."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(settings.ROOT)


def environment(**more: str) -> dict[str, str]:
    """That of a real site on this test's database. Needs `transaction=True`, else it sees no rows."""
    return os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database_url()} | more


def database_url() -> str:
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    host = found["OPTIONS"].get("host") or found["HOST"]
    return f"postgresql://{found['USER']}:{found['PASSWORD']}@/{found['NAME']}?host={host}"


def start(*command: str, **more: str) -> subprocess.Popen[bytes]:
    """`python <command>` in the project's folder, with `more` in its environment."""
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment(**more))


def wait_until(true: Callable[[], object], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False
