"""Plain text: one paragraph a line, or paragraphs wrapped at some width and separated by blank lines."""

import re
from itertools import pairwise

from intake.blocks import Block
from intake.language.stopwords import FUNCTION
from intake.readers.lines import ITEM, Line, depth, lines, numbered

_HEADING_WORDS = 12
_HEADING_CHARACTERS = 120
_NUMBERED_HEADING = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){0,3}[.)]?\s{1,8}(?=[^\W\d_])")
# "We keep three main series:" is said of the list below it.
_LEADS_IN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|must|can|may|should|we|you|they|it|following|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s|\s?[–—-])")  # "10.30 Welcome"
_UNLIKE_HEADING = re.compile(
    r"[.,;!?…]$|^[\d(\"“«'‘]|:\s|\s[—–-]\s|\d[:.]\d\d|\b\d{1,2}\b[^\d]{1,30}\b(?:19|20)\d\d\b|https?:|@"
)
_MAIL_LINE = re.compile(r"(?:From|Sent|To|Cc|Subject|От|Кому|Тема|De|À|Objet): ?\S")
_WRAPPED_WIDTH = range(45, 131)
_LONG_LINE = 130  # characters: a whole paragraph
_QUOTED = re.compile(r"(?:>[ \t]?){1,9}")
_LEAST_QUOTED = 3  # lines; a single one may be anything
_LABELLED = re.compile(r"[A-ZА-ЯЁ][^\W\d_]{2,20}(?:\s[\w’-]{2,15}){0,2}\s?:\s\S")  # "Venue: Hall 2"
_LEAST_GOING_ON = 6  # one line in so many
_ENDED_EARLY = 0.7  # of the width, where lines are of uneven length
_LEAST_CONTINUED, _MOST_UNEVEN = 8, 0.02
_RULE = re.compile(r"\s{0,8}([-=~*_#])\1{4,}\s{0,8}")  # drawn across the page, or below a title
_SPACES = re.compile(r"[ \t\u00a0]{1,200}")


def blocks(text: str) -> tuple[Block, ...]:
    groups = _groups(_unquoted(lines(text)))
    wrapped = _is_wrapped(groups)
    least = _full_line(groups) if wrapped else 0
    pieces = [piece for group in groups for piece in (_unwrapped(group, least) if wrapped else group)]
    found = [_block(piece, _next_text(pieces, index), first=index == 0) for index, piece in enumerate(pieces)]
    return numbered(found)


def _unquoted(every: list[Line]) -> list[Line]:
    """Lines of a forwarded message without the signs that mail programs put before them."""
    quoted = [_QUOTED.match(line.text) for line in every]
    if sum(map(bool, quoted)) < _LEAST_QUOTED:
        return every
    return [
        Line(line.text[sign.end() :], line.offset + sign.end()) if sign else line
        for line, sign in zip(every, quoted, strict=True)
    ]


def _groups(every: list[Line]) -> list[list[Line]]:
    """Runs of lines without a blank line between them."""
    groups: list[list[Line]] = [[]]
    for line in every:
        if line.text.strip() not in ("", "--"):  # two dashes part a message from its signature
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(groups: list[list[Line]]) -> bool:
    """Whether the lines were broken at a fixed width: most lines that are followed by another one run nearly to it.

    Among them are some that go on in small letters, or end in "of"; a list of names and titles has none.
    """
    inner = [line.text.strip() for group in groups for line in group[:-1] if not ITEM.match(line.text)]
    if len(groups) < 2 or len(inner) < 4:
        return False
    running = [line for line in inner if len(line) in _WRAPPED_WIDTH and not line.endswith((".", ":", ";", "!", "?"))]
    long = sum(len(line.text) > _LONG_LINE for group in groups for line in group)
    if sum(_goes_on(*pair) for group in groups for pair in pairwise(group)) * _LEAST_GOING_ON < len(running):
        return False
    return len(running) * 10 >= len(inner) * 6 and long <= len(running)


def _goes_on(line: Line, below: Line) -> bool:
    words = line.text.split()
    return below.text.lstrip()[:1].islower() or (bool(words) and words[-1].lower() in FUNCTION)


