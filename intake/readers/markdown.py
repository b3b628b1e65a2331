"""Markdown, line by line: headings, paragraphs, list items, pipe tables and quotes, with emphasis marks taken off.

Only what a note needs is understood. Raw HTML tags are dropped and their text kept; a code block is a paragraph;
the lines of a front matter are paragraphs.
"""

import re
from dataclasses import dataclass, field

from intake.blocks import Block, Kind
from intake.readers.inline import BREAK, plain
from intake.readers.lines import ITEM, Line, depth, lines, numbered

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]{1,20}(.{1,2000}?)[ \t]{0,20}#{0,20}[ \t]{0,20}$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]{0,20}$")
_RULE = re.compile(r"^ {0,3}(?:\*[ \t]{0,3}){3,40}$|^ {0,3}(?:-[ \t]{0,3}){3,80}$|^ {0,3}(?:_[ \t]{0,3}){3,40}$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")
_TABLE_RULE = re.compile(
    r"^[ \t]{0,8}\|?(?:[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}\|){0,60}[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}\|?\s{0,8}$"
)
_CELL_END = re.compile(r"(?<!\\)\|")
_PICTURE = re.compile(r"[ \t]{0,8}!\[([^\[\]]{0,500})\]\([^()]{0,1000}\)[ \t]{0,8}")
_ITALICS = re.compile(r"[ \t]{0,8}([*_])([^*_\s][^*_]{0,1000})\1[ \t]{0,8}")
_ENTRY_OF_CONTENTS = re.compile(r"\[[^\[\]]{1,200}\]\(#[^()\s]{0,200}\)\s{0,8}")  # "- [Schedule](#schedule)"
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,200}\]:[ \t]")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_BOLD_LABEL = re.compile(
    r"^[ \t]{0,3}(\*\*|__)[^*_\n]{1,60}(?::\1|\?\1[ \t]|\1[ \t]{0,3}:)"
)  # "**Date:** ..." or "**When?** ..." on a line of its own
_PLAIN_LABEL = re.compile(r"[^\W\d_][\w ’'/&-]{1,30}:[ \t]\S.{0,200}$")  # "Where: ..." below "When: ..."
_BOLD = re.compile(r"[ \t]{0,3}\*\*[^*\n]{2,80}\*\*")
_BOLD_LINE = re.compile(r"\*\*[^*\n]{2,150}[^*\n:,;–-]\*\*")
_SHORT_LINE = 70  # characters: one that short was ended on purpose
_PICTOGRAPH = re.compile(r"\s{0,3}[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s")  # before a label
_COMMENT_OPENS, _COMMENT_CLOSES = "<!--", "-->"


@dataclass
class _Open:
    """The block that further lines may still belong to."""

    kind: Kind
    level: int
    offset: int
    pieces: list[str] = field(default_factory=list)


