"""Words broken at the ends of lines, made whole."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from intake.language.stopwords import listed

_BROKEN_END = re.compile(r"([^\W\d_]{1,40})[-\u00ad‐]$")
_BEGINNING = re.compile(r"([^\W\d_]{1,40})")
_LONGEST = 41  # letters of a broken part, and its hyphen
_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,3}")
# First parts that are usually written with a hyphen; the others lose it.
_WITH_HYPHEN = listed(
    "self non well high low long short cross half ex all two three four multi inter co pre post counter so decision"
    " evidence risk full part socio first second third mid semi anti top state по во кое из экс вице"
)


class Hyphens:
    """Judges by the words that the rest of the file writes in one line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words = {word.lower() for line in lines for word in _WORD.findall(line)}

    def joined(self, lines: Sequence[str]) -> str:
        pieces = [lines[0]]
        for before, line in pairwise(lines):
            broken, following = _BROKEN_END.search(before[-_LONGEST:]), _BEGINNING.match(line)
            if broken and following:
                sign = self._sign_between(broken.group(1), following.group(1), is_soft=before.endswith("\u00ad"))
                pieces[-1] = pieces[-1][:-1] + sign
                pieces.append(line)
            else:
                pieces += [" ", line]
        return "".join(pieces)

    def _sign_between(self, first: str, second: str, *, is_soft: bool) -> str:
        if is_soft:
            return ""
        if second[0].isupper() and not first.isupper():
            return "-"
        whole, parted = f"{first}{second}".lower(), f"{first}-{second}".lower()
        if whole in self.words or parted in self.words:
            return "" if whole in self.words else "-"
        return "-" if len(first) == 1 or first.lower() in _WITH_HYPHEN else ""  # "e-mail"
