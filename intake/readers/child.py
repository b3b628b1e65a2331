"""The process that reads one file and ends: `python -m intake.readers.child`, started by intake.reading.

Standard input: one line of JSON {name, memory, seconds}, then the file's bytes. Standard output: lines of JSON, first
any number of {"progress": [done, of]}, then one of {"document": ...}, {"refused": [code, values]}.
"""

import gc
import json
import resource
import sys
from dataclasses import asdict
from typing import Any

from intake.errors import Refused
from intake.readers import read

DEEPEST_CALLS = 3_000
MOST_UNSWEPT = 100_000  # new objects before the first look for garbage: the libraries alone bring as many


def main() -> None:
    gc.set_threshold(MOST_UNSWEPT)
    source = sys.stdin.buffer
    task = json.loads(source.readline())
    limit_process(task["memory"], task["seconds"])
    answer(answered(task["name"], source.read()))


def answered(name: str, data: bytes) -> dict[str, Any]:
    """What is to be told of the file; a reader that cannot cope with it is told as a refusal too."""
    try:
        return {"document": asdict(read(name, data, lambda done, of: answer({"progress": [done, of]})))}
    except Refused as refusal:
        return {"refused": [refusal.code, refusal.values]}
    except MemoryError:
        return {"refused": ["reader_out_of_memory", {}]}
    except RecursionError:
        return {"refused": ["reader_lost", {}]}


def answer(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def limit_process(memory: int, seconds: int) -> None:
    """No more memory and processor time than this, no core dump, no file written."""
    sys.setrecursionlimit(DEEPEST_CALLS)
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for kind, most in wanted:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
