"""What one question asks for is left out of the passage that another one shows: "It has […] lanes"."""

from dataclasses import replace

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.wordings import GAP, quoted

LEFT_OUT = "[…]"


def beside(item: Item, other: Item) -> Item:
    """The item without the key of the other, where that is a gap within a sentence of its context."""
    before, gap, after = other.statement.partition(GAP)
    passage, told = item.passage, other.passage.quote
    if not before or not gap or told not in passage.context or not told.endswith(after):
        return item
    left = told[: len(told) - len(after) - len(other.keys[0])] + LEFT_OUT + after
    stem = item.question.stem.replace(_inside(told), _inside(left), 1)
    if stem == item.question.stem:
        return item
    context = passage.context.replace(told, left, 1)
    return replace(item, passage=replace(passage, context=context), question=replace(item.question, stem=stem))


def _inside(sentence: str) -> str:
    """As it stands within quotation marks."""
    return quoted(sentence)[1:-1]
