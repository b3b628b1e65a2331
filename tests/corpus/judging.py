"""How a value of a draft is held against what is expected of it.

Each judgement is "right", "missing" (expected and not there) or "invented" (there and not expected). A wrong value is
both: the right one is missing and the one in its place is invented.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

VERDICTS = ("right", "missing", "invented")
Match = Callable[[str, str], bool]

_QUOTES = str.maketrans(dict.fromkeys("«»“”„‘’'\"", "") | dict.fromkeys("–—−‑", "-"))
_SHORT = re.compile(r"\s*\([A-ZА-ЯЁ]{2,8}\)")
_WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """The judgements on one document, counted by field, and what was wrong in words."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, name: str, verdict: str, detail: object = "") -> None:
        self.counts.setdefault(name, Counter())[verdict] += 1
        if verdict != "right":
            self.faults.append(f"{name}: {verdict} {detail}")

    def value(self, name: str, accepted: Sequence[str], got: str, match: Match) -> bool:
        """`accepted` holds what would be right, with "" where there may be nothing. Returns whether it was right."""
        if any(match(one, got) for one in accepted if one and got) or (not got and "" in accepted):
            self.add(name, "right")
            return True
        if accepted != [""]:
            self.add(name, "missing", repr(accepted[0]))
        if got:
            self.add(name, "invented", repr(got))
        return False

    def several(self, name: str, wanted: Iterable[str], got: Sequence[str], match: Match) -> None:
        """A list without an order."""
        left = list(got)
        for one in wanted:
            found = next((other for other in left if match(one, other)), None)
            self.add(name, "missing" if found is None else "right", repr(one))
            if found is not None:
                left.remove(found)
        for other in left:
            self.add(name, "invented", repr(other))

    def covered(self, name: str, wanted: Sequence[str], got: Sequence[str]) -> None:
        """A list whose items may be parted finer or less fine than in the expectations."""
        for one in wanted:
            self.add(name, "right" if any(holds(one, other) for other in got) else "missing", repr(one))
        for other in got:
            if not any(holds(one, other) or alike(one, other) for one in wanted):
                self.add(name, "invented", repr(other))

    def merged(self, others: Iterable["Tally"]) -> "Tally":
        for other in others:
            for name, counts in other.counts.items():
                self.counts.setdefault(name, Counter()).update(counts)
        return self

    def total(self, verdict: str, *names: str) -> int:
        return sum(counts[verdict] for name, counts in self.counts.items() if not names or name in names)

    def share(self) -> float:
        """The part of all judgements that was right."""
        everything = sum(self.total(verdict) for verdict in VERDICTS)
        return self.total("right") / everything if everything else 0.0


def plain(text: str) -> str:
    """For comparing: without case, quotation marks, "the", a short form in brackets, and stops at the end."""
    text = _SHORT.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return " ".join(text.casefold().split()).removeprefix("the ").strip(" .,:;-•")


def same(wanted: str, got: str) -> bool:
    return plain(wanted) == plain(got)


def alike(wanted: str, got: str) -> bool:
    """One holds the other and is not much longer."""
    one, other = sorted((plain(wanted), plain(got)), key=len)
    return bool(one) and one in other and len(one) >= 0.6 * len(other)


def holds(wanted: str, got: str) -> bool:
    return plain(wanted) in plain(got)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def alternatives(value: object) -> list[str]:
    """What a file of expectations gives: one value, or a list of those that are right."""
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
