"""Pull quotes: sentences of the text that the page repeats in large letters."""

import re
from collections.abc import Sequence
from itertools import accumulate

from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.shapes import words_in

_SHORTEST_MARKED, _SHORTEST = 5, 7
_LONGEST = 60
_SIGNED = re.compile(r"\s{0,3}[—–-]{1,2}\s{0,2}[^\W\d_][^—–.!?]{2,60}$")
_PLAIN_WORD = re.compile(r"[^\W_]{1,60}")
_GAP = re.compile(r"\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s?")


def without_pull_quotes(body: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines without those that only repeat words of another one, and all quotations that are set apart.

    A quotation that says something new stays in the text and stands among the quotations as well.
    """
    runs = [_plain(line.text) if line.kind in ("paragraph", "item", "quote") else "" for line in body]
    whole = "\n".join(runs)
    starts = list(accumulate((len(run) + 1 for run in runs), initial=0))
    repeated = {
        i
        for i, line in enumerate(body)
        if _may_repeat(line) and _stands_elsewhere(line, whole, starts[i], starts[i] + len(runs[i]))
    }
    quotes = [line.text for i, line in enumerate(body) if line.kind == "quote" or i in repeated]
    return [line for i, line in enumerate(body) if i not in repeated], list(dict.fromkeys(quotes))


def _may_repeat(line: Line) -> bool:
    least = _SHORTEST_MARKED if line.kind == "quote" else _SHORTEST
    return line.kind in ("paragraph", "quote", "caption") and least <= words_in(line.text) <= _LONGEST


def _stands_elsewhere(line: Line, whole: str, start: int, end: int) -> bool:
    """Whether all its words stand in longer lines; `start` and `end` are its own place in the whole text."""
    pieces = [_plain(piece) for piece in _GAP.split(_SIGNED.sub("", line.text)) if piece.strip()]
    if not pieces or sum(len(piece.split()) for piece in pieces) < _SHORTEST_MARKED:
        return False
    return all(_is_within_longer(piece, whole, start, end) for piece in pieces)


def _is_within_longer(piece: str, whole: str, start: int, end: int) -> bool:
    at = whole.find(piece)
    while at >= 0:
        if not start <= at < max(end, start + 1):
            begin, stop = whole.rfind("\n", 0, at) + 1, whole.find("\n", at)
            if (len(whole) if stop < 0 else stop) - begin > end - start:
                return True
        at = whole.find(piece, max(at + 1, end if start <= at < end else at + 1))
    return False


def _plain(text: str) -> str:
    """Its words in small letters, one blank between them and around them all."""
    return " ".join(["", *_PLAIN_WORD.findall(text.casefold()), ""]) if text else ""
