"""What a test page is, with all that a person would write down of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Told:
    """An article as a person would write it down: `texts` are its paragraphs, items, headings, captions and quotes."""

    title: str
    texts: tuple[str, ...]
    author: str | None = None
    published: date | None = None
    publisher: str | None = None
    headings: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageCase:
    name: str
    data: str
    told: tuple[Told, ...]
    noise: tuple[str, ...] = ()


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)
