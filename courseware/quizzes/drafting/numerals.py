"""Numbers written as words, from two to ninety-nine, and the commonest fractions."""

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905

_WORDS = [*_ONES, *_TEENS, *(ten + tail for ten in _TENS for tail in ("", *(f"-{one}" for one in _ONES)))]
VALUE_OF = {word: value for value, word in enumerate(_WORDS, 1)}
WORD_FOR = {value: word for word, value in VALUE_OF.items()}
NUMERAL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS)}"
    r"|two|three|four|five|six|seven|eight|nine)"
)
SHARES = {
    "one tenth": 0.1, "one fifth": 0.2, "one quarter": 0.25, "one third": 0.33, "two fifths": 0.4, "one half": 0.5,
    "three fifths": 0.6, "two thirds": 0.67, "three quarters": 0.75, "four fifths": 0.8,
}  # fmt: skip


def like(word: str, pattern: str) -> str:
    """The word with a capital where the pattern has one."""
    return word.capitalize() if pattern[:1].isupper() else word
