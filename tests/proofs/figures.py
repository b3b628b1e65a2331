"""What a proof measured, for `make proofs` to print; nothing is kept in an ordinary run of the tests."""

import json
import os
from pathlib import Path

from django.db import connection


def record(name: str, **figures: object) -> None:
    """One line of JSON into the file that PROOFS_FIGURES names: the proof, the database, what was measured."""
    if file := os.environ.get("PROOFS_FIGURES"):
        with Path(file).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"proof": name, "database": connection.vendor, "figures": figures}) + "\n")
