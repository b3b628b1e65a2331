"""Why two questions do not go together in one quiz."""

from collections.abc import Callable

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.questions import NAMES, plain

_SAME_MATTER = 0.5


def _same_passage(one: Item, other: Item) -> bool:
    return one.passage.n == other.passage.n


def _same_key(one: Item, other: Item) -> bool:
    return bool({plain(key) for key in one.keys} & {plain(key) for key in other.keys})


def _answers_another(one: Item, other: Item) -> bool:
    """What one asks for stands in the stem or among the statements of the other."""
    return _tells(one, other) or _tells(other, one)


def _tells(one: Item, other: Item) -> bool:
    if other.fact_kind in (*NAMES, "small_number"):
        return _share(one, other) >= _SAME_MATTER and any(key in one.statement for key in other.keys)
    return any(plain(key).rstrip(".") in plain(one.statement) for key in other.keys)


def _same_matter(one: Item, other: Item) -> bool:
    """Two questions on much the same words."""
    return _share(one, other) >= _SAME_MATTER


def _share(one: Item, other: Item) -> float:
    mine, theirs = content(one.statement), content(other.statement)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


PAIR_RULES: dict[str, Callable[[Item, Item], bool]] = {
    "same_passage": _same_passage,
    "same_key": _same_key,
    "answers_another": _answers_another,
    "same_matter": _same_matter,
}


def clash(one: Item, other: Item) -> tuple[str, ...]:
    return tuple(name for name, breaks in PAIR_RULES.items() if breaks(one, other))
