"""The file that a browser makes of answers it could not send (static/js/queue.js), read back. Pure.

{"format": "convoke-answers", "version": 1, "person": "<opaque code>", "made_at": "…", "attempts": [{"attempt":
 "<uuid>", "answers": [{"position": 1, "answer": …, "certainty": null, "sequence": 2, "id": "…", "at": "…"}]}]}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

FORMAT, VERSION = "convoke-answers", 1
LARGEST = 512 * 1024  # bytes
MOST_ANSWERS = 1000


class Unreadable(ValueError):
    """`code`: not_ours, newer (made by a later version of the site), too_many."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """`answer` and `certainty` as they came; `at` is when it was given by the clock of the device."""

    attempt: UUID
    position: int
    answer: Any
    certainty: Any
    sequence: int
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerFile:
    person: UUID
    answers: tuple[FileAnswer, ...]

    @property
    def attempts(self) -> set[UUID]:
        return {each.attempt for each in self.answers}


def read_file(data: bytes) -> AnswerFile:
    """Raises Unreadable for anything else than such a file."""
    try:
        told = json.loads(data)
        if told["format"] != FORMAT:
            raise Unreadable("not_ours")
        if told["version"] > VERSION:
            raise Unreadable("newer")
        found = tuple(_answer(UUID(group["attempt"]), each) for group in told["attempts"] for each in group["answers"])
        person = UUID(told["person"])
    except Unreadable:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise Unreadable("not_ours") from None
    if len(found) > MOST_ANSWERS:
        raise Unreadable("too_many")
    return AnswerFile(person, found)


def _answer(attempt: UUID, told: Mapping[str, Any]) -> FileAnswer:
    if any(type(told[name]) is not int or not 0 < told[name] < 2**31 for name in ("position", "sequence")):
        raise Unreadable("not_ours")
    at = datetime.fromisoformat(told["at"])
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return FileAnswer(attempt, told["position"], told["answer"], told.get("certainty"), told["sequence"], at)
