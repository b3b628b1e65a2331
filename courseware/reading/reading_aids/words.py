"""Short forms and key terms, explained where the text first uses them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.html import conditional_escape, mark_safe
from django.utils.safestring import SafeString

from courseware.reading.models import Module
from courseware.reading.reading_aids.pieces import pieces_of

# Text in these elements stays as it is: a link keeps its words, code its letters, a short form its own explanation.
UNTOUCHED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Word:
    """A short form, or a key term with the sentence that explains it. `anchor` is its place in the list on the page."""

    term: str
    meaning: str
    is_short: bool
    anchor: str


def words_of(module: Module) -> list[Word]:
    """What the module explains: its short forms, then its key terms."""
    short = [(each["short"], each["long"], True) for each in module.abbreviations]
    terms = [(each["term"], each["sentence"], False) for each in module.terms]
    return [Word(*each, anchor=f"word-{n}") for n, each in enumerate((*short, *terms), 1)]


def with_words(html: SafeString, waiting: list[Word]) -> SafeString:
    """Rendered, sanitised HTML in which the first occurrence of each word leads to its explanation; its markup stays.

    The words that were found are taken out of `waiting`: what one section explains, the next need not.
    """
    pieces = pieces_of(conditional_escape(html))
    for piece in pieces:
        if waiting and piece.is_text and piece.raw.strip() and not UNTOUCHED & piece.inside:
            piece.raw = _explained(piece.raw, waiting)
    return mark_safe("".join(piece.raw for piece in pieces))


def _explained(text: str, waiting: list[Word]) -> str:
    def link(found: re.Match[str]) -> str:
        word = next((each for each in waiting if _means(each, found[1])), None)
        if word is None:
            return found[1]
        waiting.remove(word)
        inner = f'<abbr title="{escape(word.meaning)}">{found[1]}</abbr>' if word.is_short else found[1]
        return f'<a class="term" href="#{word.anchor}">{inner}</a>'

    return re.sub(rf"(?<![\w&])({_any_of(waiting)})(?!\w)", link, text)


def _any_of(words: Iterable[Word]) -> str:
    """A pattern for any of them, longer ones first; short forms as they are written, terms with capitals or without."""
    longest_first = sorted(words, key=lambda word: len(word.term), reverse=True)
    patterns = ((re.escape(escape(word.term)), word.is_short) for word in longest_first)
    return "|".join(pattern if is_short else f"(?i:{pattern})" for pattern, is_short in patterns)


def _means(word: Word, text: str) -> bool:
    written = escape(word.term)
    return text == written if word.is_short else text.casefold() == written.casefold()
