"""Abbreviations that a text spells out, after Schwartz and Hearst (2003), with whole-word alignment.

The letters of the short form are laid over the words before the bracket. A letter at the start of a word counts
far more than one inside it, and a content word without a letter costs, so that "Counter-Terrorism Committee
Executive Directorate (CTED)" is not cut to its last three words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from intake.language.sentences import sentence_spans
from intake.language.stopwords import FUNCTION


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for, as the text writes them; where not `stated`, from the list of bodies."""

    short: str
    long: str
    stated: bool = True


_BRACKET = re.compile(r"\(([^()]{2,200})\)")
_LEAD_IN = re.compile(
    r"^(?:hereinafter|hereafter|henceforth|also known as|known as|or|the|далее(?: именуем\w{0,5})?|также)"
    r"(?:\s{1,3}(?:referred to as|called|as|the|also))?[\s–—:-]{1,4}",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’«»„"
_SHORT = re.compile(r"[^\W_][\w&.\-]{1,11}")
_ROMAN = re.compile(r"[IVXLC]+")
_TOKEN = re.compile(r"[^\W_]{1,60}(?:['’][^\W_]{1,20})?")
_BEFORE = re.compile(r"([^\W\d_][\w\-]{1,11})['’]{0,1}s?\s$")
_AFTER = re.compile(r"\s([^\W\d_][\w\-]{1,11})\b")
_SMALL = FUNCTION | {"al", "el", "de", "du", "la", "des", "et", "y", "del"}

_INITIAL, _SMALL_INITIAL, _INSIDE, _SKIPPED = 2.0, 1.0, 0.3, -1.0
_IMPOSSIBLE = float("-inf")


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Every abbreviation that the text expands, in the order of first mention, one for each short form."""
    found: dict[str, Abbreviation] = {}
    for start, end in sentence_spans(text):
        for abbreviation in _in_sentence(text[start:end]) if "(" in text[start:end] else ():
            found.setdefault(_singular(abbreviation.short).upper(), abbreviation)
    return tuple(found.values())


def _in_sentence(sentence: str) -> list[Abbreviation]:
    found = []
    for bracket in _BRACKET.finditer(sentence):
        one = _short_in_brackets(sentence, bracket) or _long_in_brackets(sentence, bracket)
        if one:
            found.append(one)
    return found


def _short_in_brackets(sentence: str, bracket: re.Match[str]) -> Abbreviation | None:
    inside = _LEAD_IN.sub("", bracket.group(1).strip()).strip(_QUOTES)
    short = re.sub(r"['’]s$", "", re.split(r"[,;:]|\s", inside, maxsplit=1)[0].strip(_QUOTES))
    if not _is_short_form(short) or (" " in inside and "," not in inside and ";" not in inside):
        return None
    window = re.split(r"[()\[\];:]", sentence[max(0, bracket.start() - 200) : bracket.start()])[-1]
    long = _best_long(_singular(short), window) or _capitalised_span(short, window)
    return Abbreviation(short, _tidy(long)) if long and short not in long.split() else None


def _long_in_brackets(sentence: str, bracket: re.Match[str]) -> Abbreviation | None:
    """`ISIS (Islamic State of Iraq and Al-Sham)` and the reverse, with the short form after the bracket."""
    inside = bracket.group(1).strip()
    before = _BEFORE.search(sentence[max(0, bracket.start() - 15) : bracket.start()])
    after = _AFTER.match(sentence, bracket.end())
    for neighbour in (before, after):
        if neighbour and _is_short_form(neighbour.group(1)):
            long = _best_long(_singular(neighbour.group(1)), inside)
            if long and len(long) >= len(inside) - 4:
                return Abbreviation(neighbour.group(1), _tidy(long))
    return None


def _is_short_form(short: str) -> bool:
    capitals = sum(1 for letter in short if letter.isupper())
    return capitals >= 2 and bool(_SHORT.fullmatch(short)) and not _ROMAN.fullmatch(short)


def _singular(short: str) -> str:
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short


def _tidy(long: str) -> str:
    """Without the marks around it, a possessive ending, and the capital that only the start of a sentence gave it.

    Russian names have a capital on their first word alone, so there it stays.
    """
    bare = re.sub(r"['’]s$", "", long.strip(" ,–—-" + _QUOTES))
    first, _, rest = bare.partition(" ")
    return f"{first.lower()} {rest}" if rest.islower() and first.istitle() and first.isascii() else bare


def _best_long(short: str, window: str) -> str | None:
    """The stretch that ends the window and best explains the letters; None where none explains them well."""
    letters = "".join(letter for letter in short.lower() if letter.isalnum())
    tokens = list(_TOKEN.finditer(window))[-min(len(letters) + 7, 2 * len(letters) + 2) :]
    best, best_score = None, len(letters) * 1.0
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].group()[0].lower() != letters[:1]:
            continue
        score = _alignment(letters, tuple(token.group().lower() for token in tokens[index:]))
        if score > best_score:
            best, best_score = window[tokens[index].start() :], score
    return best.strip() if best and len(best.strip()) > len(short) else None


@lru_cache(maxsize=2048)
def _alignment(letters: str, tokens: tuple[str, ...]) -> float:
    """How well the letters, in order, are explained by the tokens; minus infinity where they are not."""
    if not tokens:
        return 0.0 if not letters else _IMPOSSIBLE
    word, rest = tokens[0], tokens[1:]
    small = word in _SMALL
    best = _alignment(letters, rest) + (0.0 if small else _SKIPPED)
    if letters and word[0] == letters[0]:
        gain, position, used = (_SMALL_INITIAL if small else _INITIAL), 0, 1
        while True:
            best = max(best, gain + _alignment(letters[used:], rest))
            position = word.find(letters[used], position + 1) if used < len(letters) else -1
            if position < 0:
                break
            gain, used = gain + _INSIDE, used + 1
    return best


def _capitalised_span(short: str, window: str) -> str | None:
    """For forms such as UNICEF, whose letters do not follow the words: the name in capitals right before."""
    if not short.isupper() or len(short) < 4:
        return None
    span: list[str] = []
    for word in reversed(window.split()):
        if not (word[0].isupper() or word.lower() in _SMALL) or word.endswith((",", ".")):
            break
        span.insert(0, word)
    while span and (span[0].lower() in _SMALL or span[0][0] != short[0]):
        span.pop(0)
    return " ".join(span) if sum(word[0].isupper() for word in span) >= 2 else None
