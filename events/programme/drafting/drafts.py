"""What drafting gives: plain values, each traceable to the numbered blocks of the document that it came from."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from intake.blocks import Remark
from intake.language import Abbreviation

SessionKind = Literal["opening", "panel", "talk", "discussion", "break", "closing", "other"]
Format = Literal["online", "in_person", "hybrid"]
Origin = Literal["stated", "inferred", "proposed"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of text and the numbers of the blocks that state it; of a body also its `part`, in the note's words."""

    text: str
    blocks: tuple[int, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerDraft:
    """`name` is None where the document names only a body ("Representative of ...")."""

    name: str | None
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """`proposed` is True where the document has no agenda and the session is a suggestion.

    `stated_time` is the clock time as the document writes it; it is kept where no moment could be made of it,
    because the date or the zone is missing.
    """

    title: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: SessionKind = "other"
    speakers: tuple[SpeakerDraft, ...] = ()
    proposed: bool = False
    stated_time: str = ""


@dataclass(frozen=True, slots=True)
class SectionDraft:
    """`body` has its paragraphs separated by blank lines; list items begin with "- "."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class EventDraft:
    """Moments are aware. `time_zone` is an IANA name, or `UTC±HH:MM` where the document gives only an offset.

    `evidence` maps the path of each value ("title", "sessions[0].title") to 1-based block numbers; `origin` says of
    each of these paths whether the document states the value, whether it was inferred from what is stated (an end
    taken from the next start), or whether it is a proposal. `part` gives, for the path of an organiser or partner, the
    words with which the document says what its part is ("with the financial support of"), where it does.

    `speakers` are people announced without a place in the timetable. `places` is the number of participants that can
    take part. `deadline` is the last day to register, or the last moment (aware) where an hour and a zone are stated
    too. `link` is where to register. `languages` are ISO 639-1 codes of the languages in which the event is held or
    interpreted; `language` is that of the document.
    """

    title: str | None = None
    summary: str | None = None
    language: str | None = None
    organisers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    format: Format | None = None
    time_zone: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    sections: tuple[SectionDraft, ...] = ()
    sessions: tuple[SessionDraft, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    open_points: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    evidence: dict[str, tuple[int, ...]] = field(default_factory=dict)
    speakers: tuple[SpeakerDraft, ...] = ()
    places: int | None = None
    deadline: date | datetime | None = None
    contact: str | None = None
    languages: tuple[str, ...] = ()
    venue: str | None = None
    link: str | None = None
    origin: dict[str, Origin] = field(default_factory=dict)
    part: dict[str, str] = field(default_factory=dict)
