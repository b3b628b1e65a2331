"""What an answer is worth: a Fraction from 0 to 1."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from courseware.quizzes.grading.answers import is_blank
from courseware.quizzes.grading.numbers import read_number
from courseware.quizzes.grading.words import evened, is_close
from courseware.quizzes.items import Answer, Item, Option

ONE, NOTHING = Fraction(1), Fraction(0)


def mark(item: Item, answer: Answer) -> Fraction:
    """No answer is worth nothing. Choices that a later version no longer has are worth nothing, either."""
    if is_blank(answer):
        return NOTHING
    return min(max(MARKING[item.kind](item, answer), NOTHING), ONE)


def _single(item: Item, answer: Answer) -> Fraction:
    return sum((_share(each, ONE) for each in item.options if each.key in answer), NOTHING)


def _multiple(item: Item, answer: Answer) -> Fraction:
    """Each right tick earns its share, each wrong one costs its own; ticking everything comes to nothing.

    The shares are 1/right and 1/wrong unless the choices say otherwise.
    """
    right = sum(each.correct for each in item.options)
    wrong = len(item.options) - right
    total = NOTHING
    for each in item.options:
        if each.key in answer:
            usual = Fraction(1, right) if each.correct else Fraction(1, wrong)
            total += _share(each, usual) if each.correct else -abs(usual if each.weight is None else each.weight)
    return total


def _share(option: Option, usual: Fraction) -> Fraction:
    if option.weight is not None:
        return option.weight
    return usual if option.correct else NOTHING


def _matching(item: Item, answer: Answer) -> Fraction:
    """Prompts that are right of all prompts; two prompts may share the text they go with."""
    matches = {each.key: evened(each.match) for each in item.options}
    prompts = [each for each in item.options if each.text]
    right = sum(matches.get(answer.get(str(each.key))) == matches[each.key] for each in prompts)
    return Fraction(right, len(prompts))


def _ordering(item: Item, answer: Answer) -> Fraction:
    """The share of neighbours that follow one another as they should.

    Not the share of lines in their place: whoever knows the whole order but puts one line to the front has every line
    out of its place, and still all neighbours but one. The order turned round is worth nothing.
    """
    right = set(pairwise(each.key for each in item.options))
    return Fraction(len(right & set(pairwise(answer))), len(right))


def _numeric(item: Item, answer: Answer) -> Fraction:
    given = read_number(answer)
    return max((_share_of_all(each) for each in item.options if _within(each, given)), default=NOTHING)


def _within(option: Option, given: Decimal | None) -> bool:
    wanted = read_number(option.text)
    if given is None or wanted is None:
        return False
    return abs(Fraction(given) - Fraction(wanted)) <= Fraction(option.tolerance or 0)


def _short(item: Item, answer: Answer) -> Fraction:
    given = evened(answer)
    return max((_share_of_all(each) for each in item.options if evened(each.text) == given), default=NOTHING)


def _share_of_all(option: Option) -> Fraction:
    return ONE if option.weight is None else option.weight


def _cloze(item: Item, answer: Answer) -> Fraction:
    gaps = {each.gap for each in item.options}
    right = sum(each.correct and answer.get(str(each.gap)) == each.key for each in item.options)
    return Fraction(right, len(gaps))


MARKING: dict[str, Callable[[Item, Answer], Fraction]] = {
    "single": _single,
    "true_false": _single,
    "multiple": _multiple,
    "matching": _matching,
    "ordering": _ordering,
    "numeric": _numeric,
    "short": _short,
    "cloze": _cloze,
}


def is_near_miss(item: Item, answer: Answer) -> bool:
    """A short text that is no accepted one, but by no more than a slip: for a person to judge, not for us to guess."""
    if item.kind != "short" or is_blank(answer) or mark(item, answer):
        return False
    given = evened(answer)
    return any(is_close(given, evened(each.text)) for each in item.options)


def parts(item: Item, answer: Answer) -> dict[int, bool]:
    """Which lines of the answer are right, by key: for showing them, not for marking.

    A tick by its choice, a prompt by its match, a line of an order by whether it follows the line before as it should
    (the first: whether it is first), a gap by the option in it, a typed text by the accepted answers it meets.
    """
    if is_blank(answer):
        return {}
    if item.kind in ("single", "true_false", "multiple"):
        return {each.key: each.correct for each in item.options if each.key in answer}
    if item.kind == "matching":
        matches = {each.key: evened(each.match) for each in item.options}
        return {key: matches.get(answer.get(str(key))) == matches[key] for key in _prompts(item)}
    if item.kind == "ordering":
        right, given = [each.key for each in item.options], list(answer)
        follows = {(None, right[0]), *pairwise(right)}
        return {key: (before, key) in follows for before, key in pairwise([None, *given])}
    if item.kind == "cloze":
        chosen = set(answer.values())
        return {each.key: each.correct for each in item.options if each.key in chosen}
    if item.kind == "numeric":
        return {each.key: True for each in item.options if _within(each, read_number(answer))}
    return {each.key: True for each in item.options if evened(each.text) == evened(answer)}


def _prompts(item: Item) -> list[int]:
    return [each.key for each in item.options if each.text]
