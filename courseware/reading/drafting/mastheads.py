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
    if not title or any(lines[at].level for at in same):
        return list(lines)
    if same and not tops:
        return [replace(line, kind="heading", level=1) if at == same[0] else line for at, line in enumerate(lines)]
    site = facts.get("publisher_of_page", "").casefold()
    if same or not tops or any(lines[at].text.casefold() != site for at in tops):
        return list(lines)
    plain = [replace(line, kind="paragraph", level=0) if at in tops else line for at, line in enumerate(lines)]
    begins = (at for at, line in enumerate(plain) if at > tops[-1] and (opens(line.text) or is_running_text(line.text)))
    at = next(begins, len(plain))
    return [*plain[:at], Line(plain[tops[0]].n, "heading", facts["title_of_page"], 1), *plain[at:]]
