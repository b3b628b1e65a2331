"""What tells an answer is left out of the words quoted: "It has […] lanes"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.wordings import GAP, quoted

LEFT_OUT = "[…]"
_MOST_LEFT_OUT = 2
_ELISION_LOSS = 0.06  # more than it costs to show two figures: whole sentences are preferred
_FIGURE = re.compile(r"(?<![\w.,-])(?!(?:1[1-9]|20)\d\d\b(?!,\d))\d(?:[\d,.]*\d)?(?![\w-])(?! (?:" + MONTHS + r")\b)")


_RATIO = re.compile(r"\b(?:for|out of|in) every (?:\d|____)")


def with_elisions(item: Item) -> Iterator[Item]:
    """The item, then the same without one of the other figures of its sentence, from which the one asked for may be
    reckoned, then without all of them.

    Each is a little less worth than the one before: whoever reads it does not see all that the text says.
    """
    yield item
    others = list(_FIGURE.finditer(item.statement)) if GAP in item.statement else []
    if _RATIO.search(item.statement):
        return  # "1,000 meals for every 870 pupils": neither says anything without the other
    if len(others) > 1:
        yield from (_without(item, [other], _ELISION_LOSS) for other in others)
    if 0 < len(others) <= _MOST_LEFT_OUT:
        yield _without(item, others, _ELISION_LOSS * (1 + (len(others) > 1) / 3))


def _without(item: Item, figures: Sequence[re.Match[str]], loss: float) -> Item:
    statement = item.statement
    for figure in reversed(figures):
        statement = statement[: figure.start()] + LEFT_OUT + statement[figure.end() :]
    question = item.question
    stem = question.stem.replace(_inside(item.statement), _inside(statement), 1)
    score = max(0.0, round(question.score - loss, 2))
    return replace(item, statement=statement, question=replace(question, stem=stem, score=score))


def beside(item: Item, other: Item) -> Item:
    """The item without what the other asks for, where that is a gap within a sentence of the item's context."""
    before, gap, after = other.statement.partition(GAP)
    passage, told = item.passage, other.passage.quote
    if not before or not gap or told not in passage.context or not told.endswith(after):
        return item
    left = told[: len(told) - len(after) - len(other.keys[0])] + LEFT_OUT + _unit(other) + after
    stem = item.question.stem.replace(_inside(told), _inside(left), 1)
    if stem == item.question.stem:
        return item
    context = passage.context.replace(told, left, 1)
    return replace(item, passage=replace(passage, context=context), question=replace(item.question, stem=stem))


def _unit(item: Item) -> str:
    """What stands after its figure: a wait of "[…] minutes, down from 34"."""
    _figure, space, unit = item.keys[0].partition(" ")
    return space + unit if item.fact_kind in ("duration", "amount") else ""


def _inside(sentence: str) -> str:
    """As it stands within quotation marks."""
    return quoted(sentence)[1:-1]
