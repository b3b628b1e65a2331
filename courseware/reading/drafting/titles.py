"""Which line of a page may be the title of an article, judged together with its neighbours."""

import re
from collections.abc import Iterator, Sequence

from courseware.reading.drafting.bylines import bare, byline, is_date_line, signature, without_notes
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.lines import NO_HEADING, Line
from courseware.reading.drafting.names import is_affiliation, is_label, is_publication
from courseware.reading.drafting.particulars import opens
from courseware.reading.drafting.shapes import LONGEST_CAPTION, is_running_text, is_title_like, words_in

LONGEST_LABEL = 3  # words
_LONGEST_KEYED = 12
_KEYED = re.compile(r"[^\W\d_][\w ]{1,25}:\s")


def may_be_title(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if line.kind == "item" and (line.level or is_keyed_item(line) or not opens(below)):
        return False
    if (
        line.level == NO_HEADING
        or line.kind in ("table", "caption", "quote")
        or furniture(line.text)
        or opens(line.text)
    ):
        return False
    if not line.level and (words_in(line.text) < 2 or is_label_of_page(lines, at) or _is_signature(lines, at)):
        return False
    below_heading = at > 0 and 0 < lines[at - 1].level < line.level
    if at and (not line.level or below_heading) and is_name_above_date(lines, at) and is_long_title(lines[at - 1].text):
        return False
    return is_title_like(line.text) or (line.level > 0 and 0 < words_in(line.text) <= 40)


def _is_signature(lines: Sequence[Line], at: int) -> bool:
    """A name alone, unless the next line says "by" whom: "ONE FORM IS ENOUGH" has the looks of a name, too."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return signature(without_notes(lines[at].text)) is not None and byline(bare(below)) is None


def is_long_title(text: str) -> bool:
    return is_title_like(text) and words_in(text) > LONGEST_LABEL and furniture(text) is None


def is_label_of_page(lines: Sequence[Line], at: int) -> bool:
    """A label such as "Central Asia" right below the line that must be the title, then."""
    above = lines[at - 1] if at else None
    return is_label(lines[at].text) and above is not None and (above.level > 0 or words_in(above.text) > 4)


def first_titles(lines: Sequence[Line]) -> Iterator[int]:
    """A marked heading with text below it; else the first line that may be a title, if no text stands above it."""
    marked = [i for i, line in enumerate(lines[:-1]) if line.level and may_be_title(lines, i)]
    yield from (i for i in marked if any(is_running_text(line.text) for line in lines[i + 1 : i + 4]))
    if _is_above_text(lines):
        yield 0
    for i, line in enumerate(lines):
        if is_running_text(line.text) or line.kind in ("item", "table"):
            return
        if may_be_title(lines, i):
            yield i


def _is_above_text(lines: Sequence[Line]) -> bool:
    """Whether a page begins with a short line, be it a question or a name, and goes on with a whole paragraph.

    Below a question the line of who issued it and a heading may come first.
    """
    if len(lines) < 2 or lines[0].kind != "paragraph":
        return False
    first = lines[0]
    is_asked = first.text.endswith("?") and words_in(first.text) > LONGEST_LABEL
    below = (
        next((line for line in lines[1:4] if words_in(line.text) > LONGEST_CAPTION), lines[1]) if is_asked else lines[1]
    )
    if furniture(first.text) or opens(first.text):
        return False
    is_paragraph = below.kind == "paragraph" and words_in(below.text) > LONGEST_CAPTION
    return is_title_like(first.text) and not is_label(first.text) and is_paragraph


def is_label_above(lines: Sequence[Line], at: int) -> bool:
    """A line of up to three words, right above a longer line that may be the title."""
    if at + 2 >= len(lines) or lines[at].level or words_in(lines[at].text) > LONGEST_LABEL:
        return False
    below = lines[at + 1]
    return (
        may_be_title(lines, at + 1) and words_in(below.text) > LONGEST_LABEL + 1 and is_running_text(lines[at + 2].text)
    )


def is_name_above_date(lines: Sequence[Line], at: int) -> bool:
    """Directly above it, or with a line of affiliations between them."""
    below = [line.text for line in lines[at + 1 : at + 3]]
    if not below or not (is_date_line(below[0]) or (is_affiliation(below[0]) and is_date_line(below[-1]))):
        return False
    return signature(lines[at].text) is not None or (not lines[at].level and is_publication(lines[at].text))


def is_keyed_item(line: Line) -> bool:
    """ "From: River Agency" in a list of such lines under the title."""
    return line.kind == "item" and words_in(line.text) <= _LONGEST_KEYED and bool(_KEYED.match(line.text))
