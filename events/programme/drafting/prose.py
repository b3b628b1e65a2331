"""Sentences of a note."""

import re

from intake.language import sentences

_AT_HALF = re.compile(r"\d\s?[ap]\.m\.$")
_ZONE_NEXT = re.compile(r"(?:\(?(?:UTC|GMT|[A-Z]{2,4}T)\b|\(?(?:[A-Z]\w+\s){1,3}[Tt]ime\b|\()")
_IN_BRACKETS = re.compile(r"\([^()]{0,40}\d\s?[ap]\.m\.$")
# Not that of a standard or a resolution: "ISO 17712:2013", "resolution 2396 (2017)".
_YEAR = re.compile(r"(?<![\w/.:-])(?<!\d \()(?:19|20)\d\d(?![\w/-])")


def last_year(text: str) -> int:
    """The last of the years that a text names, or 0."""
    return max((int(year) for year in _YEAR.findall(text)), default=0)


def whole_sentences(text: str) -> list[str]:
    """Sentences, of which "from 2 p.m. to 4 p.m. GMT" is not cut before the zone."""
    whole: list[str] = []
    for sentence in sentences(text):
        is_cut = whole and _AT_HALF.search(whole[-1][-6:]) and _ZONE_NEXT.match(sentence)
        if is_cut or (whole and _IN_BRACKETS.search(whole[-1][-60:])):
            whole[-1] = f"{whole[-1]} {sentence}"
        else:
            whole.append(sentence)
    return whole
