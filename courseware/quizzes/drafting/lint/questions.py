"""What a drafted question must not be."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from courseware.quizzes.drafting.clauses import content
from courseware.quizzes.drafting.facts import NAMES
from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.lint.asides import merely_supposed, speaks_of_a_gap, years_of_a_person
from courseware.quizzes.drafting.lint.options import option_points_back
from courseware.quizzes.drafting.lint.sums import answer_by_sum, growth_since_when, reason_tells, share_is_told
from courseware.quizzes.drafting.lint.trifles import TRIFLES
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.names import Catalogue
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.pointers import is_elliptic
from courseware.quizzes.drafting.reading import FIGURE, Reading, sensitive
from courseware.quizzes.drafting.wordings import GAP
from intake.language import words
from intake.language.stopwords import FUNCTION

LONGEST_STEM = 130
LEAST_CONTENT_WORDS = 5
_LEAST_BESIDE_A_MEASURE = 4
_LONGER_KEY = 1.4
_UNEVEN = 2.5
_SAME_FRAME = 0.5
_COUNTED, _LISTED = 100, 10
_OWN_LIST = re.compile(
    r"[^.;:]{1,80}, (?:(?:one|the first) .* the (?:other|second)|[\w-]+ (?:from|for|in|at) each)\b|[^:]{1,80}: "
)
_IN_A_ROW = re.compile(r"(?: [\w’'-]+){1,4},[^,]+(?:,| and )")
_FIRST_WORD = re.compile(r" ([a-z]{4,}s)\b")
_FORTY_DAYS = re.compile(r"quarantin")  # the word says how many
_OF_SEVERAL = re.compile(r"\b(?:both|each|every|either|neither|alike)\b", re.IGNORECASE)
_OF_TWO = re.compile(
    r"\b(?:both|either|neither|each other|respectively|pair|twins?|halves|the (?:former|latter|other))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look things up in: all sentences of the module, its names, and the text as a whole."""

    passages: Sequence[Passage]
    known: Catalogue
    reading: Reading


def flaws(item: Item, context: Context) -> tuple[str, ...]:
    """The names of the rules that an item breaks; empty for an item fit to be shown."""
    return tuple(name for name, breaks in RULES.items() if breaks(item, context))


def is_sound(item: Item, context: Context) -> bool:
    """Whether it breaks no rule; quicker than naming those that it breaks."""
    return not any(breaks(item, context) for breaks in RULES.values())


def right(item: Item) -> list[str]:
    return [choice.text for choice in item.question.choices if choice.correct]


def wrong(item: Item) -> list[str]:
    return [choice.text for choice in item.question.choices if not choice.correct]


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _evidence_not_verbatim(item: Item, context: Context) -> bool:
    return item.question.quote not in context.reading.text


def _evidence_without_key(item: Item, _context: Context) -> bool:
    quote = plain(item.question.quote).rstrip(".")
    return not all(plain(key).rstrip(".") in quote for key in item.keys)


def _wrong_number_of_keys(item: Item, _context: Context) -> bool:
    count = len(right(item))
    return count != 1 if item.question.kind != "multiple" else not 2 <= count < len(item.question.choices)


def _wrong_number_of_choices(item: Item, _context: Context) -> bool:
    count = len(item.question.choices)
    return count != 2 if item.question.kind == "true_false" else not 3 <= count <= 5


def _overlapping_choices(item: Item, _context: Context) -> bool:
    texts = [plain(choice.text) for choice in item.question.choices]
    if len(set(texts)) < len(texts):
        return True
    of_words = item.fact_kind is None or item.fact_kind in NAMES
    return of_words and any(a != b and f" {a} " in f" {b} " for a in texts for b in texts)


def _key_much_longest(item: Item, _context: Context) -> bool:
    of_figures = item.fact_kind is not None and item.fact_kind not in NAMES
    if item.question.kind != "single" or item.question.type == "acronym" or of_figures or not wrong(item):
        return False
    longest = max(map(len, wrong(item)))
    return max(map(len, right(item))) > _LONGER_KEY * longest and longest > 3


def _uneven_choices(item: Item, _context: Context) -> bool:
    """One option is more than two and a half times as long as another; figures may be."""
    if item.question.kind != "single" or (item.fact_kind and item.fact_kind not in NAMES):
        return False
    lengths = [len(choice.text) for choice in item.question.choices]
    return max(lengths) > _UNEVEN * min(lengths) and max(lengths) > 24


