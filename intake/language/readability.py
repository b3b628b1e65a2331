"""How easy a text is to read, by counting: sentences, words, syllables."""

import re
from dataclasses import dataclass
from functools import lru_cache

from intake.language.sentences import sentences
from intake.language.words import words

_LEAST_WORDS = 50
_RUSSIAN_VOWELS = re.compile(r"[аеёиоуыэюя]", re.IGNORECASE)
_VOWEL_GROUPS = re.compile(r"[aeiouy]{1,8}")
# Two vowels that are spoken apart: "cre-ate", "sci-ence", "ne-on", "du-al"; but not "-tion", "-cial", "-geous".
_SPOKEN_APART = re.compile(r"(?<![ctsg])i[ao](?!n)|ciate|[aeiou]ing$|eo(?!us|pl)|ea$|ua[lr]|iet|riou|cien|creat|nuou")
_SILENT = re.compile(
    r"(?:[^aeiouytd]ed|[^aeiouyscxzlgh]es|[^aeiouyl]e|[aeiouy]le)$|[^aeiouy](?:eless|efully|eful|ely|ement)"
)
_LEVELS = ((60, "plain"), (45, "fairly_difficult"), (30, "difficult"))


@dataclass(frozen=True, slots=True)
class Readability:
    """`score`: about 0 (very hard) to 100 (very easy). `formula`: "flesch" or "flesch-oborneva".

    `level`: "plain" from 60 on, "fairly_difficult" from 45, "difficult" from 30, "very_difficult" below.
    """

    score: float
    formula: str
    level: str


def readability(text: str, language: str | None) -> Readability | None:
    """None for a text of fewer than 50 words and for languages other than English and Russian.

    English: Flesch (1948), 206.835 - 1.015 ASL - 84.6 ASW. Russian: Oborneva's coefficients (I. V. Oborneva 2006,
    on parallel texts), 206.835 - 1.3 ASL - 60.1 ASW. ASL: words in a sentence; ASW: syllables in a word.
    """
    found = words(text)
    if len(found) < _LEAST_WORDS or language not in ("en", "ru"):
        return None
    asl = len(found) / max(1, len(sentences(text)))
    asw = sum(syllables(word) for word in found) / len(found)
    if language == "en":
        return _judged(206.835 - 1.015 * asl - 84.6 * asw, "flesch")
    return _judged(206.835 - 1.3 * asl - 60.1 * asw, "flesch-oborneva")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Vowels of a Russian word; of an English one groups of vowels, less silent endings. At least 1."""
    if _RUSSIAN_VOWELS.search(word):
        return len(_RUSSIAN_VOWELS.findall(word))
    return sum(_english(part) for part in re.split(r"[-'’]", word.lower()) if len(part) > 1) or 1


def _english(word: str) -> int:
    count = len(_VOWEL_GROUPS.findall(word)) + len(_SPOKEN_APART.findall(word)) - len(_SILENT.findall(word))
    return max(1, count)


def _judged(score: float, formula: str) -> Readability:
    level = next((name for least, name in _LEVELS if score >= least), "very_difficult")
    return Readability(round(score, 1), formula, level)
