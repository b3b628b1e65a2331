"""Questions that set whole statements of the text side by side: which came first, which agrees, which is an opinion."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from courseware.quizzes.drafting.antonyms import turned
from courseware.quizzes.drafting.clauses import Event, content, event_of
from courseware.quizzes.drafting.contexts import is_plain
from courseware.quizzes.drafting.distractors import of_like_length, turn, wrong_figures
from courseware.quizzes.drafting.drafts import ChoiceDraft
from courseware.quizzes.drafting.facts import figures
from courseware.quizzes.drafting.items import Item, Workshop, draft, judged, put
from courseware.quizzes.drafting.lint.sentences import sentence_flaws
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import Reading, binds, lacks_antecedent, may_be_judged, sensitive
from courseware.quizzes.drafting.wordings import (
    OPINION_STEM,
    ORDER_STEM,
    SUPPORTED_STEM,
    led,
    opinion_feedback,
    order_feedback,
    supported_feedback,
)
from courseware.quizzes.drafting.worth import comfort

_ORDER_WORTH, _SUPPORTED_WORTH, _OPINION_WORTH, _ANTONYM_WORTH = 0.85, 0.62, 0.8, 0.6
_LENGTHS = 1.9
_LONGEST_STATEMENT = 30
_LONGEST_OPTION = 24
_SHORTEST_OPTION = 8
_LONGEST_LINE = 12
_NEGATIVE = re.compile(r"\b(?:not|no|never|cannot|none|neither|nor|nobody|nothing|\w+n[’']t)\b", re.IGNORECASE)
_STATES_FACT = re.compile(r"\d")
_ADVISES = re.compile(
    r"\b(?:should|ought to)\b|\b(?:author|writer|expert|specialist)s? (?:believes?|argues?|thinks?|recommends?)\b"
)
_AND_SO = re.compile(r"\b(?:therefore|thus|hence|so that|also|too)\b")
_RULES = re.compile(r"\b(?:has|have|had|(?:is|are|was|were) (?:required|obliged|entitled|allowed)) to\b")
# Not plainly a report: somebody advises, plans, praises, judges.
_LEANS = re.compile(
    r"\b(?:advis|recommend|propos|suggest|hop(?:e|ing)|plan(?:s|ned)?\b|want|warn|prais|critici|urg(?:e|ing)|ask"
    r"|call(?:s|ed)? for"
    r"|must|shall|need|good|bad\b|better|best|worse|worst|important|relevant|efficient|effective|hazard|difficult"
    r"|eas[iy]|hard"
    r"|clear|obvious|strong|weak|serious|modest|reasonabl|remarkabl|fair|right\b|wrong|too\b|enough|likely"
    r"|probabl|perhaps|may\b"
    r"|might|could|would|will\b|seem|appear|feel|felt|think|believ|argu|fear|expect|prefer|worth|proper|sensibl"
    r"|chief|poor)"
)
# A figure set beside another of its kind: exchanged for a third, it may refute itself ("2.8, down from 2.6").
_COMPARES = re.compile(
    r"\b(?:down|up|rose|fell|fallen|risen|grew|cut|more|less|fewer|higher|lower|compared|as against|against|instead|not"
    r"|twice|half|third|double|from [\d.,]+(?: [a-z]+){0,3} to)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|[“”\"?]")


def order_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """One question on which of three or four dated events came first."""
    found = [(passage, event) for passage in passages if (event := event_of(passage.statement))]
    dated = [(p, event) for p, event in found if not sentence_flaws(replace(p, statement=event.text), workshop.reading)]
    dated = [(p, event) for p, event in dated if is_plain(event.text, p, workshop.reading)]
    picked = _far_apart(sorted(dated, key=lambda pair: pair[1].moment))
    if len(picked) >= 3:
        yield _order_item(picked[:4], workshop)


def _far_apart(dated: Sequence[tuple[Passage, Event]]) -> list[tuple[Passage, Event]]:
    """Events with a text of their own and a year of their own, short enough to be compared."""
    kept: list[tuple[Passage, Event]] = []
    for passage, event in dated:
        years = {other.moment[0] for _p, other in kept}
        alike = any(len(content(event.text) & content(other.text)) * 2 > len(content(event.text)) for _p, other in kept)
        if event.moment[0] not in years and not alike and len(event.text.split()) <= _LONGEST_OPTION:
            kept.append((passage, event))
    return kept


def _order_item(picked: Sequence[tuple[Passage, Event]], workshop: Workshop) -> Item:
    (passage, first), *_later = picked
    events = sorted((event for _p, event in picked), key=lambda event: turn(event.text, 1000))
    choices = [ChoiceDraft(each.text, each is first, order_feedback(each is first, each.when)) for each in events]
    question = draft("single", "order_by_year", led(ORDER_STEM, workshop.lead), choices, passage, _ORDER_WORTH)
    return Item(question, None, (first.text,), " ".join(event.text for event in events), passage)


def antonym_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """Statements turned round by an opposite, and as they stand where that would make them false.

    Only of what begins a paragraph: the sentences before another lead a reader to expect the one and not the other.
    Duties and denials are left alone: a rule taken away ("need not pass a test") is one that nobody would state.
    """
    closing = closing_lines(passages)
    for passage in workshop.fit:
        statement = passage.statement
        if len(statement.split()) > _LONGEST_STATEMENT or passage.n in closing or passage.before:
            continue
        worth = _ANTONYM_WORTH + comfort(statement)
        if said := _turned(passage, workshop):
            yield judged("true_false_antonym", said, False, passage, worth, None, (statement,))
            yield judged("true_false_antonym", statement, True, passage, worth, None, (statement,))


def closing_lines(passages: Sequence[Passage]) -> set[int]:
    """Numbers of the short last sentence and of paragraphs of one short line: a joke, a moral, a caption."""
    sizes = Counter(passage.paragraph for passage in passages)
    last = max((passage.n for passage in passages), default=-1)
    short = (passage for passage in passages if len(passage.statement.split()) <= _LONGEST_LINE)
    return {passage.n for passage in short if passage.n == last or sizes[passage.paragraph] == 1}


def _turned(passage: Passage, workshop: Workshop) -> str | None:
    return turned(passage.statement) if may_be_judged(passage, workshop.reading) else None


def supported_items(workshop: Workshop) -> Iterator[Item]:
    """One statement as it stands in the text among two or three that were altered in a figure or turned round."""
    short = [p for p in workshop.fit if not p.before and _is_option(p) and is_plain(p.statement, p, workshop.reading)]
    altered = {p.n: text for p in short if (text := _altered(p, workshop))}
    for passage in (p for p in short if may_be_judged(p, workshop.reading)):
        others = [p for p in short if p.n in altered and p.paragraph != passage.paragraph]
        fit = set(of_like_length(passage.statement, [altered[p.n] for p in others], _LENGTHS))
        wrong = [p for p in others if altered[p.n] in fit][:3]
        if len(wrong) >= 2 and figures(passage.statement, "en"):
            yield _supported_item(passage, [(altered[p.n], p.quote) for p in wrong], workshop)


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
    if said := _turned(passage, workshop):
        return said
    if _COMPARES.search(passage.statement):
        return None
    for fact in figures(passage.statement, "en"):
        if fact.kind in ("percent", "amount", "duration"):
            wrong = wrong_figures(fact, passage.statement, (), workshop.reading.figures)
            by_distance = sorted(wrong, key=lambda value: abs(amount(value) - amount(fact.text)))
            return put(passage.statement, fact.start, fact.end, by_distance[len(wrong) // 2]) if wrong else None
    return None


def _supported_item(passage: Passage, wrong: Sequence[tuple[str, str]], workshop: Workshop) -> Item:
    sources = dict(wrong)
    options = sorted([passage.statement, *sources], key=lambda text: turn(text, 1000))
    choices = [
        ChoiceDraft(o, o not in sources, supported_feedback(o not in sources, sources.get(o, passage.quote)))
        for o in options
    ]
    question = draft("single", "best_supported", led(SUPPORTED_STEM, workshop.lead), choices, passage, _SUPPORTED_WORTH)
    return Item(question, None, (passage.statement,), " ".join(options), passage)


def opinion_items(workshop: Workshop, passages: Sequence[Passage]) -> Iterator[Item]:
    """A recommendation or view among plain reports. Not in texts that state rules, where "should" may bind."""
    if workshop.reading.states_rules:
        return
    rules = [p for p in passages if _states_a_rule(p, workshop.reading)]
    found = [*rules, *filter(_reports, workshop.alone)]
    facts = dict.fromkeys(p.statement for p in found if is_plain(p.statement, p, workshop.reading))
    for passage in passages:
        if not (_advises(passage, workshop) and is_plain(passage.statement, passage, workshop.reading)):
            continue
        fit = of_like_length(passage.statement, [text for text in facts if text != passage.statement], _LENGTHS)
        # A rule among them: else "should" alone tells the one that advises.
        wrong = sorted(fit, key=lambda text: (not _RULES.search(text), abs(len(text) - len(passage.statement)), text))
        if len(wrong) >= 2 and _RULES.search(wrong[0]):
            yield _opinion_item(passage, wrong[:3], workshop)


def _states_a_rule(passage: Passage, reading: Reading) -> bool:
    """A duty or right that there is: to be told from one that somebody advises."""
    is_rule = _RULES.search(passage.statement) and binds(passage, reading)
    return bool(is_rule) and set(sentence_flaws(passage, reading)) <= {"opinion"}


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


def _opinion_item(passage: Passage, wrong: Sequence[str], workshop: Workshop) -> Item:
    options = sorted([passage.statement, *wrong], key=lambda text: turn(text, 1000))
    choices = [ChoiceDraft(o, o == passage.statement, opinion_feedback(o == passage.statement)) for o in options]
    question = draft("single", "opinion_or_fact", led(OPINION_STEM, workshop.lead), choices, passage, _OPINION_WORTH)
    return Item(question, None, (passage.statement,), " ".join(options), passage)
