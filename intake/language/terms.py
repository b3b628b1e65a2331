"""Key terms by C-value (Frantzi, Ananiadou and Mima 2000) over word sequences bounded by stop words."""

import math
import re
from collections import Counter, defaultdict
from functools import lru_cache

from intake.language.sentences import sentences
from intake.language.stopwords import FUNCTION, LIGHT, listed

_CHUNK_END = re.compile(r"[,;:()\[\]\"“”«»–—/!?…]|\.(?=\s|$)|\n|\s-\s")
_TERM_WORD = re.compile(r"[^\W_]{1,40}(?:['’\-][^\W_]{1,40}){0,4}")
_POSSESSIVE = re.compile(r"['’]s$")
_LINKS = listed("of for по")
_LONGEST = 4
_LEAST_SINGLE = 4  # a single word must be said this often, a longer term twice
_SINGLE_WEIGHT = 0.25
_ADJECTIVE = re.compile(r"[a-z\-]{2,30}(?:al|ic|ive|ary|ous|ian|ble)|[а-яё\-]{2,30}(?:ый|ий|ая|ое|ые|ых|ого|ной|ому)")
_BARE_ADJECTIVE = re.compile(r"[a-z\-]{1,30}(?:[st]ian|kish|ese|ish|ic|al|ous|ern|ful|less|ent(?<=erent))")
_NOUNS_IN_AL_AND_IC = listed(
    """capital arrival proposal approval official potential rival festival hospital journal signal material professional
    removal survival trial individual withdrawal referral appeal goal deal canal criminal animal manual portal rural
    terminal tribunal trafficking traffic public logic clinic pandemic epidemic republic topic critic music mechanic
    logistic statistic fabric academic medic northern pattern concern western intern lantern cistern southern fish
    finish dish wish"""
)
_SAMPLE_CHARACTERS = 150_000


def key_terms(text: str, most: int = 10) -> tuple[str, ...]:
    """The terms that the text returns to, the weightiest first, in their commonest spelling; at most `most`.

    Only the first 150,000 characters count.
    """
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences(text[:_SAMPLE_CHARACTERS]):
        for chunk in _CHUNK_END.split(sentence):
            for gram in _grams(_words(chunk)):
                surfaces[_merged(gram)][" ".join(gram)] += 1
    counts = {term: sum(forms.values()) for term, forms in surfaces.items()}
    ranked = sorted(_c_values(counts).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(_surface(surfaces[term]) for term in _distinct([term for term, value in ranked if value > 0], most))


def _words(chunk: str) -> list[str]:
    return [_POSSESSIVE.sub("", word) for word in _TERM_WORD.findall(chunk)]


def _grams(chunk: list[str]) -> list[tuple[str, ...]]:
    lowered = [word.lower() for word in chunk]
    return [
        tuple(chunk[start:end])
        for start, first in enumerate(lowered)
        if _may_begin(first)
        for end in range(start + 1, min(start + _LONGEST, len(chunk)) + 1)
        if _may_end(lowered[end - 1]) and _are_linked(lowered[start + 1 : end - 1])
    ]


@lru_cache(maxsize=20_000)
def _may_begin(word: str) -> bool:
    is_of_content = word[0].isalpha() and word not in FUNCTION and word not in LIGHT
    return is_of_content and len(word) >= 3 and not word.endswith("ly")


@lru_cache(maxsize=20_000)
def _may_end(word: str) -> bool:
    return _may_begin(word) and not _looks_like_verb(word) and not _is_mere_adjective(word)


def _are_linked(middle: list[str]) -> bool:
    """Whether the words within a term hold no function word but at most one link: "right of appeal"."""
    return sum(word in _LINKS for word in middle) <= 1 and all(w in _LINKS or w not in FUNCTION for w in middle)


def _is_mere_adjective(word: str) -> bool:
    """A last word such as "Asian" or "economic": the term lacks its noun."""
    return bool(_BARE_ADJECTIVE.fullmatch(word)) and word not in _NOUNS_IN_AL_AND_IC


def _looks_like_verb(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4


def _merged(gram: tuple[str, ...]) -> str:
    """One key for case variants and for singular and plural."""
    lowered = [word.lower() for word in gram]
    return " ".join((*lowered[:-1], _singular(lowered[-1])))


@lru_cache(maxsize=20_000)
def _singular(word: str) -> str:
    return re.sub(r"(?<=[^su])s$", "", re.sub(r"ies$", "y", word))


def _c_values(counts: dict[str, int]) -> dict[str, float]:
    repeated = {term: count for term, count in counts.items() if count >= 2}
    inside: dict[str, list[int]] = defaultdict(list)
    for term, count in repeated.items():
        parts = term.split()
        for size in range(1, len(parts)):
            for start in range(len(parts) - size + 1):
                inside[" ".join(parts[start : start + size])].append(count)
    return {term: _c_value(term, count, inside.get(term, [])) for term, count in repeated.items()}


def _c_value(term: str, count: int, longer: list[int]) -> float:
    size = len(term.split())
    if size == 1 and (count < _LEAST_SINGLE or len(term) < 5 or _ADJECTIVE.fullmatch(term)):
        return 0.0
    net = count - (sum(longer) / len(longer) if longer else 0)
    return (math.log2(size) if size > 1 else _SINGLE_WEIGHT) * net


def _surface(forms: Counter[str]) -> str:
    return max(forms, key=lambda form: (forms[form], sum(letter.islower() for letter in form), form))


def _distinct(ranked: list[str], most: int) -> list[str]:
    """The best terms without those that only repeat part of a better one."""
    kept: list[str] = []
    for term in ranked:
        if len(kept) == most:
            break
        if not any(f" {term} " in f" {other} " for other in kept):
            kept.append(term)
    return kept
