"""Passwords of meetings. They are never drafted: what a draft says may be published."""

import re
from dataclasses import replace

from intake.blocks import Block, Document, Remark

_LEFT_OUT = "…"
_NAMED = (
    r"\b(?:pass-?\s?code|password|pin(?:[ -]code)?|(?:access|meeting|entry) code|пароль|"
    r"код (?:доступа|конференции|встречи)|mot de passe|code d[’']accès)\b"
)
_SAYS = r"(?:(?:\s\w{2,15}){0,3}?(?:\s?[:=]|\s[–—-]|\s(?:is|est)(?=\s)))\s?"
_FIGURES = r"\d{2,4}(?:[ -]\d{2,4}){1,3}|(?=[^\s,;()<>]{0,30}\d)[^\s,;()<>]{3,40}"
_MIXED = r"(?=[^\s,;()<>]{0,30}(?:[!#$%&@^~]|\w[A-ZА-ЯЁ]))[^\s,;()<>]{3,40}"
_LAST_WORD = r"[A-ZА-ЯЁ][^\s,.;()<>]{2,40}(?=\s{0,3}(?:$|[.,;)\n]))"  # "Password: Danube", not "Passwords: Why ..."
_SAID = re.compile(rf"(?P<name>(?i:{_NAMED}))(?:(?i:{_SAYS})(?:{_FIGURES}|{_MIXED}|{_LAST_WORD})|\s?(?:{_FIGURES}))")
_IN_ADDRESS = re.compile(r"(?<=[?&](?:pwd)=)[^\s&#]{1,100}|(?<=[?&]passcode=)[^\s&#]{1,100}", re.IGNORECASE)


def without_passcodes(document: Document) -> Document:
    """The document with an ellipsis for each password, and a warning for each block that had one."""
    blocks = tuple(_masked(block) for block in document.blocks)
    changed = [old.n for old, new in zip(document.blocks, blocks, strict=True) if new is not old]
    if not changed:
        return document
    warnings = (*document.warnings, *(Remark("passcode_left_out", {"block": n}) for n in changed))
    return replace(document, blocks=blocks, warnings=warnings)


def masked(text: str) -> str:
    """The text with an ellipsis in the place of each password."""
    text = _SAID.sub(lambda said: f"{said['name']} {_LEFT_OUT}", text)
    return _IN_ADDRESS.sub(_LEFT_OUT, text)


def _masked(block: Block) -> Block:
    text = masked(block.text)
    if text == block.text:
        return block
    return replace(block, text=text, rows=tuple(tuple(masked(cell) for cell in row) for row in block.rows))
