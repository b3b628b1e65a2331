"""Lines of plain text that were broken at some width: which of them belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from intake.language.stopwords import FUNCTION
from intake.readers.lines import ITEM, Line

LONG_LINE = 130  # characters: a whole paragraph
_TIME = r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[ap]\.?m\b\.?)?"
CLOCK = re.compile(rf"{_TIME}(?:\s|\s?[–—-])")  # "10.30 Welcome"
_TIMED = re.compile(rf"{_TIME}(?:\s?[–—-]\s?\d|\s{{2,12}}\S)")  # "10.30-11.00", "10.30    Welcome"
_WRAPPED_WIDTH = range(45, 131)
_LABELLED = re.compile(
    r"[A-ZА-ЯЁ][^\W\d_]{1,20}(?:-[^\W\d_]{2,15})?(?:\s[\w’-]{2,15}){0,2}\s?:\s{1,8}\S"
)  # "Venue: Hall 2"
_LEAST_GOING_ON = 6  # one line in so many
_ENDED_EARLY = 0.7  # of the width, where lines are of uneven length
_UNDECIDED = re.compile(
    r"\([^()]{0,60}\b(?:to be (?:confirmed|announced|designated)|tb[acd]|уточняется)\b", re.IGNORECASE
)
_CENTRED, _LEAST_TITLE_LINE = 5, 45  # spaces before it, and its characters
_FIGURE = re.compile(r"\d")
_LABEL_AND_VALUE = re.compile(r"\s{0,40}[A-ZА-ЯЁ][^:\n]{1,30}:\s{1,24}(?=\S)")
_MOST_OF_A_LABEL, _FURTHER_IN = 5, 2  # words; spaces
_SHORT = 30  # characters: nothing that short is broken
_LEAST_CONTINUED, _MOST_UNEVEN = 8, 0.02
_ENDED_EARLY_LISTED = 0.9
_OPEN_END = re.compile(r"[,(–—-]$|\([^)]*$")
_PERSON = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Prof|Amb|Г-н|Г-жа)\b|[А-ЯЁ][а-яё-]+\s[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\w+(?:вич|ьич|вна|чна|оглы|кызы)\b"
)
RULE = re.compile(r"\s{0,8}([-=~*_#])\1{4,}\s{0,8}")  # drawn across the page, or below a title


def is_wrapped(groups: list[list[Line]]) -> bool:
    """Whether the lines were broken at a fixed width: most lines that are followed by another one run nearly to it.

    Among them are some that go on in small letters, or end in "of"; a list of names and titles has none.
    """
    prose = [group for group in groups if not any(CLOCK.match(line.text.strip()) for line in group)]
    inner = [line.text.strip() for group in prose for line, below in pairwise(group) if _may_run_on(line, below)]
    if len(groups) < 2 or len(inner) < 4:
        return False
    running = [line for line in inner if len(line) in _WRAPPED_WIDTH and not line.endswith((".", ":", ";", "!", "?"))]
    long = sum(len(line.text) > LONG_LINE for group in groups for line in group)
    if sum(_goes_on(*pair) for group in groups for pair in pairwise(group)) * _LEAST_GOING_ON < len(running):
        return False
    return len(running) * 10 >= len(inner) * 6 and long <= len(running)


def _may_run_on(line: Line, below: Line) -> bool:
    """No label with its value, and no item of one line."""
    return not (_LABELLED.match(line.text.strip()) or (ITEM.match(line.text) and ITEM.match(below.text)))


def _goes_on(line: Line, below: Line) -> bool:
    words = line.text.split()
    return below.text.lstrip()[:1].islower() or (bool(words) and words[-1] in FUNCTION)


@dataclass(frozen=True, slots=True)
class Width:
    """How long a line has to be, with the first word of the next one, for the two to be parts of one: in `prose`, and
    below a label or a time, where a line more often ends on purpose.
    """

    prose: float
    listed: float


def full_line(groups: list[list[Line]]) -> Width:
    """Where an editor has broken the lines it put as much as it could on each: nothing shorter than the longest will
    do. Lines copied from a page are of uneven length.
    """
    inner = sorted(len(line.text.strip()) for group in groups for line in group[:-1])
    width = min(inner[len(inner) * 9 // 10], _WRAPPED_WIDTH.stop) if inner else 0
    pairs = [pair for group in groups for pair in pairwise(group) if pair[1].text.lstrip()[:1].islower()]
    longest = max((len(line.text.strip()) for line, _below in pairs), default=0)
    uneven = sum(_with_next_word(line, below) <= longest for line, below in pairs)
    is_even = len(pairs) >= _LEAST_CONTINUED and uneven <= _MOST_UNEVEN * len(pairs)
    return Width(longest + 1, longest + 1) if is_even else Width(width * _ENDED_EARLY, width * _ENDED_EARLY_LISTED)


def _with_next_word(line: Line, below: Line) -> int:
    return len(line.text.strip()) + 1 + len(below.text.split(None, 1)[0])


def unwrapped(group: list[Line], width: Width | None) -> list[Line]:
    """One line for each list item and each paragraph of the group; lines below the value of a label stay with it.

    A line that with the first word of the next is shorter than `width` was ended on purpose; without a width each was.
    """
    pieces: list[Line] = []
    above: Line | None = None
    under = set(under_a_time(group))
    column: int | None = None  # where the value of the label begins that the piece begins with
    for line in group:
        is_short = not pieces or len(pieces[-1].text) < _SHORT
        begins = width is None or above is None or is_short or _begins(line, above, width, is_under=line in under)
        if begins and above and column is not None and _is_value(line, column):
            gap = " " if _goes_on(above, line) or _OPEN_END.search(above.text.rstrip()) else "\n"
            pieces[-1] = Line(f"{pieces[-1].text.rstrip()}{gap}{line.text.strip()}", pieces[-1].offset)
        elif begins:
            pieces.append(line)
            column = _column_of_value(line)
        else:
            pieces[-1] = Line(f"{pieces[-1].text.rstrip()} {line.text.strip()}", pieces[-1].offset)
        above = None if RULE.fullmatch(line.text) else line
    return pieces


def _column_of_value(line: Line) -> int | None:
    label = _LABEL_AND_VALUE.match(line.text)
    return label.end() if label else None


def _is_value(line: Line, column: int) -> bool:
    """Whether a line stands right below the value of a label: a second organizer, the hours in another town."""
    return abs(_indent(line) - column) <= 1 and not (ITEM.match(line.text) or _LABELLED.match(line.text.strip()))


def _begins(line: Line, above: Line, width: Width, *, is_under: bool) -> bool:
    """Whether a line begins something and is no part of the one above."""
    text, last = line.text.strip(), above.text.strip()
    if last.endswith("/") or (not is_under and _is_one_title(above, line)):
        return False
    if not is_under and min(_indent(above), _indent(line)) >= _CENTRED and _indent(above) != _indent(line):
        return not text[0].islower()
    if ITEM.match(line.text) or RULE.fullmatch(line.text) or _LABELLED.match(text) or _TIMED.match(text):
        return True
    if is_under:
        return _begins_under_a_time(text, line, above, width)
    is_listed = _LABELLED.match(last) and text[0].isupper()
    return _with_next_word(above, line) < (width.listed if is_listed else width.prose)


def _is_one_title(above: Line, line: Line) -> bool:
    """Whether two lines set in the middle of the page are one: the first nearly full, both words alone, alike."""
    first, second = above.text.strip(), line.text.strip()
    is_centred = min(_indent(above), _indent(line)) >= _CENTRED and len(first) >= _LEAST_TITLE_LINE
    are_words = not (_FIGURE.search(first) or _FIGURE.search(second) or first.endswith((".", ":", ";", "!", "?")))
    return is_centred and are_words and first.isupper() == second.isupper() and not ITEM.match(line.text)


def _begins_under_a_time(text: str, line: Line, above: Line, width: Width) -> bool:
    """There names and notes stand, each on a line of its own, and those that go on do so in small letters."""
    if _UNDECIDED.match(text):
        return True
    if text[0].islower() or text[0] in "(0123456789" or _goes_on(above, line) or _OPEN_END.search(above.text):
        return False
    return _PERSON.match(text) is not None or _with_next_word(above, line) + _indent(above) < width.listed


def under_a_label(group: list[Line]) -> list[Line]:
    """Lines further in than the label that they stand below: "Co-organizers:" and the names of several bodies."""
    first, below = group[0], group[1:]
    is_label = first.text.rstrip().endswith(":") and len(first.text.split()) <= _MOST_OF_A_LABEL
    inside = is_label and below and all(_indent(line) >= _indent(first) + _FURTHER_IN for line in below)
    return (
        below if inside and not any(ITEM.match(line.text) or CLOCK.match(line.text.lstrip()) for line in below) else []
    )


def under_a_time(group: list[Line]) -> Iterator[Line]:
    """Lines further in than the time that they stand under: names and notes of its session."""
    edge: int | None = None
    for line in group:
        if CLOCK.match(line.text.lstrip()):
            edge = _indent(line)
        elif edge is not None and _indent(line) > edge:
            yield line
        else:
            edge = None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
