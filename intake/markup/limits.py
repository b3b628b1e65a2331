"""What a text may ask of the Markdown reader, whose work grows with the square of some signs and with nesting.

Within these limits every text that people write is read as it should be. Beyond them the costly kind of markup is
left unread, and shown as it is written.
"""

import re
from collections.abc import Sequence

from markdown import Markdown

LONGEST, MOST_LINES = 200_000, 5_000
DEEPEST = 10  # lists and quotes inside each other
WIDEST_INDENT = 4 * DEEPEST
# For every sign the reader looks through the paragraph, or copies it: signs times characters.
MOST_LINK_WORK, MOST_EMPHASIS_WORK = 4_000_000, 500_000_000
MOST_CELLS = 10_000
MOST_TAGS, MOST_UNFINISHED_TAGS = 1_000, 20  # comments and declarations count as unfinished
LINKS = ("link", "image_link", "reference", "image_reference", "short_reference", "short_image_ref")
EMPHASIS = ("em_strong",)
TAGS = ("html", "autolink", "automail")

_MARKER = re.compile(r"[ \t]*(?:>|(?:[-+*]|\d+\.)(?=[ \t]))")
_RULE = re.compile(r" {0,3}(?:(?:- {0,2})+|(?:\* {0,2})+)")
_INDENT = re.compile(r"[ \t]+")
_TAG_START = re.compile(r"<[a-zA-Z/!?]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def is_boundless(text: str) -> bool:
    """Too long for any reading of its markup."""
    return len(text) > LONGEST or text.count("\n") > MOST_LINES


def reader_for(text: str) -> Markdown:
    """A reader without the kinds of markup that this text has beyond measure."""
    tables = ["tables"] if cells(text) <= MOST_CELLS else []
    reader = Markdown(extensions=[*tables, "sane_lists"], output_format="html")
    if work(text, "[") > MOST_LINK_WORK:
        leave_out(reader, LINKS)
        reader.parser.blockprocessors.deregister("reference")
    if work(text, "*_") > MOST_EMPHASIS_WORK:
        leave_out(reader, EMPHASIS)
    if has_too_many_tags(text):
        leave_out(reader, TAGS)
        reader.preprocessors.deregister("html_block")
    return reader


def leave_out(reader: Markdown, patterns: Sequence[str]) -> None:
    for name in patterns:
        reader.inlinePatterns.deregister(name)


def cells(text: str) -> int:
    """How many cells the tables may get: every row gets as many as the widest."""
    counts = [line.count("|") + 1 for line in text.splitlines() if "|" in line]
    return len(counts) * max(counts, default=0)


def work(text: str, signs: str) -> int:
    """How often these signs stand in each paragraph, times its characters."""
    return sum(len(block) * sum(map(block.count, signs)) for block in _BLANK_LINE.split(text))


def has_too_many_tags(text: str) -> bool:
    tags, whole = len(_TAG_START.findall(text)), len(_TAG.findall(text))
    return tags > MOST_TAGS or tags - whole > MOST_UNFINISHED_TAGS


def shallow(text: str) -> str:
    """The same text with lists and quotes inside each other to the depth of DEEPEST."""
    return "\n".join(_shallow_line(line) for line in text.splitlines())


def _shallow_line(line: str) -> str:
    indent = _INDENT.match(line)
    if indent and len(indent[0].expandtabs(4)) > WIDEST_INDENT:
        line = " " * WIDEST_INDENT + line[indent.end() :]
    end, rule = 0, _RULE.fullmatch(line)
    for _ in range(DEEPEST):
        marker = _MARKER.match(line, end)
        if marker is None or rule:
            return line
        end = marker.end()
    over = _MARKER.match(line, end)
    return f"{line[: over.end() - 1]}\\{line[over.end() - 1 :]}" if over else line
