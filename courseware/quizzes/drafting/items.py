"""Questions made from one sentence: a gap to fill, a statement to judge, a list to recognise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from courseware.quizzes.drafting.distractors import in_order, wrong_figures, wrong_names
from courseware.quizzes.drafting.drafts import ChoiceDraft, Kind, QuestionDraft
from courseware.quizzes.drafting.facts import Fact, FactKind, figures
from courseware.quizzes.drafting.lint import Item
from courseware.quizzes.drafting.names import Catalogue, named, names_in
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.wordings import (
    FALSE,
    GAP,
    TRUE,
    gap_feedback,
    gap_stem,
    list_feedback,
    list_stem,
    statement_feedback,
    statement_stem,
)
from courseware.reading.drafting import ModuleDraft

_LEAST_FROM_TEXT = 2
_HEDGES = ("more than", "less than", "fewer than", "at least", "over", "under", "up to", "almost", "nearly", "some")
_WORTH: dict[FactKind, float] = {
    "country": 0.7,
    "organisation": 0.75,
    "short_name": 0.65,
    "percent": 0.7,
    "number": 0.65,
    "year": 0.65,
    "years": 0.6,
    "date": 0.55,
    "small_number": 0.4,
}
_LIST_WORTH = 0.7
_TRUE_FALSE_LOSS = 0.1
_NAMELESS_LOSS = 0.15
_GUESSED_LOSS = 0.2
_COMFORTABLE = range(12, 31)


@dataclass(frozen=True, slots=True)
class Workshop:
    """What items of one module are made with; `values` are all figures of the text by kind, in order."""

    module: ModuleDraft
    language: str
    known: Catalogue
    values: dict[FactKind, list[str]]


def items(passage: Passage, workshop: Workshop) -> Iterator[Item]:
    for fact in figures(passage.statement, workshop.language):
        yield from _on_figure(passage, fact, workshop)
    if workshop.language == "en":
        for fact in named(passage.statement, workshop.module, workshop.known):
            wrong = wrong_names(fact, passage.statement, workshop.known)
            if len(wrong) >= _LEAST_FROM_TEXT:
                yield _gap(passage, fact, sorted([fact.text, *wrong]), workshop)
        yield from _on_list(passage, workshop)


def _on_figure(passage: Passage, fact: Fact, workshop: Workshop) -> Iterator[Item]:
    wrong = wrong_figures(fact, passage.statement, workshop.values.get(fact.kind, ()))
    if len(wrong) < _LEAST_FROM_TEXT:
        return
    yield _gap(passage, fact, in_order([fact.text, *wrong]), workshop)
    if workshop.language == "en" and not passage.statement[: fact.start].rstrip().lower().endswith(_HEDGES):
        yield _statement(passage, fact, fact.text, workshop)
        yield _statement(passage, fact, wrong[0], workshop)


def _gap(passage: Passage, fact: Fact, options: Sequence[str], workshop: Workshop) -> Item:
    gapped = _put(passage.statement, fact.start, fact.end, GAP)
    elsewhere = {*workshop.values.get(fact.kind, ()), *workshop.known.names.get(fact.kind, ())}
    language = workshop.language
    choices = tuple(
        ChoiceDraft(
            option, option == fact.text, gap_feedback(option, fact.text, option in elsewhere, passage.quote, language)
        )
        for option in options
    )
    stem = gap_stem(fact.kind, gapped, language)
    question = _question("single", stem, choices, passage, _score(passage, fact, workshop))
    return Item(question, fact.kind, (fact.text,), gapped, passage)


def _statement(passage: Passage, fact: Fact, value: str, workshop: Workshop) -> Item:
    said = _put(passage.statement, fact.start, fact.end, value)
    is_true = value == fact.text
    choices = tuple(
        ChoiceDraft(text, right, statement_feedback(right, is_true, fact.text))
        for text, right in ((TRUE, is_true), (FALSE, not is_true))
    )
    score = _score(passage, fact, workshop) - _TRUE_FALSE_LOSS
    question = _question("true_false", statement_stem(said), choices, passage, score)
    return Item(question, fact.kind, (fact.text,), said, passage)


def _on_list(passage: Passage, workshop: Workshop) -> Iterator[Item]:
    """Two names out of a list in the sentence, and two of the same type that the text has elsewhere."""
    run = _longest_run(passage.statement, names_in(passage.statement, workshop.module))
    if len(run) < 2:
        return
    wrong = wrong_names(run[0], passage.statement, workshop.known)[:2]
    if len(wrong) < _LEAST_FROM_TEXT:
        return
    gapped = _put(passage.statement, run[0].start, run[-1].end, GAP)
    right = [fact.text for fact in run[:2]]
    choices = tuple(
        ChoiceDraft(text, text in right, list_feedback(text, text in right)) for text in sorted([*right, *wrong])
    )
    question = _question("multiple", list_stem(gapped), choices, passage, _LIST_WORTH)
    yield Item(question, run[0].kind, tuple(right), gapped, passage)


def _longest_run(statement: str, facts: Sequence[Fact]) -> list[Fact]:
    """The longest row of names of one type with nothing but commas and "and" between them."""
    runs: list[list[Fact]] = [[fact] for fact in facts[:1]]
    for before, after in pairwise(facts):
        between = statement[before.end : after.start].strip()
        if before.kind == after.kind and between in (",", "and", ", and", "or", "the", ", the", "and the", ", and the"):
            runs[-1].append(after)
        else:
            runs.append([after])
    return max(runs, key=len, default=[])


def _question(kind: Kind, stem: str, choices: tuple[ChoiceDraft, ...], passage: Passage, score: float) -> QuestionDraft:
    return QuestionDraft(kind, stem, choices, passage.section, passage.quote, round(min(1.0, max(0.0, score)), 2))


def _score(passage: Passage, fact: Fact, workshop: Workshop) -> float:
    """Worth of the type, more for a sentence of comfortable length.

    Less for a sentence that names nobody and nothing, and for the name that a reader would guess: the one in the title,
    the one met most often.
    """
    names = names_in(passage.statement, workshop.module)
    length = 0.1 if len(passage.statement.split()) in _COMFORTABLE else 0.0
    guessed = fact.text in workshop.module.title or workshop.known.among(fact.kind)[:1] == [fact.text]
    return _WORTH[fact.kind] + length - (0.0 if names else _NAMELESS_LOSS) - (_GUESSED_LOSS if guessed else 0.0)


def _put(text: str, start: int, end: int, value: str) -> str:
    return text[:start] + value + text[end:]
