"""Our own rendered, sanitised HTML (intake.markup.to_html) as blocks and runs of text, which Typst takes as data."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

STYLES = {"strong": "strong", "em": "emphasis", "code": "code"}
HEADINGS = {"h2": 2, "h3": 2, "h4": 3}
CONTAINERS = {"ul": "list", "ol": "enumeration", "li": "item", "blockquote": "quote"}
CELLS = {"th", "td"}
MOST_DEEP = 10  # blocks within blocks; words below are kept, in the block around them


@dataclass(slots=True)
class Run:
    """Words in one style. `styles` are of strong, emphasis, code; `link` is an address or empty."""

    text: str
    styles: list[str] = field(default_factory=list)
    link: str = ""


@dataclass(slots=True)
class Block:
    """`kind`: paragraph, heading (with `level` 2 or 3), list, enumeration, item, quote, code, rule, table, row, cell.

    Blocks that hold others have them in `inner`; the rest has its words in `runs`. Of a cell, `is_heading`, `columns`
    and `rows` say what it is and how far it spans.
    """

    kind: str
    runs: list[Run] = field(default_factory=list)
    inner: list["Block"] = field(default_factory=list)
    level: int = 0
    is_heading: bool = False
    columns: int = 1
    rows: int = 1


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Block("page")
        self.open: list[tuple[str, Block]] = [("", self.page)]
        self.styles: list[str] = []
        self.link = ""

    @property
    def here(self) -> Block:
        return self.open[-1][1]

    def put(self, tag: str, block: Block) -> None:
        self.here.inner.append(block)
        self.open.append((tag, block))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in STYLES and self.here.kind != "code":
            self.styles.append(STYLES[tag])
        elif tag == "a":
            self.link = given.get("href", "")
        elif tag == "br":
            self.say("\n")
        elif tag == "hr":
            self.here.inner.append(Block("rule"))
        elif block := self.block_of(tag, given):
            self.put(tag, block)

    def block_of(self, tag: str, given: dict[str, str]) -> Block | None:
        """None for tags that make no block, for what stands in a heading, and below MOST_DEEP."""
        if self.here.kind == "heading" or len(self.open) > MOST_DEEP:
            return None
        if tag in CELLS:
            spans = {"columns": _span(given.get("colspan", "")), "rows": _span(given.get("rowspan", ""))}
            return Block("cell", is_heading=tag == "th", **spans)
        if tag in HEADINGS:
            return Block("heading", level=HEADINGS[tag])
        kinds = CONTAINERS | {"p": "paragraph", "pre": "code", "table": "table", "tr": "row"}
        return Block(kinds[tag]) if tag in kinds else None

    def handle_endtag(self, tag: str) -> None:
        if tag in STYLES and STYLES[tag] in self.styles:
            self.styles.remove(STYLES[tag])
        elif tag == "a":
            self.link = ""
        elif tag in [name for name, _block in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.here.kind == "code":
            self.say(data)
        elif data.strip() or self.holder().runs:
            self.say(" ".join(f".{data}.".split())[1:-1])

    def say(self, text: str) -> None:
        runs = self.holder().runs
        styles = [] if self.here.kind == "code" else list(dict.fromkeys(self.styles))
        if runs and (runs[-1].styles, runs[-1].link) == (styles, self.link):
            runs[-1].text += text
        elif text:
            runs.append(Run(text, styles, self.link))

    def holder(self) -> Block:
        """Where words go: blocks that hold others hold them in a paragraph."""
        block = self.here
        if block.kind not in {"page", "item", "quote"}:
            return block
        if not block.inner or block.inner[-1].kind != "paragraph":
            block.inner.append(Block("paragraph"))
        return block.inner[-1]


def _span(text: str) -> int:
    """Of a cell; a number without measure is taken for one, as it would stretch the table beyond any page."""
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) <= 50 else 1


def blocks_of(html: str) -> list[Block]:
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return _filled(builder.page.inner)


def _filled(blocks: list[Block]) -> list[Block]:
    """Without paragraphs and headings that have no words, at whatever depth."""
    for block in blocks:
        block.inner = _filled(block.inner)
    return [block for block in blocks if not _is_empty(block)]


def _is_empty(block: Block) -> bool:
    return block.kind in {"paragraph", "heading"} and not any(run.text.strip() for run in block.runs)
