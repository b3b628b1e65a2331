"""Sections that can be read in one go: long ones parted between paragraphs, runs of tiny ones joined."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.shapes import words_in
from intake.language import key_terms

LONGEST = 950  # words: about four minutes
_GOOD = 450
_TINY = 20
_SAMPLE_CHARACTERS = 8_000
_LEAST_RUN = 3
_PART = {"en": "Part {n}", "ru": "Часть {n}"}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the lines under it. `title` is the line of the heading; None for the opening and for our own."""

    heading: str | None
    lines: tuple[Line, ...]
    title: Line | None = None
    proposed: bool = False

    @property
    def words(self) -> int:
        return sum(words_in(line.text) for line in self.lines)


def readable(parts: Sequence[Part], language: str | None) -> list[Part]:
    """Nothing of the text is lost: the heading of a part that is joined to another becomes a line of its text."""
    return [piece for part in _joined(parts) for piece in _parted(part, language or "en")]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Join runs of at least three tiny parts, as short questions and answers are, into one."""
    done: list[Part] = []
    run: list[Part] = []
    for part in [*parts, None]:
        if part is not None and part.title and 0 < part.words < _TINY:
            run.append(part)
            continue
        done += [_one(run)] if len(run) >= _LEAST_RUN else run
        run = []
        done += [part] if part is not None else []
    return done


def _one(run: Sequence[Part]) -> Part:
    rest = [line for part in run[1:] for line in (_as_text(part), *part.lines)]
    return replace(run[0], lines=(*run[0].lines, *rest))


def _as_text(part: Part) -> Line:
    return replace(part.title, kind="paragraph", text=part.heading, level=0)


def _parted(part: Part, language: str) -> list[Part]:
    """Pieces of about the same length; a list stays with the sentence above it."""
    pieces = _pieces(part.lines, part.words) if part.words > LONGEST else []
    if len(pieces) < 2:
        return [part]
    whole = "\n\n".join(line.text for line in part.lines).casefold()
    done = [replace(part, lines=tuple(pieces[0]))]
    for n, lines in enumerate(pieces[1:], 2):
        heading = _heading(lines, whole, {one.heading for one in done}) or _PART.get(language, _PART["en"]).format(n=n)
        done.append(Part(heading, tuple(lines), proposed=True))
    return done


def _pieces(lines: Sequence[Line], words: int) -> list[list[Line]]:
    aim = words / math.ceil(words / _GOOD)
    pieces: list[list[Line]] = [[]]
    held, left = 0, words
    for line in lines:
        count = words_in(line.text)
        if pieces[-1] and line.kind != "item" and held + count / 2 > aim and left > aim / 2:
            pieces.append([])
            held = 0
        pieces[-1].append(line)
        held, left = held + count, left - count
    return pieces


def _heading(lines: Sequence[Line], whole: str, taken: set[str | None]) -> str | None:
    """The term that this piece speaks of far more than the rest does."""
    text = "\n\n".join(line.text for line in lines)
    for term in key_terms(text[:_SAMPLE_CHARACTERS], 8):
        inside, everywhere = text.casefold().count(term.casefold()), whole.count(term.casefold())
        heading = term[:1].upper() + term[1:]
        if " " in term and inside >= 2 and inside >= 0.6 * everywhere and heading not in taken:
            return heading
    return None
