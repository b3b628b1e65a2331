"""What the style sheets inside a page say of classes and ids: which are hidden on every screen, which stand apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_LONGEST = 500_000  # characters of style sheets
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_NAME = re.compile(r"[a-z0-9]{0,20}[.#]([\w-]{1,80})", re.IGNORECASE)
_HIDES = re.compile(r"(?:^|;)\s{0,20}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)", re.IGNORECASE)
BLOCK = re.compile(r"(?:^|;)\s{0,20}display\s{0,5}:\s{0,5}(?:block|flex|grid|table|list-item)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Classes and ids in small letters."""

    hidden: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()


def sheet_of(root: etree._Element) -> Sheet:
    """Rules for some screens only (@media) do not count."""
    text = "".join(style.text or "" for style in root.iter("style"))[:_LONGEST]
    rules = list(_rules(_COMMENT.sub("", text)))
    hidden = frozenset(name for name, look in rules if _HIDES.search(look))
    return Sheet(hidden, frozenset(name for name, look in rules if BLOCK.search(look)))


def _rules(text: str) -> Iterator[tuple[str, str]]:
    depth, selector = 0, ""
    for part in re.split(r"([{}])", text):
        if part == "{":
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            selector = part.strip()
        elif depth == 1 and not selector.startswith("@"):
            names = (_NAME.fullmatch(one.strip()) for one in selector.split(","))
            yield from ((name[1].lower(), part) for name in names if name)
