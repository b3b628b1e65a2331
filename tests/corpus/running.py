"""Runs a command on a document: in a process of its own under the limits that are promised, or in this one."""

import io
import json
import os
import resource
import subprocess
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[2]
SECONDS, BYTES = 20, 2**30


@dataclass(frozen=True, slots=True)
class Outcome:
    """`status` is None where the time ran out, 1 where the command broke; `said` is what stood on standard error."""

    status: int | None
    printed: str
    said: str
    seconds: float

    @property
    def draft(self) -> dict[str, Any] | None:
        return json.loads(self.printed) if self.status == 0 else None

    @property
    def is_one_line(self) -> bool:
        """A refusal: status 2, one line of words, nothing on standard output."""
        return self.status == 2 and len(self.said.strip().splitlines()) == 1 and not self.printed


def in_process(command: str, path: Path) -> Outcome:
    """Quick, but without the limits of a process."""
    printed, began = io.StringIO(), time.monotonic()
    try:
        call_command(command, str(path), "--json", stdout=printed)
        status, said = 0, ""
    except CommandError as error:
        status, said = error.returncode, str(error)
    except Exception:  # what a process would end with
        status, said = 1, traceback.format_exc()
    return Outcome(status, printed.getvalue() if status == 0 else "", said, time.monotonic() - began)


def in_a_process(command: str, path: Path) -> Outcome:
    began = time.monotonic()
    call = [sys.executable, str(ROOT / "manage.py"), command, str(path), "--json"]
    limits: dict[str, Any] = {"preexec_fn": limited, "timeout": SECONDS, "env": environment(), "cwd": ROOT}
    try:
        done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", **limits)
    except subprocess.TimeoutExpired:
        return Outcome(None, "", f"longer than {SECONDS} s", time.monotonic() - began)
    return Outcome(done.returncode, done.stdout, done.stderr, time.monotonic() - began)


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "tests.settings")}
