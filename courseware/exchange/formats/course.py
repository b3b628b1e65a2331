"""A course as the exports see it, and what an export or an import comes to."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from courseware.quizzes.items import Item, Option
from intake.readers.decoding import cleaned

WHOLE = Fraction(1)
NO_LIMIT = 1_000_000  # questions of a file


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with what stands beside it. `code` is a UUID; `module` the slug of its module or empty; `difficulty`
    1 to 3; `points` what it counts for in its quiz."""

    item: Item
    code: str
    tags: tuple[str, ...] = ()
    difficulty: int = 2
    module: str = ""
    passage: str = ""
    points: Fraction = WHOLE


@dataclass(frozen=True, slots=True)
class SectionText:
    """`html` is safe HTML whose headings begin at h3."""

    code: str
    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class ModuleText:
    """A module with the questions of its quiz, in the order they are asked. `slug` is unique within the course."""

    slug: str
    title: str
    language: str = ""
    source: str = ""
    sections: tuple[SectionText, ...] = ()
    quiz: tuple[Entry, ...] = ()
    pass_percent: int = 70
    rules: tuple[str, ...] = ()  # what a package cannot keep of its quiz, as codes of Loss


@dataclass(frozen=True, slots=True)
class CourseFile:
    """A course to be written. `entries` are the questions that may be asked, those of a module together."""

    slug: str
    title: str
    language: str = "en"
    summary: str = ""
    modules: tuple[ModuleText, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the format cannot hold, and of what; `code` is worded by wording.LOSSES."""

    code: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a writer made: the file, the questions as they stand in it, and what it does not hold."""

    data: bytes
    kept: list[Entry]
    losses: list[Loss]


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and what reading it again has shown: `faults` is empty when everything came back as it was meant."""

    name: str
    data: bytes
    questions: int = 0
    modules: int = 0
    losses: tuple[Loss, ...] = ()
    faults: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A question that was read. `number` counts the questions of the file from 1; `left` are codes of what was not
    taken of it; `code` is the id that the file gives it, `category` its place there."""

    number: int
    title: str
    item: Item
    tags: tuple[str, ...] = ()
    difficulty: int = 2
    code: str = ""
    category: str = ""
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotTaken:
    """`reason` is worded by wording.REASONS."""

    number: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    taken: tuple[Taken, ...] = ()
    not_taken: tuple[NotTaken, ...] = field(default=())


class _Coded(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Unreadable(_Coded):
    """The file as a whole cannot be read; `code` is worded by wording.REASONS."""


class NotHeld(_Coded):
    """A question that a format cannot hold, or that we cannot; `code` as in Loss and NotTaken."""


def tidy(text: str) -> str:
    """Line ends as \\n, no unseen characters, nothing at the edges: what every format here gives back unchanged."""
    return cleaned(text).strip()


def tidied(item: Item) -> Item:
    """The item as it is compared: texts tidy, options numbered from 1."""
    return replace(
        item,
        stem=tidy(item.stem),
        feedback=tidy(item.feedback),
        options=tuple(_tidied(option, key) for key, option in enumerate(item.options, 1)),
    )


def _tidied(option: Option, key: int) -> Option:
    texts = {name: tidy(getattr(option, name)) for name in ("text", "feedback", "match")}
    return replace(option, key=key, **texts)


def beginning(text: str, most: int = 60) -> str:
    """The first words of a question, on one line: by these a person finds it again."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
