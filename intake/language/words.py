"""Words and the time that they take to read."""

import re

WORDS_PER_MINUTE = 230  # silent reading of non-fiction by adults, rounded down (Brysbaert 2019: 238)

_WORD = re.compile(r"[^\W_]{1,60}(?:[.,](?=\d)\d{1,30}|['’\-][^\W_]{1,60}){0,8}")


def words(text: str) -> list[str]:
    """The words of a text in order; hyphenated words, contractions and figures such as 2,000 are one word each."""
    return _WORD.findall(text)


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum("\u0400" <= letter <= "\u04ff" for letter in letters) * 2 > len(letters)


def reading_minutes(words: int) -> int:
    """Whole minutes that reading so many words takes, rounded up; at least 1."""
    return max(1, -(-words // WORDS_PER_MINUTE))
