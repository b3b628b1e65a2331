"""Which drafted items are shown: the best, few in number, none giving another away, keys in changing places."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.distractors import turn
from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.facts import NAMES
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.pairs import do_clash
from courseware.quizzes.drafting.lint.quizzes import most_of_a_type, quiz_flaws
from courseware.quizzes.drafting.wordings import FALSE

WORDS_FOR_A_QUESTION = 130
LEAST_SCORE = 0.55  # of 97 drafts between 0.35 and this, readers rejected six
# Of 14 gaps for figures between the least score and this readers took five as they stood, of 56 above it 40.
LEAST_OF_A_FIGURE = 0.65
_OF_ONE = 2  # questions on one paragraph
_STATEMENTS_AMONG = 3
_ONCE = frozenset({"order_by_year", "best_supported", "opinion_or_fact", "term"})


def select(items: Iterable[Item], words: int, title: str) -> list[QuestionDraft]:
    """At most one question for 130 words, in the order of the text, spread over its paragraphs.

    At most one in four are statements to judge; true and false ones alternate. `title` decides, always in the same
    way, which of the two begins.
    """
    left = sorted(
        filter(_is_worth_showing, items),
        key=lambda item: (-item.question.score, item.passage.n, item.question.stem),
    )
    most = max(1, words // WORDS_FOR_A_QUESTION)
    chosen = _picked(_in_turn(left, most, title), most)
    ordered = sorted(chosen, key=lambda item: item.passage.n)
    return _balanced([_key_moved(item, place) for place, item in enumerate(ordered)])


def _is_worth_showing(item: Item) -> bool:
    is_figure = item.question.type == "cloze_figure"
    return item.question.score >= (LEAST_OF_A_FIGURE if is_figure else LEAST_SCORE)


def _picked(left: Sequence[Item], most: int) -> list[Item]:
    """Walks through the items until none joins: first one for each paragraph, then more."""
    chosen = added = _joined(left, [], most, spread=True)
    while len(chosen) < most:
        left = [item for item in left if not any(do_clash(item, other) for other in added)]
        added = _joined(left, chosen, most)
        if not added:
            break
        chosen = [*chosen, *added]
    return chosen


def _joined(left: Sequence[Item], chosen: Sequence[Item], most: int, *, spread: bool = False) -> list[Item]:
    """What one walk through the items adds, none of which clashes with those `chosen`.

    A statement joins when one of the other verdict stands before it, so that another walk may add more.
    """
    added: list[Item] = []
    for item in left:
        now = [*chosen, *added]
        taken = sum(item.passage.paragraph == other.passage.paragraph for other in now) >= (1 if spread else _OF_ONE)
        if len(now) == most:
            break
        if not taken and _may_join(item, now, most) and not any(do_clash(item, other) for other in added):
            added.append(item)
    return added


def enough_of_a_type(words: int) -> int:
    """How many items of one type are worth judging for a text of so many words."""
    return 4 * (words // WORDS_FOR_A_QUESTION) + 20


def _in_turn(left: Sequence[Item], most: int, title: str) -> list[Item]:
    """The best first. Of statements, true and false ones in turn, as the title says which begins."""
    begins = turn(title, 2) == 0
    false = [item for item in left if item.question.kind == "true_false" and _is_false(item)]
    true = [item for item in left if item.question.kind == "true_false" and not _is_false(item)]
    first, second = (false, true) if begins else (true, false)
    others = [item for item in left if item.question.kind != "true_false"]
    return [*others, *first, *second] if most <= _STATEMENTS_AMONG else _mixed(others, first, second)


def _mixed(others: Sequence[Item], first: Sequence[Item], second: Sequence[Item]) -> list[Item]:
    """Statements after the two best of the others, so that there is room for them."""
    return [*others[:2], *first[:6], *second[:6], *others[2:], *first[6:], *second[6:]]


def _is_false(item: Item) -> bool:
    return any(choice.correct and choice.text == FALSE for choice in item.question.choices)


def _may_join(item: Item, chosen: Sequence[Item], most: int) -> bool:
    types = Counter(other.question.type for other in chosen)
    if types[item.question.type] >= (1 if item.question.type in _ONCE else most_of_a_type(item.question.type, most)):
        return False
    if item.question.kind != "true_false":
        return True
    verdicts = [_is_false(other) for other in chosen if other.question.kind == "true_false"]
    wanted = len(verdicts) < max(1, most // 4)
    return wanted and (not verdicts or _is_false(item) != verdicts[-1])


def _key_moved(item: Item, place: int) -> QuestionDraft:
    """Words: put the right one at a place that moves on from question to question. Figures stay in their order."""
    question = item.question
    if question.kind != "single" or (item.fact_kind is not None and item.fact_kind not in NAMES):
        return question
    right = [choice for choice in question.choices if choice.correct]
    wrong: list[ChoiceDraft] = [choice for choice in question.choices if not choice.correct]
    at = (place * 2 + 1) % len(question.choices)
    return replace(question, choices=(*wrong[:at], *right, *wrong[at:]))


def _balanced(shown: list[QuestionDraft]) -> list[QuestionDraft]:
    """Without the weakest question of the commonest type, for as long as the quiz as a whole breaks a rule."""
    while shown and quiz_flaws(shown):
        commonest = Counter(question.type for question in shown).most_common(1)[0][0]
        weakest = min((question for question in shown if question.type == commonest), key=lambda each: each.score)
        shown = [question for question in shown if question is not weakest]
    return shown
