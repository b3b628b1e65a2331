"""A pytest plugin (`-p tests.proofs.counting`): what became of each proof, for the summary of `make proofs`.

A control passes when what its guard forbids did happen.
"""

import json
import os
from pathlib import Path

import pytest

DATABASES = {True: "postgresql", False: "sqlite"}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.outcome == "failed" or (report.when == "call" and "measurement" not in report.keywords):
        outcome = {"test": report.nodeid, "outcome": report.outcome, "control": "control" in report.keywords}
        is_postgresql = os.environ.get("DATABASE_URL", "").startswith("postgres")
        with Path(os.environ["PROOFS_FIGURES"]).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(outcome | {"database": DATABASES[is_postgresql]}) + "\n")
