"""Passwords of meetings. They are never drafted: what a draft says may be published."""

import re
from dataclasses import replace

from intake.blocks import Block, Document

_LEFT_OUT = "…"
_NAMED = (
    r"\b(?:pass-?\s?codes?|passwords?|pin(?:[ -]code)?|(?:access|meeting|entry) code|пароль|"
    r"код (?:доступа|конференции|встречи)|mot de passe|code d[’']accès)"
)
_CODE = r"(?:\d{2,4}(?:[ -]\d{2,4}){1,3}|(?=\S{0,30}[\dA-ZА-ЯЁ!#$%&@^~])[^\s,;()<>]{3,40})"
_SAID = re.compile(rf"(?i:{_NAMED}(?:\s(?:is|est)\b|(?:\s\w{{2,15}}){{1,3}}\s?[:=])?\s?[:=–—-]?\s?)(?P<code>{_CODE})")
_IN_ADDRESS = re.compile(r"(?<=[?&](?:pwd)=)[^\s&#]{1,100}|(?<=[?&]passcode=)[^\s&#]{1,100}", re.IGNORECASE)


def without_passcodes(document: Document) -> Document:
    return replace(document, blocks=tuple(_masked(block) for block in document.blocks))


def masked(text: str) -> str:
    """The text with an ellipsis in the place of each password."""
    text = _SAID.sub(lambda said: said.group()[: said.start("code") - said.start()] + _LEFT_OUT, text)
    return _IN_ADDRESS.sub(_LEFT_OUT, text)


def _masked(block: Block) -> Block:
    text = masked(block.text)
    if text == block.text:
        return block
    return replace(block, text=text, rows=tuple(tuple(masked(cell) for cell in row) for row in block.rows))
