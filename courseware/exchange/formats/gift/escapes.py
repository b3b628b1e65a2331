"""Signs of GIFT within a text. Only these are escaped: before anything else a backslash stays a backslash."""

import re

_SIGNS = {ord(sign): f"\\{sign}" for sign in "\\:#={}~"} | {ord("\n"): r"\n"}
_ESCAPED = re.compile(r"\\([\\:#={}~n])")


def escaped(text: str) -> str:
    return text.translate(_SIGNS)


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def masked(text: str) -> str:
    """Of the same length, with escaped signs as two NULs: what is still a sign here means something."""
    return _ESCAPED.sub("\0\0", text)


def split(text: str, sign: str, most: int = 0) -> list[str]:
    """At each sign that is not escaped; at the first `most` of them where that is given."""
    pieces, start = [], 0
    for found in re.finditer(re.escape(sign), masked(text)):
        if most and len(pieces) == most:
            break
        pieces.append(text[start : found.start()])
        start = found.end()
    return [*pieces, text[start:]]
