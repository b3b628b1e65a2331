"""The title that a web page states in its head, where its text does not mark it as one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.particulars import opens
from courseware.reading.drafting.shapes import is_running_text


def with_stated_title(lines: Sequence[Line], facts: Mapping[str, str]) -> list[Line]:
    """Mark the line that has the title; where the only heading of the first level is the name of the site, and no line
    has the title, put it above the first line of the article."""
    title = facts.get("title_of_page", "").casefold()
    tops = [at for at, line in enumerate(lines) if line.level == 1]
    same = [at for at, line in enumerate(lines) if line.text.casefold() == title]
    if sum(lines[at].level == 1 for at in same) == 1:  # a page of this one article: its parts have large headings, too
        return [replace(line, level=2) if at in tops and at not in same else line for at, line in enumerate(lines)]
    site = facts.get("publisher_of_page", "").casefold()
    under_site = bool(tops) and all(lines[at].text.casefold() == site for at in tops)
    marked = [at for at in same if lines[at].level]
    if len(marked) == 1 and under_site:
        return _raised(lines, marked[0], tops)
    if not title or marked:
        return list(lines)
    if same and not tops:
        return [replace(line, kind="heading", level=1) if at == same[0] else line for at, line in enumerate(lines)]
    if same or not under_site:
        return list(lines)
    plain = _without_marks(lines, tops)
    begins = (at for at, line in enumerate(plain) if at > tops[-1] and (opens(line.text) or is_running_text(line.text)))
    at = next(begins, len(plain))
    return [*plain[:at], Line(plain[tops[0]].n, "heading", facts["title_of_page"], 1), *plain[at:]]


def _raised(lines: Sequence[Line], title_at: int, tops: Sequence[int]) -> list[Line]:
    """A title of a lower level than the name of the site above it, as weblogs have it."""
    plain = _without_marks(lines, tops)
    return [replace(line, level=1) if at == title_at else line for at, line in enumerate(plain)]


def _without_marks(lines: Sequence[Line], places: Sequence[int]) -> list[Line]:
    return [replace(line, kind="paragraph", level=0) if at in places else line for at, line in enumerate(lines)]
