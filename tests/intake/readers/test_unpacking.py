"""Streams of a PDF that unpack to more than they may, by each way of packing and at each place."""

import base64
import zlib

import pytest

from intake.errors import Refused
from intake.readers import read
from intake.readers.pdf.unpacking import LARGEST_FONT, LARGEST_STREAM
from tests.corpus.hostile.papers import CATALOG, FONT, PAGE, of_objects

BOMB = zlib.compress(b" " * (LARGEST_STREAM + 1), 9)
RUNS = b"\x81 " * (LARGEST_STREAM // 128 + 1)
WORDS = b"BT /F 11 Tf 72 700 Td (Some words stand here, and they can be read.) Tj ET"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(packed, look):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(packed), look, packed)


def of_one_page(drawing, font=FONT, *more):
    return of_objects(CATALOG, PAGES, PAGE, drawing, font, *more)


def lzw_of_blanks(codes):
    """Clear, a blank, then always the newest entry of the table, which is one blank longer each time."""
    bits, width, entries = f"{256:09b}{32:09b}", 9, 258
    for _ in range(codes):
        bits += f"{min(entries, 4095):0{width}b}"
        entries += 1
        width = 9 + (entries > 510) + (entries > 1022) + (entries > 2046)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def code_of(data):
    with pytest.raises(Refused) as caught:
        read("x.pdf", data)
    return caught.value.code


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (BOMB, b"/FlateDecode"),
        (base64.a85encode(BOMB), b"[/ASCII85Decode /FlateDecode]"),
        (zlib.compress(BOMB), b"[/FlateDecode /FlateDecode]"),
        (RUNS, b"/RunLengthDecode"),
        (zlib.compress(RUNS), b"[/FlateDecode /RunLengthDecode]"),
        (lzw_of_blanks(5_000), b"/LZWDecode"),
    ],
)
def test_drawing_that_unpacks_without_end_is_refused_however_it_is_packed(packed, filters):
    assert code_of(of_one_page(stream(packed, b"/Filter " + filters))) == "pdf_too_complex"


def test_names_of_letters_that_unpack_without_end_are_refused():
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    assert code_of(of_one_page(stream(WORDS, b""), font, stream(BOMB, b"/Filter /FlateDecode"))) == "pdf_too_complex"


def test_objects_that_unpack_without_end_are_refused():
    packed = stream(BOMB, b"/Type /ObjStm /N 1 /First 9 /Filter /FlateDecode")
    without_places = of_one_page(stream(WORDS, b""), FONT, packed).replace(b"startxref", b"")
    assert code_of(without_places) == "pdf_too_complex"


@pytest.mark.parametrize("filters", [b"/FlateDecode", b"[/ASCII85Decode /FlateDecode]"])
def test_drawing_within_the_limits_is_read_however_it_is_packed(filters):
    packed = zlib.compress(WORDS)
    data = of_one_page(stream(base64.a85encode(packed) if b"85" in filters else packed, b"/Filter " + filters))
    assert read("x.pdf", data).blocks[0].text == "Some words stand here, and they can be read."


def with_font(size):
    descriptor = b"<< /Type /FontDescriptor /FontName /Own /FontFile 7 0 R >>"
    font = FONT.replace(b"Helvetica", b"Own /FontDescriptor 6 0 R /FirstChar 32 /Widths [500]")
    file = stream(zlib.compress(b" " * size, 9), b"/Length1 %d /Filter /FlateDecode" % size)
    return of_one_page(stream(WORDS, b""), font, descriptor, file)


def test_a_font_may_be_larger_than_a_drawing_and_has_its_limit_too():
    assert read("x.pdf", with_font(LARGEST_STREAM + 1)).blocks
    assert code_of(with_font(LARGEST_FONT + 1)) == "pdf_too_complex"
