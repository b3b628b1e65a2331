"""Where the articles of a page begin: a title and the particulars (author, date, source) below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.particulars import MOST_LINES, Particulars, opens, opens_strongly, read_particulars
from courseware.reading.drafting.shapes import is_running_text, is_title_like, words_in

_LONGEST_STANDFIRST = 45
_LONGEST_LABEL = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """Positions of lines: the title, the first line of text, and a sentence between title and particulars, if any."""

    title_at: int
    body_at: int
    particulars: Particulars
    standfirst_at: int | None = None


def anchors(lines: Sequence[Line]) -> list[Anchor]:
    """The anchors of a page in order.

    "Published" under a title is the surest sign. Only where no title has it, a byline, a date or "Source:" under a
    short line counts. A heading of the first level, where the file marks levels, begins an article in any case.
    """
    found = _with_particulars(lines, opens_strongly) or _with_particulars(lines, opens)
    taken = {anchor.title_at for anchor in found}
    tops = [i for i, line in enumerate(lines) if line.level == 1 and i not in taken]
    if found and len(tops) == 1 and tops[0] < found[0].title_at and lines[found[0].title_at].level != 1:
        tops = []  # one heading above them all is the name of the page
    found += [_anchor(lines, i, i + 1) for i in tops]
    found = sorted(found, key=lambda anchor: anchor.title_at) or _single(lines)
    return [_with_lines_above(lines, found[0]), *found[1:]] if found else []


def _with_lines_above(lines: Sequence[Line], first: Anchor) -> Anchor:
    """Add what stands above the first title, as in the front matter of a Markdown file."""
    above = [line.text for line in lines[max(0, first.title_at - MOST_LINES) : first.title_at] if opens(line.text)]
    return replace(first, particulars=first.particulars.completed_by(read_particulars(above)))


def _with_particulars(lines: Sequence[Line], opener: Callable[[str], bool]) -> list[Anchor]:
    found: list[Anchor] = []
    for i in range(len(lines) - 1):
        if (found and i < found[-1].body_at) or not _may_be_title(lines[i]):
            continue
        if opener(lines[i + 1].text):
            found.append(_anchor(lines, i, i + 1))
        elif i + 2 < len(lines) and _is_standfirst(lines[i + 1]) and opener(lines[i + 2].text):
            found.append(_anchor(lines, i, i + 2))
    return found


def _anchor(lines: Sequence[Line], title_at: int, particulars_at: int) -> Anchor:
    particulars = read_particulars([line.text for line in lines[particulars_at : particulars_at + MOST_LINES]])
    standfirst_at = title_at + 1 if particulars_at == title_at + 2 else None
    return Anchor(title_at, particulars_at + particulars.used, particulars, standfirst_at)


def _may_be_title(line: Line) -> bool:
    if line.kind in ("item", "table") or furniture(line.text) or opens(line.text):
        return False
    return is_title_like(line.text) and (line.level > 0 or words_in(line.text) > 1)


def _is_standfirst(line: Line) -> bool:
    """A sentence or two between the title and the byline."""
    return line.kind == "paragraph" and is_running_text(line.text) and words_in(line.text) <= _LONGEST_STANDFIRST


def _single(lines: Sequence[Line]) -> list[Anchor]:
    """One article without particulars: the first line that may be a title, unless it is a section's label."""
    for i, line in enumerate(lines):
        if is_running_text(line.text) or line.kind in ("item", "table"):
            return []
        if _may_be_title(line):
            at = i + 1 if _is_label(lines, i) else i
            return [_anchor(lines, at, at + 1)]
    return []


def _is_label(lines: Sequence[Line], at: int) -> bool:
    """A line of up to three words, right above a longer line that may be the title."""
    if at + 2 >= len(lines) or lines[at].level or words_in(lines[at].text) > _LONGEST_LABEL:
        return False
    below = lines[at + 1]
    return _may_be_title(below) and words_in(below.text) > _LONGEST_LABEL + 1 and is_running_text(lines[at + 2].text)
