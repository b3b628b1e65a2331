"""A process that reads one document after another, and the one that watches it."""

import logging
import multiprocessing
import traceback
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

SECONDS = 20
BYTES = 2**30

DOCUMENT, REFUSED, STOPPED, FAILED = "document", "refused", "stopped", "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome` is one of the four above; a time or a memory limit stops, anything else unforeseen fails."""

    outcome: str
    detail: str = ""


def work(questions: Connection) -> None:
    """Read and draft what comes until nothing comes."""
    # Loaded here, where the limits hold.
    from courseware.quizzes.drafting import draft_questions  # noqa: PLC0415
    from courseware.reading.drafting import draft_course  # noqa: PLC0415
    from events.programme.drafting import draft_event  # noqa: PLC0415
    from intake.errors import Refused  # noqa: PLC0415
    from intake.readers import read  # noqa: PLC0415
    from intake.readers.child import limit_process  # noqa: PLC0415

    logging.disable()
    limit_process(BYTES, 24 * 3600)
    while True:
        name, data = questions.recv()
        try:
            document = read(name, data)
            draft_event(document)
            for module in draft_course(document).modules:
                draft_questions(module)
            answer = Answer(DOCUMENT)
        except Refused as refusal:
            answer = Answer(REFUSED, refusal.code)
        except MemoryError:
            answer = Answer(STOPPED, "memory")
        except Exception:
            answer = Answer(FAILED, traceback.format_exc())
        questions.send(answer)


@dataclass
class Worker:
    """Asks a process, and starts another when that one has gone or takes too long."""

    process: BaseProcess | None = None
    pipe: Connection | None = None
    refusals: dict[str, int] = field(default_factory=dict)

    def ask(self, name: str, data: bytes) -> Answer:
        pipe = self.started()
        try:
            pipe.send((name, data))
            if not pipe.poll(SECONDS):
                self.stop()
                return Answer(STOPPED, f"longer than {SECONDS} s")
            answer = pipe.recv()
        except (EOFError, OSError):
            self.process.join(5)
            status = self.process.exitcode
            self.stop()
            return Answer(FAILED, f"the process ended with {status}")
        if answer.outcome == REFUSED:
            self.refusals[answer.detail] = self.refusals.get(answer.detail, 0) + 1
        return answer

    def started(self) -> Connection:
        if self.process is None or not self.process.is_alive():
            context = multiprocessing.get_context("spawn")
            self.pipe, theirs = context.Pipe()
            self.process = context.Process(target=work, args=(theirs,), daemon=True)
            self.process.start()
            theirs.close()
        return self.pipe

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.join()
        self.process = None
