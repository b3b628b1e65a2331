"""What makes a question weaker without making it wrong: told to the organiser, and counted against its score."""

from collections import Counter
from collections.abc import Callable

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.questions import Context, right, wrong
from courseware.quizzes.drafting.made_up import amount

COST = 0.1
_COSTS = {
    "known_without_reading": 0.25,
    "options_made_up": 0.05,
    "two_figures": 0.05,
    "exact_day": 0.2,
    "small_count": 0.15,
}
_OFTEN = 3
_KNOWN_TO_ALL = frozenset(
    {"UN", "NATO", "UNICEF", "UNESCO", "WHO", "EU", "USA", "US", "UK", "AIDS", "HIV", "GDP", "COVID"}
)
_KNOWN_YEARS = frozenset({"1914", "1918", "1939", "1945", "1989", "1991", "2001", "2008", "2020"})


def _known_without_reading(item: Item, context: Context) -> bool:
    """The key stands in the title, is the name met most often, or is general knowledge."""
    shorts = {context.known.aliases.get(key, key) for key in item.keys}
    if shorts & _KNOWN_TO_ALL or set(item.keys) & _KNOWN_YEARS:
        return True
    if item.fact_kind is None:
        return False
    counts = context.known.names.get(item.fact_kind, Counter()).most_common(1)
    is_commonest = any(name in item.keys and count >= _OFTEN for name, count in counts)
    return is_commonest or any(key in context.reading.title for key in item.keys)


def _absolute_words(item: Item, context: Context) -> bool:
    """ "Always" and "every" hint at false, unless a text states rules."""
    said = item.question.kind == "true_false" and context.reading.vocabulary.absolutes.search(item.statement)
    return bool(said) and not context.reading.states_rules


def _options_made_up(item: Item, context: Context) -> bool:
    """Fewer than two wrong answers come from the text."""
    if item.question.kind == "true_false" or item.fact_kind is None:
        return False
    return sum(text in context.reading.text for text in wrong(item)) < 2


def _small_count(item: Item, _context: Context) -> bool:
    """A figure below ten is seldom worth asking for."""
    return item.fact_kind in ("small_number", "number") and all(amount(key) < 10 for key in item.keys)


def _two_figures(item: Item, _context: Context) -> bool:
    """The stem holds another figure that can be mixed up with the one asked for."""
    return item.fact_kind in ("percent", "number", "amount") and sum(c.isdigit() for c in item.statement) > 4


def _exact_day(item: Item, _context: Context) -> bool:
    """A day of a month is recall of the narrowest kind."""
    return item.fact_kind == "date" and bool(right(item))


ADVICE: dict[str, Callable[[Item, Context], bool]] = {
    "known_without_reading": _known_without_reading,
    "absolute_words": _absolute_words,
    "options_made_up": _options_made_up,
    "small_count": _small_count,
    "two_figures": _two_figures,
    "exact_day": _exact_day,
}


def cost_of(advice: tuple[str, ...]) -> float:
    """What the findings take off a score."""
    return sum(_COSTS.get(name, COST) for name in advice)


def advice_on(item: Item, context: Context) -> tuple[str, ...]:
    return tuple(name for name, holds in ADVICE.items() if holds(item, context))
