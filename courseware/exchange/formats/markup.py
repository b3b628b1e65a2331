"""Our plain texts as HTML, and other people's HTML as plain text."""

import re
from html import escape
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "pre", "section"}
_UNSEEN = {"script", "style", "head", "title", "svg", "math"}
_PICTURES = {"img", "video", "audio", "object", "iframe", "embed", "svg", "math"}
_AROUND_LINE_END = re.compile(r"[ \t]*[\r\n]+\s*")


def html_of(text: str) -> str:
    """Nothing in it is markup; line ends stay."""
    return escape(text, quote=False).replace("\n", "<br>")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.pictures = False
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.pictures |= tag in _PICTURES
        self.unseen += tag in _UNSEEN
        if tag == "br":
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n– ")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0
        if tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(_AROUND_LINE_END.sub(" ", data))


def text_of(html: str) -> tuple[str, bool]:
    """The words of some HTML, and whether it held pictures, sound or formulas that words cannot hold."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    text = "".join(parser.pieces)
    return re.sub(r"\n{3,}", "\n\n", text).strip(), parser.pictures
