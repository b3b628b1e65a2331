"""Reading a file somebody else wrote, without risk to the process that asks: a child process does it, within limits.

The libraries for DOCX, PDF and HTML are never loaded here.
"""

import compileall
import json
import os
import selectors
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any

from intake.blocks import Block, Document, Remark
from intake.errors import Refused
from intake.readers import Progress, gate, no_progress, read

MEMORY = 1_000_000_000  # bytes of address space
SECONDS = 18  # for whom somebody waits; a command is to have answered after 20
SECONDS_IN_BACKGROUND = 40
SMALL_TEXT = 200_000  # bytes: read here, for starting a process takes longer than reading it
_ROOT = Path(__file__).resolve().parent.parent
_CHUNK = 65_536
_PAUSE = 0.25


def read_guarded(name: str, data: bytes, progress: Progress = no_progress, *, seconds: int = SECONDS) -> Document:
    """As intake.readers.read, in a process of its own that may use MEMORY, and `seconds` of its own and of our time.

    Raises Refused as that does, and reader_out_of_time, reader_out_of_memory, reader_lost. An exception that
    `progress` raises ends the child too.
    """
    if is_read_here(name, data):
        return read(name, data, progress)
    for line in _lines_of_child(name, data, seconds):
        if "progress" in line:
            progress(*line["progress"])
        elif "refused" in line:
            code, values = line["refused"]
            raise Refused(code, **values)
        else:
            return _document(line["document"])
    raise Refused("reader_lost")


def is_read_here(name: str, data: bytes) -> bool:
    """Small texts in UTF-8, whose readers are our own and whose time grows with the length alone."""
    if len(data) > SMALL_TEXT or gate.kind_of(name, data) not in ("txt", "md"):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _lines_of_child(name: str, data: bytes, seconds: int) -> Iterator[dict[str, Any]]:
    """The child's answers as they come; whatever happens, it is gone afterwards."""
    deadline = time.monotonic() + seconds
    with tempfile.TemporaryFile() as source:
        head = {"name": name, "memory": MEMORY, "seconds": seconds}
        source.write(json.dumps(head).encode() + b"\n" + data)
        source.seek(0)
        child = _started(source)
    try:
        yield from _lines(child.stdout, deadline)
        if time.monotonic() >= deadline:
            raise Refused("reader_out_of_time", seconds=seconds)
        _judge_end(child.wait(timeout=5), seconds)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def _started(source: IO[bytes]) -> "subprocess.Popen[bytes]":
    """It inherits no secret and no address of a database: only where modules are found."""
    _compile_readers()
    return subprocess.Popen(
        [sys.executable, "-m", "intake.readers.child"],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )


@cache
def _compile_readers() -> None:
    """Once for all children: they may write no file, and this process never imports the modules that they need.

    Where nothing can be written here either, each of them compiles what it imports, which takes longer.
    """
    if not sys.dont_write_bytecode:
        compileall.compile_dir(_ROOT / "intake", quiet=2)


def _lines(stream: IO[bytes], deadline: float) -> Iterator[dict[str, Any]]:
    """Whole lines of JSON until the stream ends or the deadline passes."""
    rest = b""
    with selectors.DefaultSelector() as waiting:
        waiting.register(stream, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            if not waiting.select(min(left, _PAUSE)):
                continue
            chunk = os.read(stream.fileno(), _CHUNK)
            if not chunk:
                return
            *whole, rest = (rest + chunk).split(b"\n")
            yield from (json.loads(line) for line in whole)


def _judge_end(status: int, seconds: int) -> None:
    """A child that ended without an answer: its processor time was up, its memory was, or a library crashed."""
    if status in (-24, -9):  # SIGXCPU; SIGKILL by the system when all memory is used up
        code = "reader_out_of_time" if status == -24 else "reader_out_of_memory"
        raise Refused(code, **({"seconds": seconds} if status == -24 else {}))
    raise Refused("reader_lost")


def _document(told: dict[str, Any]) -> Document:
    blocks = tuple(
        Block(**one | {"rows": tuple(map(tuple, one["rows"])), "spans": tuple(map(tuple, one["spans"]))})
        for one in told["blocks"]
    )
    remarks = tuple(Remark(**one) for one in told["warnings"])
    return Document(told["name"], blocks, told["language"], remarks, told["kind"])
