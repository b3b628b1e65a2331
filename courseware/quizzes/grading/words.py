"""Short texts compared as a patient reader would: case, spaces, punctuation and ё do not matter; other letters do."""

import unicodedata

# A slip of one letter in a short word, of two in a longer one; three letters are too few to tell a slip from a guess.
SHORTEST_WITH_SLIP, SHORTEST_WITH_TWO = 4, 8


def evened(text: str) -> str:
    """Composed (й is one letter however it was typed), in one case, ё as е, words parted by single spaces."""
    same = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("ё", "е")
    bare = "".join(" " if unicodedata.category(char).startswith(("P", "Z", "C")) else char for char in same)
    return " ".join(bare.split())


def is_close(given: str, accepted: str) -> bool:
    """Whether two texts, both evened and not the same, differ by no more than a slip."""
    shorter = min(len(given), len(accepted))
    allowed = (shorter >= SHORTEST_WITH_SLIP) + (shorter >= SHORTEST_WITH_TWO)
    return allowed > 0 and abs(len(given) - len(accepted)) <= allowed and distance(given, accepted) <= allowed


def distance(one: str, other: str) -> int:
    """Letters to add, leave out, replace or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, char in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != char))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == char:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
