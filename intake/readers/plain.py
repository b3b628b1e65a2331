"""Plain text: one paragraph a line, or paragraphs wrapped at some width and separated by blank lines."""

import re
from collections.abc import Sequence

from intake.blocks import Block
from intake.language.stopwords import FUNCTION
from intake.readers.aligned import aligned_table, without_caption
from intake.readers.lines import ITEM, Line, depth, lines, numbered
from intake.readers.wrapping import (
    CLOCK,
    LONG_LINE,
    Width,
    full_line,
    is_wrapped,
    under_a_label,
    under_a_time,
    unwrapped,
)

_HEADING_WORDS = 12
_HEADING_CHARACTERS = 120
_MOST_SHOUTED = 6  # words
_NUMBERED_HEADING = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){0,3}[.)]?\s{1,8}(?=[^\W\d_])")
# "We keep three main series:" is said of the list below it.
_LEADS_IN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|must|can|may|should|we|you|they|it|following|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()\d]{0,80}\)")
_UNLIKE_HEADING = re.compile(
    r"^[^\W\d_][\w -]{2,30}, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|"
    r"[.,;!?…]$|^[\d(\"“«'‘]|:\s|\s[—–-]\s|\d[:.]\d\d|\b\d{1,2}\b[^\d]{1,30}\b(?:19|20)\d\d\b|https?:|@"
)
_MAIL_LINE = re.compile(r"(?:From|Sent|To|Cc|Subject|От|Кому|Тема|De|À|Objet): ?\S")
_QUOTED = re.compile(r"(?:>[ \t]?){1,9}")
_LEAST_QUOTED = 3  # lines; a single one may be anything
_SPACES = re.compile(r"[ \t\u00a0]{1,200}")


def blocks(text: str) -> tuple[Block, ...]:
    groups = _groups(_unquoted(lines(text)))
    tables = [aligned_table(group) for group in groups]
    prose = [group for group, table in zip(groups, tables, strict=True) if table is None]
    width = full_line(prose) if is_wrapped(prose) else None
    pieces = [piece for group, table in zip(groups, tables, strict=True) for piece in _pieces(group, table, width)]
    under = {line.offset for group in groups for line in under_a_time(group)}
    listed = {line.offset for group in groups for line in under_a_label(group)}
    found = [
        piece
        if isinstance(piece, Block)
        else _item(piece)
        if piece.offset in listed
        else _block(piece, "" if piece.offset in under else _next_text(pieces, index), first=index == 0)
        for index, piece in enumerate(pieces)
    ]
    return numbered(found)


def _pieces(group: list[Line], table: Block | None, width: Width | None) -> Sequence[Line | Block]:
    return [table] if table else unwrapped(group, width)


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
    """Runs of lines without a blank line between them, and the captions of tables."""
    groups: list[list[Line]] = [[]]
    for line in every:
        if line.text.strip() not in ("", "--"):  # two dashes part a message from its signature
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [part for group in groups if group for part in without_caption(group)]


def _next_text(pieces: Sequence[Line | Block], index: int) -> str:
    return pieces[index + 1].text if index + 1 < len(pieces) else ""


def _item(line: Line) -> Block:
    text = line.text.strip()
    return Block(0, "item", _SPACES.sub(" ", text), offset=line.offset + line.text.find(text))


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
    if CLOCK.match(line) or _MAIL_LINE.match(line):
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
    asked = "?!" if bare.isupper() and len(bare.split()) <= _MOST_SHOUTED else "?" if first else ""  # "WHO CAN JOIN?"
    if _UNLIKE_HEADING.search(bare.rstrip(asked) if asked else bare) and not (first and ": " in bare):
        return False
    return bare[0].isupper() and (first or raised)


def _runs_on(following: str) -> bool:
    """Whether it is a whole paragraph: "8. Rights of owners" above one is a heading, above a name an item."""
    return len(following) > LONG_LINE and following.endswith((".", ":"))


def _in_title_case(line: str) -> bool:
    said = _ASIDE.sub(" ", line)
    content = [word for word in re.findall(r"[^\W\d_][\w'’\-]{0,60}", said) if word.lower() not in FUNCTION]
    if not content:
        return False
    single = len(content) == 1 or _is_cyrillic(line)
    raised = sum(word[0].isupper() for word in content)
    return raised >= 1 if single and len(line.split()) <= 4 else raised * 10 >= len(content) * 7


def _is_cyrillic(line: str) -> bool:
    """Russian headings have one capital, so shortness has to do."""
    return any("\u0400" <= letter <= "\u04ff" for letter in line)
