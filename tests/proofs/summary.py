"""The figures of `make proofs` as a table, and its last line. Run as `python -m tests.proofs.summary <file>`.

Ends with status 1 when a proof did not hold or a control went well.
"""

import json
import sys
from pathlib import Path
from typing import Any

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main(file: str) -> int:
    lines = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
    outcomes = [line for line in lines if "outcome" in line]
    print("\n".join(["", *table([line for line in lines if "figures" in line]), "", *summary(outcomes)]))  # noqa: T201
    return int(not outcomes or any(outcome["outcome"] == "failed" for outcome in outcomes))


def table(figures: list[dict[str, Any]]) -> list[str]:
    """One line for each proof and database, the databases of a proof one below the other."""
    order = list(dict.fromkeys(row["proof"] for row in figures))
    rows = sorted(figures, key=lambda row: ("control" in row["proof"], order.index(row["proof"])))
    width = max((len(name) for name in order), default=0)
    return [f"{row['proof']:<{width}}  {NAMES[row['database']]:<10}  {in_words(row['figures'])}" for row in rows]


def in_words(figures: dict[str, object]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())


def summary(outcomes: list[dict[str, Any]]) -> list[str]:
    failed = [outcome for outcome in outcomes if outcome["outcome"] == "failed"]
    held = [outcome for outcome in outcomes if outcome["outcome"] == "passed"]
    controls = sum(outcome["control"] for outcome in held)
    where = ", ".join(NAMES[name] for name in NAMES if any(outcome["database"] == name for outcome in outcomes))
    lines = [f"FAILED on {NAMES[outcome['database']]}: {outcome['test']}" for outcome in failed]
    said = f"{len(held) - controls} held, {controls} controls went wrong as they must"
    trouble = f", {len(failed)} FAILED" if failed else ""
    return [*lines, f"proofs: {said}{trouble} ({where or 'nothing ran'})"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
