"""How a document is damaged: bytes turned over, pieces cut out, doubled, swapped for a piece of another document.

The parts of a Word file are damaged before they are packed; a damaged ZIP file is refused before anything is read.
"""

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from hypothesis import strategies as st
from lxml import etree

UNFIT_FOR_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
WAYS = ("turn", "cut", "double", "splice", "write")
# What parsers trip over: marks, numbers without an end, and what is left out.
WORDS = (
    *(b"\x00", b"\xff\xfe", b"\r", "\u202e".encode(), b"\n" * 300, b" " * 3000, b"(" * 300, b"[" * 300),
    *(b"<", b"</", b"<!--", b"]]>", b"&#x110000;", b"<table><tr><td rowspan=9>", b"<w:tbl><w:tr><w:tc>", b'w:val=""'),
    *(b"endstream", b"endobj", b" R", b"/Kids", b"/Filter", b"-1", b"999999999999"),
    *(b"10:00-", b"31 June 2027", b"|---|", b"> > ", b"{}"),
)


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
        parts[name] = (
            damaged_tree(parts[name], others.get(name, b""), mutation)
            if mutation.length % 4
            else mutation.apply(parts[name], others.get(name, b""))
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def damaged_tree(data: bytes, other: bytes, mutation: Mutation) -> bytes:
    """XML that is still well formed: an element gone, inside itself, given another name, value or place."""
    try:
        root, elsewhere = etree.fromstring(data), etree.fromstring(other or data)
    except etree.XMLSyntaxError:
        return mutation.apply(data, other)
    elements = list(root.iter(etree.Element))[1:]
    if elements:
        change(elements[int(mutation.at * (len(elements) - 1))], list(elsewhere.iter(etree.Element)), mutation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def change(element: etree._Element, others: list[etree._Element], mutation: Mutation) -> None:
    chosen = others[int(mutation.to * (len(others) - 1))]
    if mutation.way == "cut":
        element.getparent().remove(element)
    elif mutation.way == "double":
        for _ in range(mutation.length % 20):
            element.append(deepcopy(element[0] if len(element) else chosen))
    elif mutation.way == "splice":
        element.append(deepcopy(chosen))
    elif mutation.way == "turn":
        element.tag = chosen.tag
    else:
        for name in element.keys()[:1]:
            element.set(name, mutation.word.decode("latin-1").translate(UNFIT_FOR_XML))


def members(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK\x03\x04"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
