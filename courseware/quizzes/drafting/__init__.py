"""Drafting questions on a module. Pure: the same module always gives the same questions.

Questions ask for figures, dates, names and spelled-out abbreviations that a single sentence states. That is safe and
shallow: a person adds the questions on causes, comparisons and arguments.
"""

import re
from collections.abc import Sequence

from courseware.quizzes.drafting.drafts import ChoiceDraft, QuestionDraft
from courseware.quizzes.drafting.expansions import expansion_items
from courseware.quizzes.drafting.facts import FactKind, figures
from courseware.quizzes.drafting.items import Workshop, items
from courseware.quizzes.drafting.lint import Context, flaws, sentence_flaws
from courseware.quizzes.drafting.names import catalogue
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.selection import select
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.reading.drafting import ModuleDraft
from intake.language import words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!s)")

__all__ = ["ChoiceDraft", "QuestionDraft", "draft_questions"]


def draft_questions(module: ModuleDraft) -> tuple[QuestionDraft, ...]:
    """Draft questions in the order of the text, at most one for 170 words; none where the text yields none.

    English gets all kinds, Russian only gaps for figures and dates, other languages nothing.
    """
    language = module.language or ""
    vocabulary = VOCABULARIES.get(language)
    if vocabulary is None:
        return ()
    found = passages(module, vocabulary)
    known = catalogue(module)
    context = Context(found, known.aliases)
    workshop = Workshop(module, language, known, _values(found, language))
    fit = [passage for passage in found if not sentence_flaws(passage, vocabulary)]
    drafts = [item for passage in fit for item in items(passage, workshop)]
    drafts += expansion_items(module, found) if language == "en" else ()
    sound = [item for item in drafts if not flaws(item, context)]
    return tuple(select(sound, _count(module), module.title))


def _values(found: Sequence[Passage], language: str) -> dict[FactKind, list[str]]:
    """The figures of the text by kind. A year counts wherever it stands: as a wrong answer it need not stand alone."""
    values: dict[FactKind, list[str]] = {"year": [year for passage in found for year in _YEAR.findall(passage.quote)]}
    for passage in found:
        for fact in figures(passage.statement, language):
            values.setdefault(fact.kind, []).append(fact.text)
    return values


def _count(module: ModuleDraft) -> int:
    return sum(len(words(paragraph)) for section in module.sections for paragraph in section.paragraphs)