def _key_in_stem(item: Item, _context: Context) -> bool:
    """The stem gives the answer away: the key itself, or a long word of a name: "Kazakh" for Kazakhstan, "Minister" for
    a ministry."""
    if GAP not in item.statement:
        return False
    stem_words = {word.casefold() for word in words(item.shown.replace(GAP, " "))}
    least = 1 if item.fact_kind and item.fact_kind not in NAMES else 4
    parts = {word.casefold() for key in item.keys for word in words(key) if len(word) >= least} - _units(item)
    if parts & stem_words - FUNCTION:
        return True
    told = tuple(word[:5] for word in stem_words if len(word) >= least)
    return item.fact_kind in NAMES and any(part.startswith(told) for part in parts if part[0].isalpha())


def _lead_tells(item: Item, context: Context) -> bool:
    """The title or the heading holds the key or, in digits or words, its figure; of years also the one beside it."""
    lead = plain(". ".join(item.passage.lead))
    if item.question.type == "acronym":
        return any(content(key) <= content(context.reading.title) for key in item.keys)
    if item.fact_kind is None or item.fact_kind in NAMES:
        return any(plain(key) in lead for key in item.keys)
    told = {amount(figure) for figure in FIGURE.findall(lead)} | {40.0 for _word in _FORTY_DAYS.findall(lead)}
    if item.fact_kind == "year":
        return any(abs(amount(key) - year) <= 1 for key in item.keys for year in told)
    return any(amount(key) in told for key in item.keys)


def _pair_is_told(item: Item, _context: Context) -> bool:
    """The gap is for two, and "both" or "either" says so."""
    return any(amount(key) == 2 for key in item.keys) and _OF_TWO.search(item.shown) is not None


def _units(item: Item) -> set[str]:
    """The words after a figure: "days" may well stand in the stem of a question on a number of days."""
    measured = item.fact_kind in ("duration", "amount")
    return {word.casefold() for key in item.keys for word in key.split()[1:]} if measured else set()


def _distractor_in_evidence(item: Item, _context: Context) -> bool:
    """A wrong answer stands in the passage too, so that it may be taken for right."""
    if GAP not in item.statement:
        return False
    quote = f" {' '.join(word.casefold() for word in words(item.question.quote))} "
    return any(f" {' '.join(word.casefold() for word in words(text))} " in quote for text in wrong(item))


def _distractor_fits_elsewhere(item: Item, context: Context) -> bool:
    """Another sentence says much the same of a wrong answer, so that it may be right too."""
    if item.fact_kind is None or not (GAP in item.statement or item.exchanged):
        return False
    offered = [item.exchanged] if item.exchanged else wrong(item)
    frame = item.passage.words - FUNCTION - {word.casefold() for key in item.keys for word in words(key)}
    near = [p for p in context.passages if p.n != item.passage.n and len(p.words & frame) >= _SAME_FRAME * len(frame)]
    return any(_stands(text, passage.quote) for passage in near for text in offered)


def _exchange_may_hold(item: Item, context: Context) -> bool:
    """The name put for another is met in the same paragraph, or it tells of both or each: it may be as true of it."""
    if not item.exchanged:
        return False
    beside = [p.quote for p in context.passages if p.paragraph == item.passage.paragraph]
    return any(_stands(item.exchanged, quote) or _OF_SEVERAL.search(quote) for quote in beside)


def _stands(text: str, quote: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(text)}(?!\w|[.,]\d)", quote) is not None


def _other_form_in_stem(item: Item, context: Context) -> bool:
    """The short form stands beside the long one that is asked for or exchanged, or the other way round."""
    aliases = context.known.aliases
    forms = [aliases[key] for key in item.keys if key in aliases and item.fact_kind in NAMES]
    return any(re.search(rf"\b{re.escape(form)}\b", item.shown) for form in forms)


def _thin_stem(item: Item, _context: Context) -> bool:
    """Hardly anything is left around the gap, as in "The ____ are given as examples"."""
    content = [word for word in words(item.shown.replace(GAP, " ")) if word.casefold() not in FUNCTION]
    if item.question.kind == "true_false":
        return len([word for word in words(item.statement) if word.casefold() not in FUNCTION]) <= LEAST_CONTENT_WORDS
    least = LEAST_CONTENT_WORDS + (item.fact_kind in NAMES) if item.fact_kind else 2
    if item.fact_kind in ("percent", "amount", "duration", "number"):
        least = _LEAST_BESIDE_A_MEASURE  # "Identity cards are valid for ____" says what is measured
    return GAP in item.statement and len(content) < least


