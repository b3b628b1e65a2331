"""Drafting questions on a module. Pure: the same module always gives the same questions.

Questions turn on what single sentences state: figures, dates, names, reasons, lists, which came first. That is safe and
mostly shallow: a person adds the questions on comparisons and arguments.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from courseware.quizzes.drafting.comparisons import antonym_items, opinion_items, order_items, supported_items
from courseware.quizzes.drafting.contexts import in_context
from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.expansions import expansion_items
from courseware.quizzes.drafting.explanations import clause_items, list_items, term_items
from courseware.quizzes.drafting.facts import FactKind, figures
from courseware.quizzes.drafting.items import Item, Workshop, figure_items, name_items
from courseware.quizzes.drafting.lint.advice import advice_on, cost_of
from courseware.quizzes.drafting.lint.questions import Context, is_sound
from courseware.quizzes.drafting.lint.sentences import gap_flaws, sentence_flaws
from courseware.quizzes.drafting.names import catalogue
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import Reading, reading_of, sensitive
from courseware.quizzes.drafting.selection import enough_of_a_type, select
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.reading.drafting import ModuleDraft
from intake.language import words

__all__ = ["ChoiceDraft", "QuestionDraft", "draft_questions"]


def draft_questions(module: ModuleDraft) -> tuple[QuestionDraft, ...]:
    """Draft questions in the order of the text, at most one for 130 words; none where the text yields none.

    English gets all kinds, Russian only gaps for years and percentages, other languages nothing.
    """
    vocabulary = VOCABULARIES.get(module.language or "")
    if vocabulary is None:
        return ()
    found = passages(module, vocabulary)
    reading = reading_of(module, found, vocabulary)
    workshop = workshop_for(module, found, reading)
    context = Context(found, workshop.known, reading)
    length = _count(module)
    sound = _sound(_all_items(workshop, found), context, enough_of_a_type(length))
    return tuple(select(sound, length, module.title))


def _sound(items: Iterable[Item], context: Context, enough: int) -> Iterator[Item]:
    """The best items of each type that break no rule, `enough` of each: looking at all takes too long in long texts."""
    by_type: dict[str, list[Item]] = {}
    for item in items:
        by_type.setdefault(item.question.type, []).append(item)
    for alike in by_type.values():
        ranked = sorted(alike, key=lambda item: -item.question.score)
        unflawed = (_advised(item, context) for item in ranked if is_sound(item, context))
        yield from islice(_each_once(unflawed), enough)


def _each_once(items: Iterable[Item]) -> Iterator[Item]:
    """Of several questions with the same answer on one sentence the first."""
    seen: set[tuple[int, str, tuple[str, ...], bool]] = set()
    for item in items:
        right = item.question.choices[0].correct if item.question.kind == "true_false" else True
        mark = (item.passage.n, item.question.type, item.keys, right)
        if mark not in seen:
            seen.add(mark)
            yield item


def workshop_for(module: ModuleDraft, found: Sequence[Passage], reading: Reading) -> Workshop:
    shown = (in_context(passage, reading) for passage in found)
    fit = tuple(passage for passage in shown if passage and not gap_flaws(passage, reading))
    alone = tuple(passage for passage in found if not sentence_flaws(passage, reading))
    return Workshop(module, reading, catalogue(module), fit, alone, _values(found, reading))


def _all_items(workshop: Workshop, found: Sequence[Passage]) -> Iterator[Item]:
    yield from figure_items(workshop)
    if workshop.reading.language != "en":
        return
    for make in (name_items, term_items, supported_items):
        yield from make(workshop)
    yield from antonym_items(workshop, found)
    yield from list_items(workshop, found)
    yield from clause_items(workshop, found)
    yield from order_items(workshop, found)
    yield from opinion_items(workshop, found)
    yield from expansion_items(workshop, found)


def _advised(item: Item, context: Context) -> Item:
    """With its lint findings, each of which costs some of the score."""
    advice = advice_on(item, context)
    score = round(max(0.0, item.question.score - cost_of(advice)), 2)
    return replace(item, question=replace(item.question, lint=advice, score=score))


def _values(found: Sequence[Passage], reading: Reading) -> dict[FactKind, dict[str, str]]:
    """The figures of the text by kind, each with the sentence it is first met in; none from a delicate sentence."""
    values: dict[FactKind, dict[str, str]] = {}
    for passage in found:
        if sensitive(passage.quote, reading):
            continue
        for fact in figures(passage.quote, reading.language):
            values.setdefault(fact.kind, {}).setdefault(fact.text, passage.quote)
    return values


def _count(module: ModuleDraft) -> int:
    return sum(len(words(paragraph)) for section in module.sections for paragraph in section.paragraphs)
