"""The articles of the corpus and how a page writes them. A page's source holds `{{ html river_post }}` and the like.

In a body a blank line parts paragraphs; "## " begins a heading, "> " a pull quote, "!" the caption of a picture.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parent / "articles" / "bodies"
SLOT = re.compile(r"\{\{ (\w+) (\w+) \}\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind` is "heading", "quote", "caption" or "paragraph"."""

    kind: str
    text: str


KINDS = (("### ", "heading"), ("## ", "heading"), ("> ", "quote"), ("!", "caption"))


@cache
def body(name: str) -> tuple[Piece, ...]:
    return tuple(piece(text) for text in (FOLDER / f"{name}.md").read_text(encoding="utf-8").strip().split("\n\n"))


def piece(text: str) -> Piece:
    for sign, kind in KINDS:
        if text.startswith(sign):
            return Piece(kind, text.removeprefix(sign))
    return Piece("paragraph", text)


def filled(page: str) -> str:
    """A page with the articles in their slots."""
    return SLOT.sub(lambda slot: WAYS[slot[1]](body(slot[2])), page)


TAGS = {
    "heading": "<h2>{}</h2>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "caption": '<figure><img src="/p.jpg" alt=""><figcaption>{}</figcaption></figure>',
    "paragraph": "<p>{}</p>",
}
SOURCE_TAGS = {
    "heading": "<h2>{}</h2>",
    "quote": "<quote>{}</quote>",
    "caption": "<caption>{}</caption>",
    "paragraph": "<p>{}</p>",
}


def as_html(pieces: tuple[Piece, ...]) -> str:
    return "\n".join(TAGS[one.kind].format(escape(one.text, quote=False)) for one in pieces)


def as_source(pieces: tuple[Piece, ...]) -> str:
    return "\n".join(SOURCE_TAGS[one.kind].format(escape(one.text, quote=False)) for one in pieces)


def as_breaks(pieces: tuple[Piece, ...]) -> str:
    return "<br><br>\n".join(escape(one.text, quote=False) for one in pieces)


def as_text(pieces: tuple[Piece, ...]) -> str:
    return "\n\n".join(one.text for one in pieces)


def as_markdown(pieces: tuple[Piece, ...]) -> str:
    signs = {"heading": "## ", "quote": "> "}
    return "\n\n".join(signs.get(one.kind, "") + one.text for one in pieces)


def as_glued(pieces: tuple[Piece, ...]) -> str:
    """A caption is followed at once by the next paragraph."""
    parts = [pieces[0].text]
    for before, one in pairwise(pieces):
        parts.append(("\n" if before.kind == "caption" else "\n\n") + one.text)
    return "".join(parts)


WAYS: dict[str, Callable[[tuple[Piece, ...]], str]] = {
    "html": as_html,
    "source": as_source,
    "br": as_breaks,
    "text": as_text,
    "markdown": as_markdown,
    "glued": as_glued,
}
