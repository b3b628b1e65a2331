"""Packages of npm that tests check exports with: package.json here, installed by `make test` into .venv/node."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = ROOT / ".venv" / "node" / "node_modules"
INSTALL = "mkdir -p .venv/node && cp tests/node/*.json .venv/node/ && npm ci --prefix .venv/node"


def packages() -> Path:
    """The folder they are in; the test is skipped where they are not."""
    if not (MODULES / "scorm-again").is_dir():
        first = "" if shutil.which("npm") else "sudo apt install nodejs npm && "
        pytest.skip(f"packages of npm are missing; make test installs them, and so does: {first}{INSTALL}")
    return MODULES
