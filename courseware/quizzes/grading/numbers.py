"""Numbers as people type them, read exactly."""

import re
import unicodedata
from decimal import Decimal

LONGEST = 60
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
# Thousands parted by {0}: at least twice, or with decimals after {1}.
GROUPED = r"[+-]?\d{{1,3}}(?:(?:{0}\d{{3}}){{2,}}(?:{1}\d*)?|{0}\d{{3}}{1}\d*)"
STARTS_AS_NUMBER = re.compile(r"[+-]?\.?\d")


def read_number(text: str) -> Decimal | None:
    """The number that is meant, or None: "12,5", "12.5", "1 234,5" with any space, "1.234,5", "−3".

    Where comma and dot both stand, the last of them parts off the decimals; one that stands more than once parts off
    thousands, if three figures follow each. A single comma or dot parts off decimals: "1,234" is a little over one.
    """
    even = _even(text)
    return Decimal(even) if len(even) <= LONGEST and NUMBER.fullmatch(even) else None


def has_unit(text: str) -> bool:
    """Whether it begins as a number does, and something else follows: "12 km"."""
    return read_number(text) is None and STARTS_AS_NUMBER.match(_even(text)) is not None


def _even(text: str) -> str:
    kept = "".join(char for char in unicodedata.normalize("NFKC", text) if not char.isspace() and char not in "'’_")
    kept = re.sub("[\u2010-\u2015\u2212]", "-", kept)
    for sign, other in (",.", ".,"):
        if re.fullmatch(GROUPED.format(re.escape(sign), re.escape(other)), kept):
            kept = kept.replace(sign, "")
    return kept.replace(",", ".")
