"""Which language a text is in, by a vote of its small words within its script."""

from intake.language.stopwords import ENGLISH, FRENCH, KAZAKH, RUSSIAN, SPANISH
from intake.language.words import words

_LATIN = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}
_CYRILLIC = {"ru": RUSSIAN, "kk": KAZAKH}
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_ENOUGH_VOTES = 2
_SAMPLE_CHARACTERS = 200_000


def language_of(text: str) -> str | None:
    """ISO 639-1 code (en, fr, es, ru, kk), or None where the text is too short or in another language."""
    lowered = [word.lower() for word in words(text[:_SAMPLE_CHARACTERS])]
    cyrillic = sum(1 for word in lowered if "\u0400" <= word[0] <= "\u04ff")
    if cyrillic * 2 > len(lowered):
        return _cyrillic_language(lowered)
    return _winner({code: sum(word in small for word in lowered) for code, small in _LATIN.items()})


def _cyrillic_language(lowered: list[str]) -> str | None:
    votes = {code: sum(word in small for word in lowered) for code, small in _CYRILLIC.items()}
    with_kazakh_letter = sum(1 for word in lowered if not _KAZAKH_LETTERS.isdisjoint(word))
    if with_kazakh_letter * 5 > len(lowered):
        votes["kk"] += with_kazakh_letter
    return _winner(votes)


def _winner(votes: dict[str, int]) -> str | None:
    (best, most), (_, next_most) = sorted(votes.items(), key=lambda pair: -pair[1])[:2]
    return best if most >= _ENOUGH_VOTES and most > next_most else None
