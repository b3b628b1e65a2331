"""Letters: what stands above "Dear colleagues" tells who writes, to whom and when, and nothing of the event."""

import re

from intake.blocks import Document

_SALUTATION = re.compile(
    r"(?:dear|distinguished|esteemed|your excellenc(?:y|ies)|уважаем\w{2,3}|дорог\w{2,3}|глубокоуважаем\w{2,3})\b"
    r".{0,100}[,!:]?$|(?:mesdames|messieurs|madam|sir)\b.{0,40},$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 14  # blocks
_SUBJECT = re.compile(r"^(?:subject|re|тема|предмет)\s?:", re.IGNORECASE)


def head_of_letter(document: Document) -> frozenset[int]:
    """The numbers of the blocks above the salutation, without the subject line; empty for what is no letter."""
    blocks = document.blocks[:_LONGEST_HEAD]
    end = next((at for at, block in enumerate(blocks) if _SALUTATION.fullmatch(block.text.strip())), 0)
    return frozenset(block.n for block in blocks[: end + 1 if end else 0] if not _SUBJECT.match(block.text))
