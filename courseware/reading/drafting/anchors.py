"""Where the articles of a page begin: a title and the particulars (author, date, source) around it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from courseware.reading.drafting.furniture import furniture, opens_remarks
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.names import is_label, is_person, is_publication
from courseware.reading.drafting.particulars import (
    MOST_LINES,
    Particulars,
    is_keyed,
    opens,
    opens_strongly,
    read_particulars,
)
from courseware.reading.drafting.shapes import (
    holds_sentence,
    is_running_text,
    is_title_case,
    words_in,
)
from courseware.reading.drafting.titles import (
    LONGEST_LABEL,
    first_titles,
    is_keyed_item,
    is_label_above,
    is_label_of_page,
    is_long_title,
    is_name_above_date,
    may_be_title,
)

_LONGEST_STANDFIRST = 60
_QUOTES = tuple("\"“”„«»‘’'")
_LEAST_ADDED = 10
_LEAST_OF_A_TITLE = 6
_LEAST_WORDS_OF_AN_ARTICLE = 35
_MOST_BETWEEN = 3  # standfirst, label, caption: what may stand between a title and its particulars


@dataclass(frozen=True, slots=True)
class Anchor:
    """Positions of lines: the title, the first line of text, and what stands between title and particulars.

    `from_at` is where the article begins when its particulars stand above the title; else it is the title.
    """

    title_at: int
    body_at: int
    particulars: Particulars
    between: tuple[int, ...] = ()
    from_at: int = -1

    @property
    def begins_at(self) -> int:
        return self.title_at if self.from_at < 0 else self.from_at


def anchors(lines: Sequence[Line]) -> list[Anchor]:
    """The anchors of a page in order.

    Where headings of the file carry particulars, headings of that level begin the articles. Else "Published" under a
    line is the surest sign; only where no line has it, a byline, a date or "Source:" under a short line counts, then a
    date above a title. A heading of the first level begins an article in any case.
    """
    found = _by_headings(lines) or _with_particulars(lines, opens_strongly) or _with_particulars(lines, opens)
    found = found if _lead_to_text(lines, found) else []
    found = found or _with_date_above(lines)
    found += _tops(lines, found)
    found = sorted(found, key=lambda anchor: anchor.title_at) or _single(lines)
    found = _without_remarks(lines, _without_empty(lines, found))
    return [_with_lines_above(lines, found[0]), *found[1:]] if found else []


def _lead_to_text(lines: Sequence[Line], found: Sequence[Anchor]) -> bool:
    """Whether any text stands below; dates under links only tell how old the other pages are."""
    ends = [anchor.begins_at for anchor in found[1:]] + [len(lines)]
    bodies = (lines[anchor.body_at : end] for anchor, end in zip(found, ends, strict=False))
    return any(is_running_text(line.text) for body in bodies for line in body)


def _by_headings(lines: Sequence[Line]) -> list[Anchor]:
    """Headings of one level with particulars below; and others of that level where most have them."""
    heads = [i for i, line in enumerate(lines) if line.level and may_be_title(lines, i)]
    stating = {i: at for i in heads if (at := _particulars_below(lines, i, opens)) is not None}
    if not stating:
        return []
    levels = Counter(lines[i].level for i in stating)
    level = min(levels, key=lambda one: (-levels[one], one))
    same = [i for i in heads if lines[i].level == level]
    chosen = same if len(same) <= 1.6 * levels[level] and levels[level] > 1 else [i for i in same if i in stating]
    higher = [i for i in stating if lines[i].level < level]
    second = {i for i in stating if levels[lines[i].level] == 1 and _is_second_line_of_title(lines, i)}
    return [_anchor(lines, i - (i in second), stating.get(i, i + 1)) for i in sorted({*chosen, *higher})]


def _is_second_line_of_title(lines: Sequence[Line], at: int) -> bool:
    """A heading right below a higher one that is too long for the name of the page."""
    above = lines[at - 1] if at else None
    if above is None or not 0 < above.level < lines[at].level or is_publication(above.text):
        return False
    return is_long_title(above.text)


def _tops(lines: Sequence[Line], found: Sequence[Anchor]) -> list[Anchor]:
    """Headings of the first level that have no particulars; one alone above all articles is the name of the page."""
    taken = {anchor.title_at for anchor in found}
    tops = [i for i, line in enumerate(lines) if line.level == 1 and i not in taken and not furniture(line.text)]
    if found and len(tops) == 1 and tops[0] < found[0].title_at and lines[found[0].title_at].level != 1:
        between = lines[tops[0] + 1 : found[0].title_at]
        if sum(words_in(line.text) for line in between if is_running_text(line.text)) < _LEAST_WORDS_OF_AN_ARTICLE:
            return []
    return [_anchor(lines, i, i + 1) for i in tops]


def _without_empty(lines: Sequence[Line], found: Sequence[Anchor]) -> list[Anchor]:
    """A plain line over a date and then the marked title, as weblogs have it: the date is that of the title."""
    kept: list[Anchor] = []
    for anchor in found:
        above = kept[-1] if kept else None
        is_marked = lines[anchor.title_at].level == 1 and not anchor.particulars.used
        if above and is_marked and not lines[above.title_at].level and above.body_at == anchor.title_at:
            anchor = replace(anchor, particulars=replace(above.particulars, used=0), from_at=kept.pop().begins_at)
        kept.append(anchor)
    return kept


def _with_lines_above(lines: Sequence[Line], first: Anchor) -> Anchor:
    """Add what stands above the first title: keyed lines, as in front matter, and a date right above it."""
    above = lines[max(0, first.title_at - MOST_LINES) : first.title_at]
    near = [line.text for line in above[-2:] if opens(line.text)]
    texts = [line.text for line in above[:-2] if is_keyed(line.text)] + near
    return replace(first, particulars=first.particulars.completed_by(read_particulars(texts)))


def _with_particulars(lines: Sequence[Line], opener: Callable[[str], bool]) -> list[Anchor]:
    found: list[Anchor] = []
    for i in range(len(lines) - 1):
        if (found and i < found[-1].body_at) or not may_be_title(lines, i):
            continue
        at = _particulars_below(lines, i, opener)
        if at is not None:
            found.append(_anchor(lines, i - (_is_below_quotation(lines, i) or _is_below_title(lines, i)), at))
    return found


def _is_below_quotation(lines: Sequence[Line], at: int) -> bool:
    """Whether the page begins with a title in quotation marks, and this line only adds to it."""
    above = lines[at - 1].text if at == 1 else ""
    return above[:1] in _QUOTES and above[-1:] in _QUOTES and is_long_title(above)


def _is_below_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line right above the particulars only adds to the title above it.

    So does any line below one that begins the page and is too long for the name of a paper, and a long line below a
    short one that begins the page or stands below its furniture.
    """
    title, line = lines[at - 1] if at else None, lines[at]
    if title is None or title.level or line.level or is_publication(title.text) or not may_be_title(lines, at - 1):
        return False
    if at == 1 and words_in(title.text) >= _LEAST_OF_A_TITLE:
        return True
    above = lines[at - 2].text if at > 1 else ""
    is_first = not above or furniture(above) is not None or is_label(above) or is_publication(above)
    is_long = words_in(line.text) >= _LEAST_ADDED and not is_title_case(line.text)
    is_short = LONGEST_LABEL <= words_in(title.text) < words_in(line.text) and not is_label(title.text)
    return is_first and is_long and is_short


