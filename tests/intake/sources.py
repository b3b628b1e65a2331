"""The two source texts that people wrote; they are input for tests and no part of the project."""

import os
from pathlib import Path

import pytest


def source_text(name: str) -> bytes:
    """The bytes of a source text; skips the test where SOURCE_TEXTS does not name their folder."""
    folder = os.environ.get("SOURCE_TEXTS")
    if not folder:
        pytest.skip("SOURCE_TEXTS does not name the folder of the source texts")
    return (Path(folder) / name).read_bytes()
