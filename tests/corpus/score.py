"""`make score`: what the two commands make of the corpus, by document and by field: right, missing, invented.

`python -m tests.corpus.score [--fast] [--faults] [WORD ...]`: --fast runs them in this process, without limits of time
and memory; --faults lists every missing and invented value; WORDs choose the documents whose name holds one.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import django

from tests.corpus import judging_courses, judging_events
from tests.corpus.build import Case, cases
from tests.corpus.hostile import HOSTILE, Hostile
from tests.corpus.judging import VERDICTS, Tally
from tests.corpus.running import Outcome, in_a_process, in_process

Run = Callable[[str, Path], Outcome]
JUDGES = {"draft_event": judging_events.judge, "draft_course": judging_courses.judge}


@dataclass(frozen=True, slots=True)
class Scored:
    name: str
    command: str
    tally: Tally
    seconds: float


def score(case: Case, folder: Path, run: Run) -> Scored:
    """The judgement on one document. A document that cannot be read is one thing missing."""
    outcome = run(case.command, case.write(folder))
    if outcome.draft is None:
        tally = Tally()
        tally.add("read", "missing", outcome.said.strip()[-300:] or outcome.status)
        return Scored(case.name, case.command, tally, outcome.seconds)
    tally = JUDGES[case.command](outcome.draft, case.expected)
    tally.add("read", "right")
    return Scored(case.name, case.command, tally, outcome.seconds)


def score_hostile(file: Hostile, folder: Path, run: Run) -> Scored:
    """Both commands on one hostile file."""
    path, tally, seconds = file.write(folder), Tally(), 0.0
    for command in JUDGES:
        outcome = run(command, path)
        fault = file.fault(outcome)
        tally.add("hostile", "missing" if fault else "right", fault)
        seconds += outcome.seconds
    return Scored(file.name, "hostile", tally, seconds)


def everything(run: Run, words: list[str]) -> Iterator[Scored]:
    """Two at a time where each has a process of its own."""
    chosen = [case for case in cases() if not words or any(word in case.name for word in words)]
    hostile = [file for file in HOSTILE if not words or any(word in file.name for word in words)]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2 if run is in_a_process else 1) as pool:
        folder = Path(name)
        yield from pool.map(lambda case: score(case, folder, run), chosen)
        yield from pool.map(lambda file: score_hostile(file, folder, run), hostile)


def report(scored: list[Scored], faults: bool) -> str:
    lines = [HEAD.format("document", *VERDICTS, "seconds")]
    lines += [LINE.format(one.name, *figures(one.tally), one.seconds) for one in scored]
    for command in dict.fromkeys(one.command for one in scored):
        total = Tally().merged(one.tally for one in scored if one.command == command)
        lines += ["", HEAD.format(command, *VERDICTS, "% right")]
        for name in sorted(total.counts):
            part = Tally({name: total.counts[name]})
            lines.append(LINE.format(name, *figures(part), 100 * part.share()))
        lines.append(LINE.format("in all", *figures(total), 100 * total.share()))
    if faults:
        lines += ["", *(f"{one.name}: {fault}" for one in scored for fault in one.tally.faults)]
    return "\n".join(lines)


HEAD = "{:<44}{:>8}{:>9}{:>10}{:>10}"
LINE = "{:<44}{:>8}{:>9}{:>10}{:>10.1f}"


def figures(tally: Tally) -> list[int]:
    return [tally.total(verdict) for verdict in VERDICTS]


def main(arguments: list[str]) -> int:
    """Ends with status 1 where a document was not read or a hostile file did harm."""
    parser = argparse.ArgumentParser(prog="tests.corpus.score")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("words", nargs="*")
    options = parser.parse_args(arguments)
    scored = list(everything(in_process if options.fast else in_a_process, options.words))
    print(report(scored, options.faults))  # noqa: T201
    return int(any(one.tally.total("missing", "read", "hostile") for one in scored))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    sys.exit(main(sys.argv[1:]))
