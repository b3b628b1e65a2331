"""Text of a document as Markdown that shows it letter by letter, and back."""

import re
from collections.abc import Sequence

# What Markdown would take for markup, and how it is written so that it shows as it is.
_SPECIAL = re.compile(r"[\\`*_\[\]]|<|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)(\d*)([#>+-]|(?<=\d)[.)](?=\s))", re.MULTILINE)
_RULED_LINE = re.compile(r"^[=:|](?=[-=:| ]*$)", re.MULTILINE)  # would make the line above a heading or a table
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_ITEM = "- "


def as_markdown(paragraphs: Sequence[str]) -> str:
    """Markdown that shows the paragraphs letter by letter; those that start with "- " become a list."""
    lines: list[str] = []
    for n, paragraph in enumerate(paragraphs):
        follows_item = n > 0 and paragraphs[n - 1].startswith(_ITEM) and paragraph.startswith(_ITEM)
        lines += [_literal(paragraph)] if follows_item or n == 0 else ["", _literal(paragraph)]
    return "\n".join(lines)


def _literal(paragraph: str) -> str:
    if paragraph.startswith(_ITEM):
        return _ITEM + _escaped(paragraph.removeprefix(_ITEM).lstrip())
    return _escaped(paragraph)


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)
    text = _RULED_LINE.sub(lambda found: f"&#{ord(found[0])};", text)
    return _LINE_START.sub(r"\1\2\\\3", text)


def plain(markdown: str) -> str:
    """The text behind as_markdown: for finding a passage again, not a reader of all Markdown."""
    text = re.sub(r"\\([\\`*_\[\]#>+.)-])", r"\1", markdown)
    text = re.sub(r"&#(61|58|124);", lambda found: chr(int(found[1])), text)
    return text.replace("&lt;", "<").replace("&amp;", "&")
