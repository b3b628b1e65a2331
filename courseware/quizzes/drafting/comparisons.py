"""Questions that set whole statements of the text side by side: which came first, which agrees, which is an opinion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.antonyms import turned
from courseware.quizzes.drafting.clauses import Event, content, event_of
from courseware.quizzes.drafting.distractors import amount, of_like_length, turn, wrong_figures
from courseware.quizzes.drafting.drafts import ChoiceDraft
from courseware.quizzes.drafting.facts import figures
from courseware.quizzes.drafting.items import Item, Workshop, draft, judged, put
from courseware.quizzes.drafting.lint.sentences import sentence_flaws
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import lacks_antecedent, sensitive
from courseware.quizzes.drafting.wordings import (
    OPINION_STEM,
    ORDER_STEM,
    SUPPORTED_STEM,
    opinion_feedback,
    order_feedback,
    supported_feedback,
)

_ORDER_WORTH, _SUPPORTED_WORTH, _OPINION_WORTH, _ANTONYM_WORTH = 0.85, 0.6, 0.8, 0.6
_LENGTHS = 1.9
_LONGEST_OPTION = 24
_SHORTEST_OPTION = 8
_STATES_FACT = re.compile(r"\b(?:18|19|20)\d\d\b|\d|\b(?:was|were|opened|began|trained|held|signed|founded)\b")
_ADVISES = re.compile(
    r"\b(?:should|ought to)\b|\b(?:author|writer|expert|specialist)s? (?:believes?|argues?|thinks?|recommends?)\b"
)
_AND_SO = re.compile(r"\b(?:therefore|thus|hence|so that|also|too)\b")
# Not plainly a report: somebody advises, plans, praises.
_LEANS = re.compile(
    r"\b(?:advis|recommend|propos|suggest|hop(?:e|ing)|plan(?:s|ned)?\b|want|warn|prais|critici"
    r"|urg(?:e|ing)|ask|call(?:s|ed)? for|must|shall)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|[“”\"?]")


def order_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """One question on which of three or four dated events came first."""
    found = [(passage, event) for passage in passages if (event := event_of(passage.statement))]
    dated = [(p, event) for p, event in found if not sentence_flaws(replace(p, statement=event.text), workshop.reading)]
    picked = _far_apart(sorted(dated, key=lambda pair: pair[1].moment))
    if len(picked) >= 3:
        yield _order_item(picked[:4])


def _far_apart(dated: Sequence[tuple[Passage, Event]]) -> list[tuple[Passage, Event]]:
    """Events with a text of their own and a year of their own, short enough to be compared."""
    kept: list[tuple[Passage, Event]] = []
    for passage, event in dated:
        years = {other.moment[0] for _p, other in kept}
        alike = any(len(content(event.text) & content(other.text)) * 2 > len(content(event.text)) for _p, other in kept)
        if event.moment[0] not in years and not alike and len(event.text.split()) <= _LONGEST_OPTION:
            kept.append((passage, event))
    return kept


def _order_item(picked: Sequence[tuple[Passage, Event]]) -> Item:
    (passage, first), *_later = picked
    events = sorted((event for _p, event in picked), key=lambda event: turn(event.text, 1000))
    choices = [ChoiceDraft(each.text, each is first, order_feedback(each is first, each.when)) for each in events]
    question = draft("single", "order_by_year", ORDER_STEM, choices, passage, _ORDER_WORTH)
    return Item(question, None, (first.text,), " ".join(event.text for event in events), passage)


def antonym_items(workshop: Workshop) -> Iterator[Item]:
    for passage in workshop.fit:
        if said := turned(passage.statement):
            yield judged("true_false_antonym", said, False, passage, _ANTONYM_WORTH, None, (passage.statement,))


def supported_items(workshop: Workshop) -> Iterator[Item]:
    """One statement as it stands in the text among two or three that were altered in a figure or turned round."""
    short = [p for p in workshop.fit if _is_option(p)]
    altered = {p.n: text for p in short if (text := _altered(p, workshop))}
    for passage in short:
        others = [p for p in short if p.n in altered and p.paragraph != passage.paragraph]
        fit = set(of_like_length(passage.statement, [altered[p.n] for p in others], _LENGTHS))
        wrong = [p for p in others if altered[p.n] in fit][:3]
        if len(wrong) >= 2 and figures(passage.statement, "en"):
            yield _supported_item(passage, [(altered[p.n], p.quote) for p in wrong])


def _is_option(passage: Passage) -> bool:
    """Long enough to say something, short enough to be weighed against others, and word for word in the text."""
    length = len(passage.statement.split())
    return (
        _SHORTEST_OPTION <= length <= _LONGEST_OPTION
        and passage.statement in passage.quote
        and _AND_SO.search(passage.quote) is None
    )


def _altered(passage: Passage, workshop: Workshop) -> str | None:
    """The statement made false: by an opposite where that is sure, else by another figure."""
    if said := turned(passage.statement):
        return said
    for fact in figures(passage.statement, "en"):
        if fact.kind in ("percent", "amount", "duration"):
            wrong = wrong_figures(fact, passage.statement, (), workshop.reading.figures)
            by_distance = sorted(wrong, key=lambda value: abs(amount(value) - amount(fact.text)))
            return put(passage.statement, fact.start, fact.end, by_distance[len(wrong) // 2]) if wrong else None
    return None


def _supported_item(passage: Passage, wrong: Sequence[tuple[str, str]]) -> Item:
    sources = dict(wrong)
    options = sorted([passage.statement, *sources], key=lambda text: turn(text, 1000))
    choices = [
        ChoiceDraft(o, o not in sources, supported_feedback(o not in sources, sources.get(o, passage.quote)))
        for o in options
    ]
    question = draft("single", "best_supported", SUPPORTED_STEM, choices, passage, _SUPPORTED_WORTH)
    return Item(question, None, (passage.statement,), " ".join(options), passage)


def opinion_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """A recommendation or view among plain reports. Not in texts that state rules, where "should" may bind."""
    if workshop.reading.states_rules:
        return
    facts = [p.statement for p in workshop.fit if _reports(p)]
    for passage in passages:
        if not _advises(passage, workshop):
            continue
        fit = of_like_length(passage.statement, [text for text in facts if text != passage.statement], _LENGTHS)
        wrong = sorted(fit, key=lambda text: (abs(len(text) - len(passage.statement)), text))[:3]
        if len(wrong) >= 2:
            yield _opinion_item(passage, wrong)


def _reports(passage: Passage) -> bool:
    if _LEANS.search(passage.statement):
        return False
    return bool(_STATES_FACT.search(passage.statement)) and len(passage.statement.split()) <= _LONGEST_OPTION


def _advises(passage: Passage, workshop: Workshop) -> bool:
    text, vocabulary = passage.statement, workshop.reading.vocabulary
    unclear = (vocabulary.references.search(text), vocabulary.moments.search(text), _FIRST_PERSON.search(text))
    if any(unclear) or lacks_antecedent(text, workshop.reading) or sensitive(text, workshop.reading):
        return False
    return bool(_ADVISES.search(text)) and len(text.split()) <= _LONGEST_OPTION and text in passage.quote


def _opinion_item(passage: Passage, wrong: Sequence[str]) -> Item:
    options = sorted([passage.statement, *wrong], key=lambda text: turn(text, 1000))
    choices = [ChoiceDraft(o, o == passage.statement, opinion_feedback(o == passage.statement)) for o in options]
    question = draft("single", "opinion_or_fact", OPINION_STEM, choices, passage, _OPINION_WORTH)
    return Item(question, None, (passage.statement,), " ".join(options), passage)
