"""A reader's own highlights, shown in the rendered text."""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import conditional_escape, mark_safe
from django.utils.safestring import SafeString

from courseware.reading.models import Note
from courseware.reading.reading_aids.pieces import Piece, pieces_of

UNIT = re.compile(r"&#?\w+;|.", re.DOTALL)  # a character as HTML writes it


def with_highlights(html: SafeString, notes: Iterable[Note]) -> SafeString:
    """Rendered, sanitised HTML with a <mark> around each quotation that the text still holds; its markup stays.

    Blanks and line ends do not count: the browser's account of a selection differs from ours in nothing else.
    """
    for note in notes:
        if note.quote:
            html = _marked(html, note)
    return html


def _marked(html: SafeString, note: Note) -> SafeString:
    pieces = pieces_of(conditional_escape(html))
    letters = [
        (n, place, letter) for n, piece in enumerate(pieces) if piece.is_text for place, letter in _letters(piece)
    ]
    span = _find("".join(letter for _n, _place, letter in letters), _bare(note.quote), _bare(note.before))
    if span is None:
        return html
    ends: dict[int, list[tuple[int, int]]] = {}
    for n, place, _letter in letters[span[0] : span[1]]:
        ends.setdefault(n, []).append(place)
    for n, places in ends.items():
        raw, start, end = pieces[n].raw, places[0][0], places[-1][1]
        pieces[n].raw = f'{raw[:start]}<mark data-note="{note.code}">{raw[start:end]}</mark>{raw[end:]}'
    return mark_safe("".join(piece.raw for piece in pieces))


def _letters(piece: Piece) -> Iterable[tuple[tuple[int, int], str]]:
    """Each character that is no blank, and from where to where it stands in the raw text."""
    for found in UNIT.finditer(piece.raw):
        for letter in _bare(unescape(found[0])):
            yield found.span(), letter


def _bare(text: str) -> str:
    return "".join(text.split())


def _find(text: str, quote: str, before: str) -> tuple[int, int] | None:
    """Where the quotation stands: after `before` if it is there, else the first time that it occurs."""
    at = text.find(before + quote)
    start = at + len(before) if at >= 0 else text.find(quote)
    return (start, start + len(quote)) if quote and start >= 0 else None