class _Walk:
    """One pass over the lines; `blocks` grows as blocks are closed."""

    def __init__(self, every: list[Line]) -> None:
        self.lines = every
        self.position = 0
        self.blocks: list[Block] = []
        self.open: _Open | None = None

    def run(self) -> list[Block]:
        while self.position < len(self.lines):
            line = self.lines[self.position]
            self.position += 1
            if not (
                self._picture(line)
                or self._heading(line)
                or self._table(line)
                or self._fenced(line)
                or self._list_item(line)
            ):
                self._running_text(line)
        self.close()
        return self.blocks

    def close(self) -> None:
        if self.open:
            text = plain(" ".join(self.open.pieces), self.blocks[-1].text if self.blocks else "")
            self.blocks.append(Block(0, self.open.kind, text, level=self.open.level, offset=self.open.offset))
        self.open = None

    def begin(self, kind: Kind, level: int, offset: int, text: str) -> None:
        self.close()
        self.open = _Open(kind, level, offset, [text])

    def _heading(self, line: Line) -> bool:
        match = _HEADING.match(line.text)
        if match:
            self.begin("heading", len(match.group(1)), line.offset + match.start(2), match.group(2))
            self.close()
            return True
        underline = _UNDERLINE.match(line.text)
        if underline and self.open and self.open.kind == "paragraph":
            self.open.kind, self.open.level = "heading", 1 if underline.group(1)[0] == "=" else 2
            self.close()
            return True
        return False

    def _picture(self, line: Line) -> bool:
        """A picture on a line of its own: the words in italics right below it are its caption, else those inside it."""
        picture = _PICTURE.fullmatch(line.text)
        if not picture:
            return False
        below = self.lines[self.position] if self.position < len(self.lines) else Line("", 0)
        if told := _ITALICS.fullmatch(below.text):
            self.position += 1
            self.begin("caption", 0, below.offset + told.start(2), told.group(2))
        else:
            self.begin("caption", 0, line.offset + picture.start(1), picture.group(1))
        self.close()
        return True

    def _table(self, line: Line) -> bool:
        following = self.lines[self.position].text if self.position < len(self.lines) else ""
        if "|" not in line.text or "|" not in following or not _TABLE_RULE.match(following):
            return False
        self.close()
        rows = [_cells(line.text)]
        self.position += 1
        while self.position < len(self.lines) and "|" in self.lines[self.position].text:
            rows.append(_cells(self.lines[self.position].text))
            self.position += 1
        text = "\n".join("\t".join(row) for row in rows)
        self.blocks.append(Block(0, "table", text, rows=tuple(rows), offset=line.offset))
        return True

    def _fenced(self, line: Line) -> bool:
        if not _FENCE.match(line.text):
            return False
        self.close()
        while self.position < len(self.lines) and not _FENCE.match(self.lines[self.position].text):
            inner = self.lines[self.position]
            self.blocks.append(Block(0, "paragraph", inner.text.strip(), offset=inner.offset))
            self.position += 1
        self.position += 1
        return True

    def _list_item(self, line: Line) -> bool:
        item = ITEM.match(line.text)
        if not item or _RULE.match(line.text):
            return False
        if _ENTRY_OF_CONTENTS.fullmatch(line.text, item.end()):
            self.close()
        else:
            self.begin("item", depth(item.group(1)), line.offset + item.end(), line.text[item.end() :])
        return True

    def _running_text(self, line: Line) -> None:
        quote = _QUOTE.match(line.text)
        text = line.text[quote.end() :] if quote else line.text
        kind: Kind = "quote" if quote else "paragraph"
        if not text.strip() or _RULE.match(text) or _DEFINITION.match(text):
            self.close()
        elif self.open and (self.open.kind == kind or not quote) and not self._begins_line(text):
            self.open.pieces.append(text.strip())
        else:
            self.begin(kind, 0, line.offset + len(line.text) - len(text.lstrip()), text.strip())
        if self.open and line.text.endswith("  ") and self.open.kind != "item":  # a hard line break
            self.close()

    def _begins_line(self, text: str) -> bool:
        """A bold label, a picture before one, or a time below another: lines of an agenda are no running text."""
        pieces = self.open.pieces if self.open else [""]
        below_time = bool(_CLOCK.match(pieces[0])) or pieces[-1].endswith(":")
        if _BOLD_LINE.fullmatch(pieces[-1]):
            return True
        if _BOLD.match(text) and len(pieces[-1]) < _SHORT_LINE and not pieces[-1].endswith((",", "–", "-")):
            return True
        if _PLAIN_LABEL.match(text) and _PLAIN_LABEL.match(pieces[-1]):
            return True
        is_label = _BOLD_LABEL.match(text) or _PICTOGRAPH.match(text)
        return bool(is_label) or (below_time and bool(_CLOCK.match(text.strip())))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells: list[str] = []
    for cell in _CELL_END.split(inner):
        cells.append(_cell(cell.replace("\\|", "|"), cells[-1] if cells else ""))
    return tuple(cells)


def _cell(text: str, label: str) -> str:
    """A cell keeps the lines that its author broke by hand."""
    return "\n".join(line for part in BREAK.split(text) if (line := plain(part, label)))


def blocks(text: str) -> tuple[Block, ...]:
    return numbered(_Walk(_without_front_matter_rules(lines(_without_comments(text)))).run())


def _without_comments(text: str) -> str:
    """Comments become no-break spaces: these keep the offsets and, unlike spaces, are no hard break at a line's end."""
    pieces, position = [], 0
    while (start := text.find(_COMMENT_OPENS, position)) >= 0:
        end = text.find(_COMMENT_CLOSES, start)
        if end < 0:
            break
        end += len(_COMMENT_CLOSES)
        pieces += [text[position:start], re.sub(r"[^\n]", "\u00a0", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def _without_front_matter_rules(every: list[Line]) -> list[Line]:
    """A front matter's lines, each standing alone; other lines as they are."""
    if not every or every[0].text.strip() != "---":
        return every
    end = next((index for index, line in enumerate(every[1:60], 1) if line.text.strip() == "---"), None)
    if end is None:
        return every
    front = [Line(line.text.rstrip() + "  ", line.offset) for line in every[1:end]]
    return [*front, Line("", every[end].offset), *every[end + 1 :]]
