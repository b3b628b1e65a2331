"""What the drafting of a course hands back: modules that a person still has to read and correct."""

from dataclasses import dataclass
from datetime import date

from intake.blocks import Remark
from intake.language import Abbreviation


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A part of an article. The text before the first sub-heading has no heading.

    `blocks` are the numbers of the source blocks, in the order of `paragraphs`, each number once.
    A list item keeps a leading "- ".
    """

    heading: str | None
    paragraphs: tuple[str, ...]
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ModuleDraft:
    """One article. `author`, `published` and `source` are None where the page does not state them."""

    title: str
    author: str | None
    published: date | None
    source: str | None
    sections: tuple[SectionDraft, ...]
    captions: tuple[str, ...]
    reading_minutes: int
    key_terms: tuple[str, ...]
    abbreviations: tuple[Abbreviation, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """`discarded` lists every line that went into no module, once each, so that a person can check the loss."""

    modules: tuple[ModuleDraft, ...]
    discarded: tuple[str, ...]
    warnings: tuple[Remark, ...]
