"""Questions of every kind, as values."""

from decimal import Decimal
from fractions import Fraction

from courseware.quizzes.items import Item, Option


def single(*texts: str) -> Item:
    """The first is right."""
    return Item("single", "?", tuple(Option(n, text, n == 1) for n, text in enumerate(texts or "abc", 1)))


def multiple(right: int, wrong: int, **weights: Fraction) -> Item:
    """Keys from 1, the right ones first; `weights` by key, as k1=…"""
    options = (Option(n, f"t{n}", n <= right, weight=weights.get(f"k{n}")) for n in range(1, right + wrong + 1))
    return Item("multiple", "?", tuple(options))


def matching(*pairs: tuple[str, str]) -> Item:
    return Item("matching", "?", tuple(Option(n, text, match=match) for n, (text, match) in enumerate(pairs, 1)))


def ordering(count: int) -> Item:
    return Item("ordering", "?", tuple(Option(n, f"step {n}") for n in range(1, count + 1)))


def numeric(text: str, tolerance: str = "0", **more: object) -> Item:
    return Item("numeric", "?", (Option(1, text, True, tolerance=Decimal(tolerance), **more),))


def short(*accepted: str, **weights: Fraction) -> Item:
    options = (Option(n, text, True, weight=weights.get(f"k{n}")) for n, text in enumerate(accepted, 1))
    return Item("short", "?", tuple(options))


def cloze(stem: str, *gaps: tuple[str, ...]) -> Item:
    """For each gap its words, the first of them right; keys count on."""
    words = [(gap, n, word) for gap, offered in enumerate(gaps, 1) for n, word in enumerate(offered)]
    return Item("cloze", stem, tuple(Option(key, w, n == 0, gap=gap) for key, (gap, n, w) in enumerate(words, 1)))
