"""What the text of a module offers to somebody who reviews or writes a question."""

from collections.abc import Sequence

from courseware.quizzes.drafting.suggestions import Suggestion, suggestions
from courseware.quizzes.models import Question
from courseware.reading.drafting import ModuleDraft, SectionDraft
from courseware.reading.models import Module, Section
from intake.markup import plain


def place_of(question: Question, sections: Sequence[Section]) -> Section | None:
    """The section that holds the passage of a question: its own, if that still does, else the first that does."""
    passage = _even(question.passage)
    own_first = sorted(sections, key=lambda section: (section.pk != question.section_id, section.position))
    return next((section for section in own_first if passage in _even(plain(section.body))), None)


def lost_passages(module: Module, questions: Sequence[Question]) -> list[Question]:
    """Those whose passage stands nowhere in the module; a question without a passage has none to lose."""
    sections = list(module.sections.all())
    return [each for each in questions if each.passage and place_of(each, sections) is None]


def _even(text: str) -> str:
    return " ".join(text.split())


def as_draft(module: Module) -> ModuleDraft:
    """The module's text as it stands now, in the form that the drafting code reads."""
    sections = [_section(section) for section in module.sections.all()]
    return ModuleDraft(
        title=module.title,
        author=None,
        published=None,
        source=None,
        sections=tuple(sections),
        captions=(),
        reading_minutes=module.reading_minutes,
        key_terms=tuple(module.key_terms),
        abbreviations=(),
        language=module.language or None,
    )


def _section(section: Section) -> SectionDraft:
    paragraphs = tuple(text.strip() for text in plain(section.body).split("\n\n") if text.strip())
    return SectionDraft(section.heading or None, paragraphs, tuple(section.blocks))


def suggestions_for(module: Module, template: str) -> list[Suggestion]:
    return suggestions(as_draft(module), template) if template else []