def _particulars_below(lines: Sequence[Line], title_at: int, opener: Callable[[str], bool]) -> int | None:
    """Where the particulars of a title begin: right below it, or below a standfirst, a label, a caption."""
    standfirsts = 0
    for at in range(title_at + 1, min(title_at + 2 + _MOST_BETWEEN, len(lines))):
        if opener(lines[at].text) or is_name_above_date(lines, at):
            return at
        standfirsts += _is_standfirst(lines[at])
        if standfirsts > 1 or not (_may_stand_between(lines, at) or (at == title_at + 1 and _is_subtitle(lines, at))):
            return None
    return None


def _anchor(lines: Sequence[Line], title_at: int, particulars_at: int) -> Anchor:
    particulars = read_particulars([line.text for line in lines[particulars_at : particulars_at + MOST_LINES]])
    between = tuple(at for at in range(title_at + 1, particulars_at) if not is_label(lines[at].text))
    return Anchor(title_at, particulars_at + particulars.used, particulars, between)


def _may_stand_between(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    is_known = _is_standfirst(line) or is_label_of_page(lines, at) or is_keyed_item(line)
    return is_known or line.kind == "caption"


def _is_subtitle(lines: Sequence[Line], at: int) -> bool:
    """A line of a few words right below a marked title."""
    line = lines[at]
    return lines[at - 1].level > 0 and not line.level and line.kind == "paragraph" and words_in(line.text) > 2


def _is_standfirst(line: Line) -> bool:
    """A sentence or two between the title and the byline; the last one may lack its stop."""
    return (
        line.kind in ("paragraph", "quote")
        and (is_running_text(line.text) or holds_sentence(line.text))
        and words_in(line.text) <= _LONGEST_STANDFIRST
    )


def _with_date_above(lines: Sequence[Line]) -> list[Anchor]:
    """Pages that put the date, or date and author, right above each title."""
    found = []
    for i in range(1, len(lines) - 1):
        if opens(lines[i - 1].text) and may_be_title(lines, i) and is_running_text(lines[i + 1].text):
            first = i - 2 if i > 1 and opens(lines[i - 2].text) else i - 1
            particulars = read_particulars([line.text for line in lines[first:i]])
            found.append(Anchor(i, i + 1, replace(particulars, used=0), from_at=first))
    return found


def _without_remarks(lines: Sequence[Line], found: Sequence[Anchor]) -> list[Anchor]:
    """Leave out what readers of the page wrote below an article: a name, a date, a few words."""
    first = next((at for at, line in enumerate(lines) if opens_remarks(line.text)), len(lines))
    return [anchor for anchor in found if anchor.title_at < first or not _is_remark(lines, anchor)]


def _is_remark(lines: Sequence[Line], anchor: Anchor) -> bool:
    title = lines[anchor.title_at].text.rstrip(":")
    name = title.removesuffix(" says").removesuffix(" пишет")
    return words_in(name) <= LONGEST_LABEL and (name != title or is_person(name) or words_in(name) == 1)


def _single(lines: Sequence[Line]) -> list[Anchor]:
    """One article without particulars: the first line that may be a title, unless it is a section's label."""
    for i in first_titles(lines):
        at = i + 1 if is_label_above(lines, i) else i
        return [_anchor(lines, at, at + 1)]
    return []
