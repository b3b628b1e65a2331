"""The code of a certificate: 19 random characters of 31 (94 bits) and one that catches slips of the pen. Pure.

The alphabet has neither 0 nor O, neither 1 nor I nor L. With a prime number of characters and another weight for each
place, every single wrong character and every two that changed places are noticed.
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH, GROUP = 20, 4
VALUES = {character: value for value, character in enumerate(ALPHABET)}
# What the same key types on a Cyrillic keyboard, or looks the same in print.
LOOKS_LIKE = str.maketrans("АВСЕНКМРТХУ", "ABCEHKMPTXY")


def new_code() -> str:
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return drawn + check_character(drawn)


def check_character(drawn: str) -> str:
    """Makes the weighted sum of all places a multiple of 31; the check character itself weighs 1."""
    total = sum(weight * VALUES[each] for weight, each in zip(range(LENGTH, 1, -1), drawn, strict=True))
    return ALPHABET[-total % len(ALPHABET)]


def grouped(code: str) -> str:
    """As it is printed: "7K3M-9QXT-…"."""
    return "-".join(code[place : place + GROUP] for place in range(0, len(code), GROUP))


def understood(typed: str) -> str | None:
    """The code that was meant, whatever case, blanks and dashes; None for what cannot be one."""
    bare = "".join(each for each in typed.upper().translate(LOOKS_LIKE) if each.isalnum())
    if len(bare) != LENGTH or not set(bare) <= set(ALPHABET) or check_character(bare[:-1]) != bare[-1]:
        return None
    return bare