def _elliptic_statement(item: Item, _context: Context) -> bool:
    """A statement to judge that leaves a word to the sentence before, as in "The woman in the office can."."""
    return item.question.kind == "true_false" and is_elliptic(item.statement)


def _counts_its_own_list(item: Item, _context: Context) -> bool:
    """A number of things, followed by the things themselves: the answer can be counted."""
    if item.fact_kind not in ("small_number", "number"):
        return False
    after, count = item.statement.partition(GAP)[2], amount(item.keys[0])
    in_a_row = count <= _LISTED and _IN_A_ROW.match(after)
    return bool(in_a_row or (count < _COUNTED and _OWN_LIST.match(after)))


def _more_than_there_are(item: Item, context: Context) -> bool:
    """A wrong answer is more than the text counts of the thing in all: 41 of 37 stations."""
    noun = _FIRST_WORD.match(item.statement.partition(GAP)[2])
    if item.fact_kind not in ("small_number", "number") or not noun:
        return False
    of_these = re.compile(rf"\b(\d[\d,.]*|{NUMERAL}) (?:[a-z]+ )?{noun[1]}\b", re.IGNORECASE)
    most = max(map(amount, of_these.findall(context.reading.text)), default=0.0)
    return any(amount(key) < most < amount(each) for key in item.keys for each in wrong(item))


def _stem_too_long(item: Item, _context: Context) -> bool:
    return len(words(item.question.stem)) > LONGEST_STEM


def _sensitive(item: Item, context: Context) -> bool:
    """The block lists over all that a trainee would see: stem, answers, feedback, passage."""
    shown = [item.question.stem, item.question.quote]
    shown += [text for choice in item.question.choices for text in (choice.text, choice.feedback)]
    return sensitive("\n".join(shown), context.reading)


def _language_mismatch(item: Item, context: Context) -> bool:
    """Fixed words in another language than the text."""
    asked = item.question.stem.replace(item.statement, "").replace(item.passage.context, "")
    cyrillic = len(re.findall(r"[а-яё]", asked, re.IGNORECASE))
    latin = len(re.findall(r"[a-z]", asked, re.IGNORECASE))
    return cyrillic <= latin if context.reading.language == "ru" else latin < cyrillic


def _choice_unbalanced(item: Item, _context: Context) -> bool:
    texts = [choice.text for choice in item.question.choices]
    return any(text.count("(") != text.count(")") or text.count("“") != text.count("”") for text in texts)


RULES: dict[str, Callable[[Item, Context], bool]] = {
    "evidence_not_verbatim": _evidence_not_verbatim,
    "evidence_without_key": _evidence_without_key,
    "wrong_number_of_keys": _wrong_number_of_keys,
    "wrong_number_of_choices": _wrong_number_of_choices,
    "overlapping_choices": _overlapping_choices,
    "key_much_longest": _key_much_longest,
    "uneven_choices": _uneven_choices,
    "key_in_stem": _key_in_stem,
    "lead_tells": _lead_tells,
    "pair_is_told": _pair_is_told,
    "share_is_told": share_is_told,
    "growth_since_when": growth_since_when,
    "reason_tells": reason_tells,
    "distractor_in_evidence": _distractor_in_evidence,
    "other_form_in_stem": _other_form_in_stem,
    "thin_stem": _thin_stem,
    "option_points_back": option_points_back,
    "merely_supposed": merely_supposed,
    "years_of_a_person": years_of_a_person,
    **TRIFLES,
    "speaks_of_a_gap": speaks_of_a_gap,
    "elliptic_statement": _elliptic_statement,
    "counts_its_own_list": _counts_its_own_list,
    "answer_by_sum": answer_by_sum,
    "more_than_there_are": _more_than_there_are,
    "stem_too_long": _stem_too_long,
    "distractor_fits_elsewhere": _distractor_fits_elsewhere,
    "exchange_may_hold": _exchange_may_hold,
    "sensitive": _sensitive,
    "language_mismatch": _language_mismatch,
    "choice_unbalanced": _choice_unbalanced,
}
