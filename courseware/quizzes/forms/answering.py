"""Answers as the fields of a page send them, turned into the plain data of items.py; actions.save_answer judges."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from courseware.quizzes.items import gaps_of
from courseware.quizzes.models import Response
from courseware.quizzes.states import Kind
from intake.forms import small_int

SEQUENCE = re.compile(r"q(\d{1,4})-sequence", re.ASCII)


@dataclass(frozen=True, slots=True)
class Given:
    """What a page sends about one question. `answer` is None where nothing was filled in."""

    answer: Any
    certainty: int | None
    sequence: int


def positions_in(data: QueryDict) -> list[int]:
    """Of the questions that the page showed."""
    return [int(sent[1]) for sent in map(SEQUENCE.fullmatch, data) if sent]


def given_by(response: Response, data: QueryDict) -> Given | None:
    """None where the page did not show the question: each one that it shows carries its sequence."""
    prefix = f"q{response.position}"
    sequence = small_int(data.get(f"{prefix}-sequence", ""))
    if sequence is None:
        return None
    certainty = small_int(data.get(f"{prefix}-certainty", ""))
    return Given(FIELDS[response.question.kind](response, data, prefix), certainty, sequence)


def _chosen(_response: Response, data: QueryDict, prefix: str) -> list[Any] | None:
    return [_key(value) for value in data.getlist(f"{prefix}-choice")] or None


def _matched(response: Response, data: QueryDict, prefix: str) -> dict[str, Any] | None:
    return _filled({str(key): data.get(f"{prefix}-match-{key}", "") for key in response.order})


def _gaps(response: Response, data: QueryDict, prefix: str) -> dict[str, Any] | None:
    return _filled({str(gap): data.get(f"{prefix}-gap-{gap}", "") for gap in gaps_of(response.question.stem)})


def _filled(values: dict[str, str]) -> dict[str, Any] | None:
    return {name: _key(value) for name, value in values.items() if value} or None


def _placed(response: Response, data: QueryDict, prefix: str) -> list[int] | None:
    """In the order of the numbers given; too short, and so refused, where two lines have the same or one has none."""
    places = {key: small_int(data.get(f"{prefix}-place-{key}", "")) for key in response.order}
    by_place = {place: key for key, place in places.items() if place is not None}
    return [by_place[place] for place in sorted(by_place)] or None


def _typed(_response: Response, data: QueryDict, prefix: str) -> str:
    return data.get(f"{prefix}-text", "")


def _key(value: str) -> int | str:
    """What is no number stays as it is, and is refused."""
    number = small_int(value)
    return value if number is None else number


FIELDS: dict[str, Callable[[Response, QueryDict, str], Any]] = {
    Kind.SINGLE: _chosen,
    Kind.TRUE_FALSE: _chosen,
    Kind.MULTIPLE: _chosen,
    Kind.MATCHING: _matched,
    Kind.ORDERING: _placed,
    Kind.NUMERIC: _typed,
    Kind.SHORT: _typed,
    Kind.CLOZE: _gaps,
}
