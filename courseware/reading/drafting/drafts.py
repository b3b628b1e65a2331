"""What the drafting of a course hands back: modules that a person still has to read and correct."""

from dataclasses import dataclass
from datetime import date

from intake.blocks import Remark
from intake.language import Abbreviation, Readability


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """A part of an article. The text before the first sub-heading has no heading; a heading right above another one
    has no paragraphs.

    `blocks` are the numbers of the source blocks, in the order of `paragraphs`, each number once.
    A list item keeps a leading "- ". `proposed`: the heading is ours, because a part of the page was too long to read
    in one go.
    """

    heading: str | None
    paragraphs: tuple[str, ...]
    blocks: tuple[int, ...]
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class ObjectiveDraft:
    """What a reader should be able to do afterwards, and the heading or sentence, word for word, that suggests it."""

    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A key term and the sentence of the text, word for word, that explains it best."""

    term: str
    sentence: str


@dataclass(frozen=True, slots=True)
class OpinionDraft:
    """A sentence that reads as somebody's view. `section` and `paragraph` count from 0; `start` and `end` are positions
    in that paragraph; `cue` are the words that mark it."""

    section: int
    paragraph: int
    start: int
    end: int
    sentence: str
    cue: str


@dataclass(frozen=True, slots=True)
class ModuleDraft:
    """One article. `author`, `published`, `source` and `publisher` are None where the page does not state them.

    `abbreviations` are those that the text spells out; `bodies` are known bodies whose short
    name it leaves unexplained.
    `quotes` are quotations set apart; those that repeat a sentence of the text stand nowhere else.
    """

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
    publisher: str | None = None
    quotes: tuple[str, ...] = ()
    objectives: tuple[ObjectiveDraft, ...] = ()
    terms: tuple[TermDraft, ...] = ()
    bodies: tuple[Abbreviation, ...] = ()
    opinions: tuple[OpinionDraft, ...] = ()
    readability: Readability | None = None


@dataclass(frozen=True, slots=True)
class CourseDraft:
    """`discarded` lists every line that went into no module, once each, so that a person can check the loss."""

    modules: tuple[ModuleDraft, ...]
    discarded: tuple[str, ...]
    warnings: tuple[Remark, ...]
