"""Rules that a drafted question must not break. Each has a name; the sources are item-writing guides and trial runs.

Sources: Haladyna, Downing and Rodriguez 2002 (31 rules); Rodriguez 2005 (three good options do).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from courseware.quizzes.drafting.drafts import QuestionDraft
from courseware.quizzes.drafting.facts import FactKind
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.quizzes.drafting.wordings import GAP
from intake.language import words
from intake.language.stopwords import FUNCTION

LONGEST_STEM = 50
LEAST_CONTENT_WORDS = 5
_LONGER_KEY = 1.4
_SAME_FRAME = 0.5
_NAMES = ("country", "organisation", "short_name")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what it was made from. `keys` are the words of the text that it turns on.

    `statement` is the part of the stem that comes from the text, with its gap or its changed figure.
    """

    question: QuestionDraft
    fact_kind: FactKind | None
    keys: tuple[str, ...]
    statement: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look things up in: all sentences of the module, and the other form of each name."""

    passages: Sequence[Passage]
    aliases: Mapping[str, str]


def flaws(item: Item, context: Context) -> tuple[str, ...]:
    """The names of the rules that an item breaks; empty for an item fit to be shown."""
    return tuple(name for name, breaks in RULES.items() if breaks(item, context))


def sentence_flaws(passage: Passage, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The rules that a sentence breaks whatever is asked about it, so that no item need be made from it."""
    return tuple(name for name, breaks in SENTENCE_RULES.items() if breaks(passage.statement, vocabulary))


def _unresolved_reference(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.references.search(text))


def _opinion(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.opinions.search(text))


def _sensitive(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.sensitive.search(text))


def _negative(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.negatives.search(text))


def _unbalanced(text: str, _vocabulary: Vocabulary) -> bool:
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


def _too_long(text: str, _vocabulary: Vocabulary) -> bool:
    return len(words(text)) > LONGEST_STEM - 10  # the question around the sentence takes up to ten words


SENTENCE_RULES: dict[str, Callable[[str, Vocabulary], bool]] = {
    "unresolved_reference": _unresolved_reference,
    "opinion": _opinion,
    "sensitive": _sensitive,
    "negative": _negative,
    "unbalanced": _unbalanced,
    "too_long": _too_long,
}


def _evidence_without_key(item: Item, _context: Context) -> bool:
    return not all(key in item.question.quote for key in item.keys)


def _wrong_number_of_keys(item: Item, _context: Context) -> bool:
    right = sum(choice.correct for choice in item.question.choices)
    return right != 1 if item.question.kind != "multiple" else not 2 <= right < len(item.question.choices)


def _wrong_number_of_choices(item: Item, _context: Context) -> bool:
    count = len(item.question.choices)
    return count != 2 if item.question.kind == "true_false" else not 3 <= count <= 4


def _overlapping_choices(item: Item, _context: Context) -> bool:
    texts = [choice.text.casefold() for choice in item.question.choices]
    if len(set(texts)) < len(texts):
        return True
    return item.fact_kind in _NAMES and any(a != b and f" {a} " in f" {b} " for a in texts for b in texts)


def _key_much_longest(item: Item, _context: Context) -> bool:
    if item.fact_kind != "organisation" or item.question.kind != "single":
        return False
    right = max(len(choice.text) for choice in item.question.choices if choice.correct)
    return right > _LONGER_KEY * max(len(choice.text) for choice in item.question.choices if not choice.correct)


def _key_in_stem(item: Item, _context: Context) -> bool:
    """The stem gives the answer away: the key itself, or in names a long word of it ("Kazakh" for Kazakhstan)."""
    if item.question.kind == "true_false":
        return False
    left = item.statement.replace(GAP, " ")
    stem_words = {word.casefold() for word in words(left)}
    least = 4 if item.fact_kind in _NAMES else 1
    parts = {word.casefold() for key in item.keys for word in words(key) if len(word) >= least}
    stems = {part[:5] for part in parts if part[0].isalpha()} if item.fact_kind == "country" else set()
    return bool(parts & stem_words - FUNCTION) or any(word[:5] in stems for word in stem_words)


def _distractor_in_evidence(item: Item, _context: Context) -> bool:
    if item.question.kind == "true_false" or item.fact_kind is None:
        return False
    found = {word.casefold() for word in words(item.question.quote)}
    wrong = [choice.text for choice in item.question.choices if not choice.correct]
    return any({word.casefold() for word in words(text)} <= found for text in wrong)


def _distractor_fits_elsewhere(item: Item, context: Context) -> bool:
    """Another sentence says much the same of a wrong name, so that it may be right too."""
    if item.fact_kind not in _NAMES:
        return False
    frame = item.passage.words - FUNCTION - {word.casefold() for key in item.keys for word in words(key)}
    wrong = [choice.text for choice in item.question.choices if not choice.correct]
    near = [p for p in context.passages if p is not item.passage and len(p.words & frame) >= _SAME_FRAME * len(frame)]
    return any(text in passage.quote for passage in near for text in wrong)


def _other_form_in_stem(item: Item, context: Context) -> bool:
    """The short form stands beside the gap for the long one, or the other way round."""
    forms = [context.aliases[key] for key in item.keys if key in context.aliases and GAP in item.statement]
    return any(re.search(rf"\b{re.escape(form)}\b", item.statement) for form in forms)


def _thin_stem(item: Item, _context: Context) -> bool:
    """Hardly anything is left around the gap, as in "The ____ are given as examples"."""
    content = [word for word in words(item.statement.replace(GAP, " ")) if word.casefold() not in FUNCTION]
    return GAP in item.statement and len(content) < LEAST_CONTENT_WORDS


def _counts_its_own_list(item: Item, _context: Context) -> bool:
    """A number of things, followed by the things themselves after a colon: the answer can be counted."""
    return item.fact_kind == "small_number" and ":" in item.statement


def _stem_too_long(item: Item, _context: Context) -> bool:
    return len(words(item.question.stem)) > LONGEST_STEM


RULES: dict[str, Callable[[Item, Context], bool]] = {
    "evidence_without_key": _evidence_without_key,
    "wrong_number_of_keys": _wrong_number_of_keys,
    "wrong_number_of_choices": _wrong_number_of_choices,
    "overlapping_choices": _overlapping_choices,
    "key_much_longest": _key_much_longest,
    "key_in_stem": _key_in_stem,
    "distractor_in_evidence": _distractor_in_evidence,
    "distractor_fits_elsewhere": _distractor_fits_elsewhere,
    "other_form_in_stem": _other_form_in_stem,
    "thin_stem": _thin_stem,
    "counts_its_own_list": _counts_its_own_list,
    "stem_too_long": _stem_too_long,
}
