"""Markdown's marks within a line, taken off."""

import html
import re

from intake.readers.calls import with_address

_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,1000}(?:[ \t]{1,5}\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(
    r"\[([^\[\]]{1,500})\](?:\((?P<address>[^()\s]{0,1000})(?:[ \t]{1,5}\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>")
BREAK = re.compile(r"<br[ \t]{0,3}/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~]{0,2000}[^*_~\s])\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]{0,2000}[^*_\s])\1(?![\w*])")
# Whichever comes first: a backslash inside code is a letter, and an escaped tick begins no code.
_LITERAL = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>\"'])|`{1,2}([^`]{1,500})`{1,2}")
_SPACES = re.compile(r"\s{1,500}")


def plain(text: str, label: str = "") -> str:
    """The text as a reader of the rendered page would see it, on one line. `label` stands above or beside it."""
    kept: list[str] = []

    def put_by(match: re.Match[str]) -> str:
        kept.append(match.group(1) or match.group(2))
        return f"\x00{len(kept) - 1}\x00"

    text = _LITERAL.sub(put_by, text)

    def with_call(match: re.Match[str]) -> str:
        kept.append(with_address(match.group(1), match["address"] or "", match.string[: match.start()], label))
        return f"{match.group(1)}\x00{len(kept) - 1}\x00"

    text = _LINK.sub(with_call, _FOOTNOTE.sub("", _IMAGE.sub(r"\1", text)))
    text = _TAG.sub("", BREAK.sub(" ", _AUTOLINK.sub(r"\1", text)))
    for _ in range(3):  # strong inside emphasis and the other way round
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    text = re.sub("\x00(\\d{1,9})\x00", lambda match: kept[int(match.group(1))], text)
    return _SPACES.sub(" ", html.unescape(text)).strip()
