"""How a document is damaged: bytes turned over, pieces cut out, doubled, swapped for a piece of another document.

The parts of a Word file are damaged before they are packed; a damaged ZIP file is refused before anything is read.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

WAYS = ("turn", "cut", "double", "splice", "write")
# What parsers trip over: marks, numbers without an end, and what is left out.
WORDS = (
    b"\x00", b"\xff\xfe", b"<", b"</", b"<!--", b"]]>", b"&#x110000;", b"-1", b"999999999999", b"(" * 300, b"[" * 300,
    b"\n" * 300, b" " * 3000, b"endstream", b"endobj", b" R", b"/Kids", b"/Filter", b"w:val=\"\"", b"<w:tbl><w:tr><w:tc>",
    b"<table><tr><td rowspan=9>", b"10:00-", b"31 June 2027", b"|---|", b"> > ", "\u202e".encode(), b"\r", b"{}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutation:
    """`at` and `to` are parts of the whole, 0 to 1; `part` chooses the member of a Word file."""

    way: str
    at: float
    length: int
    to: float
    part: int
    word: bytes

    def apply(self, data: bytes, other: bytes) -> bytes:
        start = int(self.at * len(data))
        end = min(len(data), start + self.length)
        if self.way == "turn":
            return (
                data[:start]
                + bytes(byte ^ (1 << self.length % 8) for byte in data[start : start + 1])
                + data[start + 1 :]
            )
        if self.way == "cut":
            return data[:start] + data[end:]
        if self.way == "double":
            return data[:end] + data[start:end] * 3 + data[end:]
        if self.way == "write":
            return data[:start] + self.word + data[start:]
        from_other = int(self.to * len(other))
        return data[:start] + other[from_other : from_other + self.length] + data[end:]


parts_of_one = st.floats(0, 1, allow_nan=False)
mutations = st.lists(
    st.builds(
        Mutation,
        way=st.sampled_from(WAYS),
        at=parts_of_one,
        length=st.one_of(st.integers(1, 40), st.integers(40, 3000)),
        to=parts_of_one,
        part=st.integers(0, 20),
        word=st.sampled_from(WORDS),
    ),
    min_size=1,
    max_size=6,
)


def damaged(data: bytes, other: bytes, wanted: Sequence[Mutation]) -> bytes:
    """The document after every mutation, the first first."""
    if data.startswith(b"PK\x03\x04") and wanted[0].part:
        return damaged_package(data, other, wanted)
    for mutation in wanted:
        data = mutation.apply(data, other)
    return data


def damaged_package(data: bytes, other: bytes, wanted: Sequence[Mutation]) -> bytes:
    """A Word file of which some parts are damaged, the text of the document more often than the others."""
    parts, others = members(data), members(other)
    names = [*["word/document.xml"] * 8, *parts]
    for mutation in wanted:
        name = names[mutation.part % len(names)]
        parts[name] = mutation.apply(parts[name], others.get(name, b""))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK\x03\x04"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
