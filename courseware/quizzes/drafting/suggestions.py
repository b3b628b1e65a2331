"""For questions that a person writes: what else the text says of the same kind, to be offered as an answer.

The best wrong answers are true elsewhere in the text. Which of them is right is for the person to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from courseware.quizzes.drafting.clauses import clause_of, distinct, event_of
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import reading_of, sensitive
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.reading.drafting import ModuleDraft

MOST = 12
_LONGEST_WORDS = 28
_COMPARES = re.compile(
    r"\b(?:than|compared with|whereas|unlike|twice|half of|most|least|largest|smallest|highest|lowest|more|fewer|less"
    r"|longer|shorter|faster|slower|higher|lower)\b"
)
_VIEW = re.compile(
    r"\b(?:should|ought|must|believe[sd]?|argue[sd]?|in my view|think[s]?|recommend(?:s|ed)?|hope[sd]?|best)\b"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` can be an answer; `quote` is the sentence it comes from, under the heading `section`."""

    text: str
    quote: str
    section: str | None


def suggestions(module: ModuleDraft, template: str) -> list[Suggestion]:
    """Up to 12 for the templates cause, comparison, opinion and order, in the order of the text; none for others."""
    vocabulary, pick = VOCABULARIES.get(module.language or ""), _PICKS.get(template)
    if vocabulary is None or pick is None:
        return []
    found = passages(module, vocabulary)
    reading = reading_of(module, found, vocabulary)
    safe = [passage for passage in found if not sensitive(passage.quote, reading)]
    offered = dict(pick(safe))
    return [Suggestion(text, offered[text].quote, offered[text].section) for text in distinct(iter(offered))[:MOST]]


def _causes(found: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    """Reasons first; where the text gives few, other short statements, which make wrong answers."""
    for passage in found:
        if clause := clause_of(passage.statement):
            yield clause.part, passage
    yield from ((passage.statement, passage) for passage in _short(found) if clause_of(passage.statement) is None)


def _comparisons(found: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    yield from ((passage.statement, passage) for passage in _short(found) if _COMPARES.search(passage.statement))


def _opinions(found: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    """Views first, then what is plainly reported."""
    views = [passage for passage in _short(found) if _VIEW.search(passage.statement)]
    facts = [passage for passage in _short(found) if re.search(r"\d", passage.statement) and passage not in views]
    yield from ((passage.statement, passage) for passage in [*views[: MOST // 2], *facts])


def _events(found: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    for passage in found:
        if event := event_of(passage.statement):
            yield event.text, passage


def _short(found: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in found if len(passage.statement.split()) <= _LONGEST_WORDS]


_PICKS: dict[str, Callable[[Sequence[Passage]], Iterator[tuple[str, Passage]]]] = {
    "cause": _causes,
    "comparison": _comparisons,
    "opinion": _opinions,
    "order": _events,
}
