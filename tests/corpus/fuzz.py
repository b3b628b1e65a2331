"""`make fuzz`: each reader is given damaged documents for some minutes; it may answer with a document or a refusal.

`python -m tests.corpus.fuzz [--seconds 300] [--keep FOLDER] [docx pdf html md txt]`. What made a reader do anything
else is saved. The drafting of events, courses and questions runs on what was read.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.corpus.bodies import filled
from tests.corpus.build import HERE, cases
from tests.corpus.fuzzing.mutations import Mutation, damaged, mutations
from tests.corpus.fuzzing.workers import FAILED, STOPPED, Answer, Worker
from tests.corpus.writing import portable

KINDS = ("docx", "pdf", "html", "md", "txt")
A_ROUND = 200  # of damaged documents, before the clock is looked at
LINE = "{:<8}{:>9}{:>11}{:>10}{:>10}{:>9}{:>9}"


@dataclass
class Trial:
    """One reader under trial. `kept` are the reasons for which a document has been saved already."""

    kind: str
    folder: Path
    worker: Worker = field(default_factory=Worker)
    counts: Counter[str] = field(default_factory=Counter)
    kept: set[str] = field(default_factory=set)

    def give(self, data: bytes) -> None:
        answer = self.worker.ask(f"fuzzed.{self.kind}", data)
        self.counts[answer.outcome] += 1
        if answer.outcome in (FAILED, STOPPED) and reason(answer) not in self.kept:
            self.kept.add(reason(answer))
            self.save(data, answer)

    def save(self, data: bytes, answer: Answer) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{answer.outcome}-{len(self.kept)}.{self.kind}"
        path.write_bytes(data)
        path.with_suffix(path.suffix + ".why").write_text(answer.detail, encoding="utf-8")
        print(f"{path}: {reason(answer)}", flush=True)  # noqa: T201


def reason(answer: Answer) -> str:
    """The same for documents that fail at the same place: where, and by which error."""
    lines = answer.detail.strip().splitlines() or [""]
    places = [line.strip() for line in lines if line.strip().startswith("File")]
    return " ".join([lines[-1].split(":")[0][:120], *places[-1:]])


def seeds(kind: str) -> list[bytes]:
    """The documents of the corpus in this format; PDFs also unpacked, so that the damage reaches what they draw."""
    found = [case.content() for case in cases() if case.build.endswith(kind)]
    if kind == "pdf":
        for case in (case for case in cases() if case.build.endswith("one-column.pdf")):
            folder = "notes" if case.command == "draft_event" else "articles"
            text = filled((HERE / folder / case.expected["source"]).read_text(encoding="utf-8"))
            found.append(portable.document(etree.fromstring(text.encode()), packed=False))
    return found


def trial(kind: str, seconds: float, folder: Path) -> Trial:
    """Damaged documents until the time is up; `seconds` of this process's clock."""
    running, chosen = Trial(kind, folder), st.sampled_from(seeds(kind))
    until = time.monotonic() + seconds

    @settings(
        max_examples=A_ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(chosen, chosen, mutations)
    def a_round(data: bytes, other: bytes, wanted: list[Mutation]) -> None:
        if time.monotonic() < until:
            running.give(damaged(data, other, wanted))

    while time.monotonic() < until:
        a_round()
    running.worker.stop()
    return running


def line(done: Trial, seconds: float) -> str:
    counts = done.counts
    outcomes = (counts["document"], counts["refused"], counts[STOPPED], counts[FAILED])
    return LINE.format(done.kind, f"{seconds:.0f}", counts.total(), *outcomes)


def main(arguments: list[str]) -> int:
    """Ends with status 1 where a reader failed."""
    parser = argparse.ArgumentParser(prog="tests.corpus.fuzz")
    parser.add_argument("--seconds", type=float, default=300, help="for each reader")
    parser.add_argument("--keep", type=Path, default=Path("var/fuzz"), help="where failing documents are saved")
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="readers; all, if none is named")
    options = parser.parse_args(arguments)
    done = []
    for kind in options.kinds or KINDS:
        done.append(trial(kind, options.seconds, options.keep))
        print(line(done[-1], options.seconds), dict(done[-1].worker.refusals), flush=True)  # noqa: T201
    print("\n" + LINE.format("reader", "seconds", "documents", "read", "refused", "stopped", "failed"))  # noqa: T201
    print("\n".join(line(one, options.seconds) for one in done))  # noqa: T201
    return int(any(one.counts[FAILED] for one in done))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
