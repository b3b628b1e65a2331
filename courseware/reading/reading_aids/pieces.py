"""Rendered HTML as a row of pieces, so that its text can be worked on while its markup stays letter by letter."""

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "wbr", "input", "col"}


@dataclass(slots=True)
class Piece:
    """A tag, or a run of text with its entities as they are written. `inside`: the names of the elements around it."""

    raw: str
    is_text: bool
    inside: frozenset[str] = frozenset()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self.text = ""
        self.open: list[str] = []

    def flush(self) -> None:
        if self.text:
            self.pieces.append(Piece(self.text, True, frozenset(self.open)))
        self.text = ""

    def tag(self, raw: str) -> None:
        self.flush()
        self.pieces.append(Piece(raw, False))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag(self.get_starttag_text() or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.tag(f"</{tag}>")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name};"


def pieces_of(html: str) -> list[Piece]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.pieces
