"""Which drafted items are shown: the best, few in number, none giving another away, keys in changing places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.distractors import turn
from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.lint import Item
from courseware.quizzes.drafting.wordings import FALSE

WORDS_FOR_A_QUESTION = 170
LEAST_SCORE = 0.4
_STATEMENT_EVERY = 3
_NAMES = ("country", "organisation", "short_name")


def select(items: Iterable[Item], words: int, title: str) -> list[QuestionDraft]:
    """At most one question for 170 words, in the order of the text; every third one is a statement to judge.

    True and false statements alternate. `title` decides, always in the same way, which of the two begins.
    """
    left = sorted(
        (item for item in items if item.question.score >= LEAST_SCORE),
        key=lambda item: (-item.question.score, item.passage.n, item.question.stem),
    )
    most = max(1, words // WORDS_FOR_A_QUESTION)
    chosen: list[Item] = []
    while len(chosen) < most:
        left = [item for item in left if _may_join(item, chosen, most)]
        statement = _next_statement(left, chosen, turn(title, 2) == 0)
        others = [item for item in left if item.question.kind != "true_false"]
        wanted = statement if len(chosen) % _STATEMENT_EVERY == _STATEMENT_EVERY - 1 or not others else None
        best = wanted or next(iter(others), None)
        if best is None:
            break
        chosen.append(best)
    ordered = sorted(chosen, key=lambda item: item.passage.n)
    return [_key_moved(item, place) for place, item in enumerate(ordered)]


def _next_statement(left: Sequence[Item], chosen: Sequence[Item], false_first: bool) -> Item | None:
    before = sum(item.question.kind == "true_false" for item in chosen)
    wants_false = (before % 2 == 0) == false_first
    fit = (item for item in left if item.question.kind == "true_false" and _is_false(item) == wants_false)
    return next(fit, None)


def _is_false(item: Item) -> bool:
    return any(choice.correct and choice.text == FALSE for choice in item.question.choices)


def _may_join(item: Item, chosen: Sequence[Item], most: int) -> bool:
    of_its_type = sum(other.fact_kind == item.fact_kind for other in chosen)
    if of_its_type >= (1 if item.fact_kind is None else max(2, most // 2)):
        return False
    return not any(_clash(item, other) for other in chosen)


def _clash(item: Item, other: Item) -> bool:
    """Two items from one sentence, with one key, or of which one stem shows a figure that the other asks for."""
    if item.passage.n == other.passage.n or set(item.keys) & set(other.keys):
        return True
    return _shows(item, other) or _shows(other, item)


def _shows(one: Item, other: Item) -> bool:
    return other.fact_kind not in (*_NAMES, "small_number") and any(key in one.statement for key in other.keys)


def _key_moved(item: Item, place: int) -> QuestionDraft:
    """Names: put the right one at a place that moves on from question to question. Figures stay in their order."""
    question = item.question
    if question.kind != "single" or (item.fact_kind is not None and item.fact_kind not in _NAMES):
        return question
    right = [choice for choice in question.choices if choice.correct]
    wrong: list[ChoiceDraft] = [choice for choice in question.choices if not choice.correct]
    at = place % len(question.choices)
    return replace(question, choices=(*wrong[:at], *right, *wrong[at:]))
