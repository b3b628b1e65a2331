"""A rule splitter for sentences in English and Russian."""

import re
from functools import lru_cache

from intake.language.stopwords import FUNCTION, listed

# A full stop after these never ends a sentence.
_NEVER_LAST = listed(
    """mr mrs ms dr prof rev hon gen lt col maj capt cdr cmdr sgt amb sen gov st h.e e.g i.e cf viz approx vs
    им проф акад ул г-н г-жа см т.е т тов пр просп доц
    tel fax ul тел факс моб"""
)
# After these it ends a sentence unless a figure follows ("No. 5", "para. 3", "ст. 12").
_BEFORE_FIGURE = listed(
    """no nos art arts fig figs para paras p pp vol ch sec ed res doc
    jan feb mar apr jun jul aug sep sept oct nov dec ст стр рис табл п пп гл"""
)
# After these it ends a sentence only where the next word is one that often starts one.
_RARELY_LAST = listed("inc ltd co corp dept univ est al v u.s u.k u.n")
_STARTERS = FUNCTION - {"us", "per", "by", "i"}

_STOP = re.compile(
    r"[.!?…]{1,8}[\"'”’»)\]]{0,3}(?:\s{1,3}\((?=[^()]{0,60}\d{4})[^()]{1,70}\)(?=\s{1,3}\w))?(?=\s|$)|\n[ \t]{0,80}\n"
)
_LAST_TOKEN = re.compile(r"[^\s(\[“\"«‘']{1,40}$")
_NEXT_WORD = re.compile(r"\s{0,200}[\"'“«‘(\[]{0,3}([^\s]{1,40})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, without the white space around it. A blank line also ends a sentence."""
    return list(_spans(text))


@lru_cache(maxsize=256)  # a drafting asks for the sentences of one paragraph many times
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for stop in _STOP.finditer(text):
        if stop.group().startswith("\n") or _ends_sentence(text, stop):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, len(text)))
    return tuple(span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1])


def sentences(text: str) -> list[str]:
    """The sentences of a text, each exactly as it stands there."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, stop.end())
    if following is None:
        return True
    word = following.group(1)
    if word[0].islower():
        return False
    if not stop.group().startswith(".") or len(stop.group()) > 1:
        return True
    return _full_stop_ends(text[max(0, stop.start() - 41) : stop.start()], word)


def _full_stop_ends(before: str, next_word: str) -> bool:
    match = _LAST_TOKEN.search(before)
    token = match.group() if match else ""
    bare, starter = token.lower(), next_word.lower().strip(".,;:") in _STARTERS
    if bare == "г":  # "2026 г. Участники" ends, "г. Ташкент" does not
        return bool(re.search(r"\d\s{0,2}г$", before)) and starter
    if bare in _NEVER_LAST:
        return False
    if bare in _BEFORE_FIGURE:
        return not next_word[0].isdigit()
    if bare in _RARELY_LAST or (_INITIALS.fullmatch(token + ".") and bare not in ("a.m", "p.m")):
        return starter
    return not (len(token) == 1 and token.isalpha() and token.isupper())
