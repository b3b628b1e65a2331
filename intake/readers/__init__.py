"""From the bytes of an uploaded file to a Document. A new format is one function in READERS.

A reader takes the decoded, cleaned text and gives numbered blocks; offsets count characters of that text.
"""

from collections.abc import Callable
from pathlib import PurePosixPath

from intake.blocks import Block, Document
from intake.errors import Refused
from intake.language import language_of
from intake.readers import gate, markdown, plain, repairs

Reader = Callable[[str], tuple[Block, ...]]

READERS: dict[str, Reader] = {".txt": plain.blocks, ".md": markdown.blocks, ".markdown": markdown.blocks}
MOST_BLOCKS = 5_000


def read(name: str, data: bytes) -> Document:
    """Read a file by its content and the ending of its name.

    Raises Refused: too_big, empty, wrong_type, binary, not_text, line_too_long, unknown_extension, too_long.
    """
    text = gate.decoded(data)
    reader = READERS.get(PurePosixPath(name.lower()).suffix)
    if reader is None:
        raise Refused("unknown_extension", name=name[:100], known=", ".join(READERS))
    gate.check_lines(text)
    blocks = reader(text)
    if not blocks:
        raise Refused("empty")
    if len(blocks) > MOST_BLOCKS:
        raise Refused("too_long", blocks=len(blocks), limit=MOST_BLOCKS)
    mended, remarks = repairs.mended(blocks)
    return Document(name, mended, language_of("\n".join(block.text for block in mended)), remarks)
