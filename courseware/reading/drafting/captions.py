"""Captions that a page has glued to a paragraph, told by a credit or by a sentence that begins without a stop."""

import re
from collections.abc import Iterator
from dataclasses import replace

from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.shapes import is_caption, words_in
from intake.language import sentence_spans

_CREDIT_WORD = r"(?:photo(?:graph)?|image|picture|credit|illustration|фото|иллюстрация|снимок)"
_AGENCY = r"(?:Reuters|AFP|AP|EPA|Getty Images|Getty|TASS|ТАСС|РИА Новости)"
_NAME = r"[^\W\d_a-zа-я][\w.’'-]{1,30}"
_CREDIT = re.compile(
    r"(?:\((?i:" + _CREDIT_WORD + r")(?i:\s(?:by|credit|courtesy of))?\s?:?\s[^()]{2,60}\)"
    r"|\b(?i:"
    + _CREDIT_WORD
    + r")(?i:\s(?:by|credit))?\s?:\s(?:"
    + _AGENCY
    + r"|(?:"
    + _NAME
    + r"\s){1}"
    + _NAME
    + r"|"
    + _NAME
    + r")"
    r"(?:\s?/\s?(?:"
    + _AGENCY
    + r"|"
    + _NAME
    + r"(?:\s(?!(?:The|A|An|In|It|This|At|On|For|As|When|After)\b)"
    + _NAME
    + r"){0,2}))?)"
    r"[.]?(?=\s|$)"
)
# A word that begins a sentence, right after a name or a year and without a stop between them.
_NEW_SENTENCE = re.compile(
    r"(?<=[^\W_])\s(?=(?:The|In|It|This|These|When|After|As|At|On|For|But|While|Since|There|They|He|She"
    r"|Officials)\s[a-z])"
    r"|(?<=[^\W_])\s(?=(?:В|На|По|Это|Этот|После|Когда|Как|Но|Они|Он|Она)\s[а-яё])"
)
_LONGEST_CAPTION = 30
_FARTHEST = 300
_LEAST_REST = 8


def unglued(line: Line) -> list[Line]:
    """A paragraph as it is, or parted from a caption at its beginning or end; nothing is lost."""
    if line.kind != "paragraph" or words_in(line.text) < _LEAST_REST + 4:
        return [line]
    for before, after in _cuts(line.text):
        if words_in(after) >= _LEAST_REST:
            return [replace(line, kind="caption", text=before), replace(line, text=after)]
    tail = _caption_at_end(line.text)
    if tail:
        text = line.text[: len(line.text) - len(tail)].rstrip()
        return [replace(line, text=text), replace(line, kind="caption", text=tail)]
    return [line]


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """Where a caption at the beginning ends, the surest sign first."""
    credit = _CREDIT.search(text, 0, _FARTHEST)
    if credit and words_in(text[: credit.end()]) <= _LONGEST_CAPTION + 6 and _begins_anew(text[credit.end() :]):
        yield text[: credit.end()].strip(), text[credit.end() :].strip()
    for match in _NEW_SENTENCE.finditer(text, 0, _FARTHEST):
        before = text[: match.start()]
        last = before.split()[-1]
        named = last[0].isupper() or re.fullmatch(r"(?:19|20)\d\d", last)
        if named and not re.search(r"[.!?;:]", before) and is_caption(before):
            yield before, text[match.end() :]


def _begins_anew(rest: str) -> bool:
    return rest.lstrip(" .–—")[:1].isupper() or rest.lstrip()[:1] in '“"«'


def _caption_at_end(text: str) -> str | None:
    """The last sentence where it has no stop, as captions have none, and the one before it has."""
    start, end = sentence_spans(text)[-1]
    last = text[start:end]
    if start == 0 or words_in(text[:start]) < _LEAST_REST:
        return None
    credit = _CREDIT.search(last)
    credited = credit is not None and credit.end() >= len(last) - 1 and words_in(last) <= _LONGEST_CAPTION
    return last if credited or (last[-1].isalnum() and is_caption(last)) else None
