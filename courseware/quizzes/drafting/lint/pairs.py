"""Why two questions do not go together in one quiz."""

from collections.abc import Callable

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.elisions import beside
from courseware.quizzes.drafting.facts import NAMES
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.questions import plain

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
        speaks_of_it = _share(one, other) >= _SAME_MATTER or other.passage.quote in one.passage.context
        return speaks_of_it and any(key in one.shown for key in other.keys)
    return any(plain(key).rstrip(".") in plain(one.shown) for key in other.keys)


def _same_matter(one: Item, other: Item) -> bool:
    """Two questions on much the same words."""
    return _share(one, other) >= _SAME_MATTER


def _same_options(one: Item, other: Item) -> bool:
    """The same answers offered twice: what is right in one is known to be wrong in the other."""
    if one.fact_kind or other.fact_kind or (one.question.kind, other.question.kind) != ("single", "single"):
        return False
    texts = [{plain(choice.text) for choice in item.question.choices} for item in (one, other)]
    return len(texts[0] & texts[1]) > 2


def _share(one: Item, other: Item) -> float:
    mine, theirs = content(one.statement), content(other.statement)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


PAIR_RULES: dict[str, Callable[[Item, Item], bool]] = {
    "same_passage": _same_passage,
    "same_key": _same_key,
    "answers_another": _answers_another,
    "same_matter": _same_matter,
    "same_options": _same_options,
}


def do_clash(one: Item, other: Item) -> bool:
    """Also where each leaves out what the other asks for."""
    mine, theirs = beside(one, other), beside(other, one)
    return any(breaks(mine, theirs) for breaks in PAIR_RULES.values())
