"""Which choices were taken, how often, and by whom: how well those did in all."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from courseware.quizzes.items import Answer, Item, Option

MOST_TYPED = 10  # different typed answers that are listed


@dataclass(frozen=True, slots=True)
class Given:
    """The same answer, given `n` times; `shares` adds up what those attempts earned in all, each from 0 to 1."""

    answer: Answer
    n: int
    shares: float


@dataclass(frozen=True, slots=True)
class Line:
    """One choice. `is_right` is None where it cannot be said of a choice alone; `mean` share in all of who took it.

    `is_offered`: an organizer wrote it, so that nobody's taking it is news. `key` names it across versions.
    """

    key: str
    text: str
    n: int
    mean: float | None
    is_right: bool | None
    is_offered: bool = True

    @property
    def percent(self) -> float | None:
        return None if self.mean is None else 100 * self.mean


def lines(item: Item, given: Iterable[Given]) -> list[Line]:
    """In the order of the question; the last line, with an empty `key`, counts those who gave no answer."""
    taken, shares = Counter(), Counter()
    for each in given:
        for key in set(KEYS[item.kind](each.answer)) if each.answer else {""}:
            taken[key] += each.n
            shares[key] += each.shares
    named = {key: (text, is_right, True) for key, text, is_right in OFFERED[item.kind](item)}
    typed = [key for key, _n in taken.most_common() if key and key not in named][:MOST_TYPED]
    named |= {key: (key, None, False) for key in typed if item.kind in ("numeric", "short")}
    named[""] = ("", None, False)
    return [
        Line(key, text, taken[key], shares[key] / taken[key] if taken[key] else None, is_right, is_offered)
        for key, (text, is_right, is_offered) in named.items()
    ]


Offered = Iterator[tuple[str, str, bool | None]]


def chosen_keys(answer: Answer) -> list[str]:
    return [str(key) for key in answer]


def paired_keys(answer: Answer) -> list[str]:
    return [f"{prompt}-{match}" for prompt, match in answer.items()]


def placed_keys(answer: Answer) -> list[str]:
    return [f"{place}-{key}" for place, key in enumerate(answer, 1)]


def typed_keys(answer: Answer) -> list[str]:
    return [" ".join(str(answer).casefold().split())]


def plain(item: Item) -> Offered:
    yield from ((str(option.key), option.text, is_right(option)) for option in item.options)


def is_right(option: Option) -> bool:
    return option.weight > 0 if option.weight is not None else option.correct


def matched(item: Item) -> Offered:
    """Each prompt with each answer to it."""
    for prompt in (option for option in item.options if option.text):
        for other in item.options:
            yield f"{prompt.key}-{other.key}", f"{prompt.text} → {other.match}", prompt.match == other.match


def placed(item: Item) -> Offered:
    """Each step in its right place."""
    for place, option in enumerate(item.options, 1):
        yield f"{place}-{option.key}", f"{place}. {option.text}", True


def filled(item: Item) -> Offered:
    for option in item.options:
        yield f"{option.gap}-{option.key}", f"({option.gap}) {option.text}", option.correct


def nothing(item: Item) -> Offered:
    yield from ()


KEYS: dict[str, Callable[[Answer], list[str]]] = {
    **dict.fromkeys(("single", "multiple", "true_false"), chosen_keys),
    **dict.fromkeys(("matching", "cloze"), paired_keys),
    **dict.fromkeys(("numeric", "short"), typed_keys),
    "ordering": placed_keys,
}
OFFERED: dict[str, Callable[[Item], Offered]] = {
    **dict.fromkeys(("single", "multiple", "true_false"), plain),
    **dict.fromkeys(("numeric", "short"), nothing),
    "matching": matched,
    "ordering": placed,
    "cloze": filled,
}
