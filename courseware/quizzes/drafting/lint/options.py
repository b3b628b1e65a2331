"""What an option must not be, read beside the stem: a trainee sees nothing else of the text."""

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.pointers import POINTS_AT
from courseware.quizzes.drafting.references import open_definites


def option_points_back(item: Item, _context: object) -> bool:
    """It speaks of "the reason", "the two ends" or "there", which neither the stem nor the option itself explains."""
    if item.fact_kind is not None or item.question.kind == "true_false" or item.question.type == "acronym":
        return False
    return any(_points_back(choice.text, item.question.stem) for choice in item.question.choices)


def _points_back(option: str, stem: str) -> bool:
    left = open_definites(option, stem)
    return any(each.is_anaphoric or each.is_counted for each in left) or POINTS_AT.search(option) is not None