def _full_line(groups: list[list[Line]]) -> float:
    """How long a line has to be, with the first word of the next one, for the two to be parts of one.

    Where an editor has broken the lines it put as much as it could on each: nothing shorter than the longest will do.
    Lines copied from a page are of uneven length.
    """
    inner = sorted(len(line.text.strip()) for group in groups for line in group[:-1])
    width = min(inner[len(inner) * 9 // 10], _WRAPPED_WIDTH.stop) if inner else 0
    pairs = [pair for group in groups for pair in pairwise(group) if pair[1].text.lstrip()[:1].islower()]
    longest = max((len(line.text.strip()) for line, _below in pairs), default=0)
    uneven = sum(_with_next_word(line, below) <= longest for line, below in pairs)
    is_even = len(pairs) >= _LEAST_CONTINUED and uneven <= _MOST_UNEVEN * len(pairs)
    return longest + 1 if is_even else width * _ENDED_EARLY


def _with_next_word(line: Line, below: Line) -> int:
    return len(line.text.strip()) + 1 + len(below.text.split(None, 1)[0])


def _unwrapped(group: list[Line], least: float) -> list[Line]:
    """One line for each list item and each paragraph of the group.

    A line that with the first word of the next is shorter than `least` was ended on purpose.
    """
    pieces: list[Line] = []
    above: Line | None = None
    for line in group:
        ended = above is None or _with_next_word(above, line) < least or _RULE.fullmatch(line.text)
        if not pieces or ITEM.match(line.text) or len(pieces[-1].text) < 30 or ended or _LABELLED.match(line.text):
            pieces.append(line)
        else:
            pieces[-1] = Line(f"{pieces[-1].text.rstrip()} {line.text.strip()}", pieces[-1].offset)
        above = None if _RULE.fullmatch(line.text) else line
    return pieces


def _next_text(pieces: list[Line], index: int) -> str:
    return pieces[index + 1].text if index + 1 < len(pieces) else ""


def _block(line: Line, following: str, *, first: bool) -> Block:
    stripped = line.text.strip()
    offset = line.offset + len(line.text) - len(line.text.lstrip())
    if is_heading(stripped, following.strip(), first=first):
        return Block(0, "heading", _SPACES.sub(" ", stripped.rstrip(":")), level=1 if first else 2, offset=offset)
    item = ITEM.match(line.text)
    if item:
        text = _SPACES.sub(" ", line.text[item.end() :].strip())
        return Block(0, "item", text, level=depth(item.group(1)), offset=line.offset + item.end())
    return Block(0, "paragraph", _SPACES.sub(" ", stripped), offset=offset)


def is_heading(line: str, following: str, *, first: bool = False) -> bool:
    """Whether a line of plain text reads as a heading: short, no final stop, in capitals or title case, text after it.

    The first line may also be in sentence case; "Objectives:" alone on its line is a heading too.
    """
    if _CLOCK.match(line) or _MAIL_LINE.match(line):
        return False
    bare = _NUMBERED_HEADING.sub("", line)
    numbered_line = bare != line
    is_item = numbered_line and ITEM.match(line)
    if is_item and ITEM.match(following):
        return False
    if (
        not following
        or following[0].islower()
        or not bare
        or len(bare) > _HEADING_CHARACTERS
        or len(bare.split()) > _HEADING_WORDS * (1 + first)
    ):
        return False
    raised = _in_title_case(bare) or (numbered_line and _runs_on(following))
    if is_item and not raised:
        return False
    if bare.endswith(":"):
        leads_in = _UNLIKE_HEADING.search(bare[:-1]) or _LEADS_IN.search(bare)
        return len(bare.split()) <= 6 and bare[0].isupper() and not leads_in
    if _UNLIKE_HEADING.search(bare.removesuffix("?") if first else bare) and not (first and ": " in bare):
        return False
    return bare[0].isupper() and (first or raised)


def _runs_on(following: str) -> bool:
    """Whether it is a whole paragraph: "8. Rights of owners" above one is a heading, above a name an item."""
    return len(following) > _LONG_LINE and following.endswith((".", ":"))


def _in_title_case(line: str) -> bool:
    content = [word for word in re.findall(r"[^\W\d_][\w'’\-]{0,60}", line) if word.lower() not in FUNCTION]
    if not content:
        return False
    single = len(content) == 1 or _is_cyrillic(line)
    raised = sum(word[0].isupper() for word in content)
    return raised >= 1 if single and len(line.split()) <= 4 else raised * 10 >= len(content) * 7


def _is_cyrillic(line: str) -> bool:
    """Russian headings have one capital, so shortness has to do."""
    return any("\u0400" <= letter <= "\u04ff" for letter in line)
