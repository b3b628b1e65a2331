"""Which years of a text lie behind and which ahead, so that no year is offered that the question itself rules out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

_YEAR = re.compile(r"\b(?:1[1-9]|20)\d\d\b")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|promis\w+|plan(?:s|ned)?\b|expect\w*|due to|target\w*|aims? to|hopes?|forecast\w*"
    r"|projected|is to|are to|deadline|goal|intends?|(?:runs?|valid|lasts?) until|expires?)\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:began|begun|founded|launched|established|set up|created|entered into force|came into force|ran from"
    r"|has run since|started)\b",
    re.IGNORECASE,
)
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Years:
    """`begun` is the first year in which something is said to begin; after the year `past` there are only plans."""

    begun: float = 0.0
    past: float = inf

    def allow(self, other: float, own: float) -> bool:
        """Whether a year may stand beside the right one: on the same side of today, and not before the beginning.

        Where today lies is not sure, so that beside a year ahead only near ones may stand.
        """
        if own > self.past:
            return other > max(self.past, own - _NEAR)
        return other <= self.past and not (other < self.begun < own)


def years_of(sentences: Iterable[str], published: int = 0) -> Years:
    """Of the sentences of a text; `published` is the year in which it came out, 0 where that is not known."""
    told = [(sentence, [float(year) for year in _YEAR.findall(sentence)]) for sentence in sentences]
    behind = [year for sentence, years in told if not _AHEAD.search(sentence) for year in years]
    behind = [year for year in behind if year <= (published or inf)]
    begun = [year for sentence, years in told if _BEGAN.search(sentence) for year in years]
    return Years(min(begun, default=0.0), max([*behind, published] if behind or published else [inf]))
