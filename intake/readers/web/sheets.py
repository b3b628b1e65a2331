"""What the style sheets inside a page hide from everybody, whatever the screen."""

import re
from collections.abc import Iterator

from lxml import etree

_LONGEST = 500_000  # characters of style sheets
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.DOTALL)
_NAME = re.compile(r"[a-z0-9]{0,20}[.#]([\w-]{1,80})", re.IGNORECASE)
_HIDES = re.compile(r"(?:^|;)\s{0,20}(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)", re.IGNORECASE)


def hidden_names(root: etree._Element) -> set[str]:
    """Classes and ids, in small letters. Rules for some screens only (@media) do not count."""
    sheets = "".join(style.text or "" for style in root.iter("style"))[:_LONGEST]
    return set(_hidden(_COMMENT.sub("", sheets)))


def _hidden(sheet: str) -> Iterator[str]:
    depth, selector = 0, ""
    for part in re.split(r"([{}])", sheet):
        if part == "{":
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            selector = part.strip()
        elif depth == 1 and not selector.startswith("@") and _HIDES.search(part):
            names = (_NAME.fullmatch(one.strip()) for one in selector.split(","))
            yield from (name[1].lower() for name in names if name)
