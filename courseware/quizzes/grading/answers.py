"""Whether something that was sent is an answer to a question, and in which form it is kept."""

from collections.abc import Callable, Collection
from typing import Any

from courseware.quizzes.grading.numbers import has_unit, read_number
from courseware.quizzes.items import Answer

LONGEST_TEXT = 500


class Unfit(ValueError):
    """`code` is one of those that errors.UNFIT words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_blank(raw: Any) -> bool:
    return raw in (None, [], {}) or (isinstance(raw, str) and not raw.strip())


def fitting(kind: str, keys: Collection[int], raw: Any) -> Answer:
    """The answer in the form that items.py describes; `keys` are those of the question's choices, `raw` plain data.

    Raises Unfit. Nothing is looked up: what was frozen with the attempt is enough.
    """
    if is_blank(raw):
        raise Unfit("nothing")
    return SHAPES[kind](frozenset(keys), raw)


def _one(keys: frozenset[int], raw: Any) -> Answer:
    chosen = _several(keys, raw)
    if len(chosen) > 1:
        raise Unfit("one_only")
    return chosen


def _several(keys: frozenset[int], raw: Any) -> Answer:
    if not isinstance(raw, list):
        raise Unfit("not_offered")
    return sorted({_key(keys, each) for each in raw})


def _all_in_order(keys: frozenset[int], raw: Any) -> Answer:
    if not isinstance(raw, list):
        raise Unfit("not_offered")
    order = [_key(keys, each) for each in raw]
    if len(order) != len(keys) or set(order) != keys:
        raise Unfit("each_once")
    return order


def _pairs(keys: frozenset[int], raw: Any) -> Answer:
    if not isinstance(raw, dict):
        raise Unfit("not_offered")
    try:
        found = {int(place): _key(keys, key) for place, key in raw.items()}
    except ValueError:
        raise Unfit("not_offered") from None
    return {str(place): found[place] for place in sorted(found)}


def _number(_keys: frozenset[int], raw: Any) -> Answer:
    text = _text(_keys, raw)
    if has_unit(text):
        raise Unfit("number_only")
    if read_number(text) is None:
        raise Unfit("no_number")
    return text


def _text(_keys: frozenset[int], raw: Any) -> str:
    if not isinstance(raw, str):
        raise Unfit("not_offered")
    if len(raw) > LONGEST_TEXT:
        raise Unfit("too_long")
    if "\0" in raw or any("\ud800" <= char <= "\udfff" for char in raw):  # no database keeps these
        raise Unfit("not_offered")
    return raw.strip()


def _key(keys: frozenset[int], raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw not in keys:
        raise Unfit("not_offered")
    return raw


SHAPES: dict[str, Callable[[frozenset[int], Any], Answer]] = {
    "single": _one,
    "true_false": _one,
    "multiple": _several,
    "matching": _pairs,
    "ordering": _all_in_order,
    "numeric": _number,
    "short": _text,
    "cloze": _pairs,
}
