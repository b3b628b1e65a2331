"""Which sentences of a module read as somebody's view."""

from collections.abc import Iterator, Sequence

from courseware.reading.drafting.drafts import OpinionDraft, SectionDraft
from intake.language import opinions


def views_in(sections: Sequence[SectionDraft], language: str | None) -> Iterator[OpinionDraft]:
    """In the order of the text, each with its place."""
    for s, section in enumerate(sections):
        for p, paragraph in enumerate(section.paragraphs):
            for one in opinions(paragraph, language):
                yield OpinionDraft(s, p, one.start, one.end, paragraph[one.start : one.end], one.cue)
