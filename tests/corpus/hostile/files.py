"""What a hostile file is, and when a command has dealt with it well."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.running import SECONDS, Outcome

REFUSED, READ, EITHER = "refused", "read", "refused or read"


@dataclass(frozen=True, slots=True)
class Hostile:
    """`must_hold` stands in the draft where the file is read; `never` does not stand in anything that is said."""

    name: str
    make: Callable[[], bytes]
    expected: str = REFUSED
    must_hold: str = ""
    never: str = ""

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.make())
        return path

    def fault(self, outcome: Outcome) -> str:
        """What went wrong, or nothing."""
        if outcome.seconds > SECONDS:
            return f"{outcome.seconds:.0f} s"
        if outcome.status not in (0, 2):
            return f"ended with {outcome.status}: {outcome.said.strip()[-300:]}"
        if outcome.status == 2 and not outcome.is_one_line:
            return f"not one line: {outcome.said[:200]!r}"
        if self.never and self.never in outcome.printed + outcome.said:
            return f"tells {self.never!r}"
        return self.unexpected(outcome)

    def unexpected(self, outcome: Outcome) -> str:
        if outcome.status == 0 and self.expected == REFUSED:
            return "read, and should be refused"
        if outcome.status == 2 and self.expected == READ:
            return f"refused, and should be read: {outcome.said.strip()[:200]}"
        lost = outcome.status == 0 and self.must_hold not in outcome.printed
        return f"does not tell {self.must_hold!r}" if lost else ""
