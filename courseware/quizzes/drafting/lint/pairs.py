"""Why two questions do not go together in one quiz."""

from collections.abc import Callable
from itertools import combinations

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.facts import NAMES
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.questions import plain
from courseware.quizzes.drafting.lint.sums import ONE_FIGURE
from courseware.quizzes.drafting.made_up import amount

_SAME_MATTER = 0.5
_EXACT = 0.001  # figures as printed, but for what a computer makes of them


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


def _figures_tell(one: Item, other: Item) -> bool:
    """ "7.9 million in, 7.6 million out" in the one is the surplus that the other asks for."""
    near = one.passage.section == other.passage.section
    return near and (_is_difference(one, other.shown) or _is_difference(other, one.shown))


def _is_difference(item: Item, shown: str) -> bool:
    if item.fact_kind not in ("amount", "number"):
        return False
    key, figures = amount(item.keys[0]), [amount(figure) for figure in ONE_FIGURE.findall(shown)]
    return any(
        abs(abs(a - b) - key) < _EXACT * key or abs(a + b - key) < _EXACT * key for a, b in combinations(figures, 2)
    )


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
    "figures_tell": _figures_tell,
    "same_matter": _same_matter,
    "same_options": _same_options,
}


def do_clash(one: Item, other: Item) -> bool:
    return any(breaks(one, other) for breaks in PAIR_RULES.values())
