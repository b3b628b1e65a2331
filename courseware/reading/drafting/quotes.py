"""Pull quotes: sentences of the text that the page repeats in large letters."""

import re
from collections.abc import Sequence

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
    repeated = {i for i, line in enumerate(body) if _may_repeat(line) and _stands_elsewhere(i, line, runs)}
    quotes = [line.text for i, line in enumerate(body) if line.kind == "quote" or i in repeated]
    return [line for i, line in enumerate(body) if i not in repeated], list(dict.fromkeys(quotes))


def _may_repeat(line: Line) -> bool:
    least = _SHORTEST_MARKED if line.kind == "quote" else _SHORTEST
    return line.kind in ("paragraph", "quote", "caption") and least <= words_in(line.text) <= _LONGEST


def _stands_elsewhere(at: int, line: Line, runs: Sequence[str]) -> bool:
    pieces = [_plain(piece).strip() for piece in _GAP.split(_SIGNED.sub("", line.text)) if piece.strip()]
    if not pieces or sum(len(piece.split()) for piece in pieces) < _SHORTEST_MARKED:
        return False
    others = [run for i, run in enumerate(runs) if i != at and len(run) > len(runs[at])]
    return any(all(f" {piece} " in run for piece in pieces) for run in others)


def _plain(text: str) -> str:
    """Its words in small letters, one blank between them and around them all."""
    return " ".join(["", *_PLAIN_WORD.findall(text.casefold()), ""]) if text else ""
