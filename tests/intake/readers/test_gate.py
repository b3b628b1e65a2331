import pytest

from intake.errors import Refused
from intake.readers import read
from intake.readers.gate import LARGEST_BYTES, LONGEST_LINE


def refusal(name, data):
    with pytest.raises(Refused) as caught:
        read(name, data)
    return caught.value


@pytest.mark.parametrize("data", [b"", b" \n\t \n", "\ufeff".encode(), "\u200b\u200b".encode(), b"---\n\n---\n"])
def test_a_file_without_text_is_refused(data):
    assert refusal("note.md", data).code == "empty"


@pytest.mark.parametrize(
    ("data", "type_name"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "DOCX or ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
    ],
)
def test_another_type_under_a_text_name_is_named(data, type_name):
    refused = refusal("note.txt", data)
    assert (refused.code, refused.values) == ("wrong_type", {"type": type_name})


def test_nul_bytes_are_refused():
    assert refusal("note.txt", b"text \x00 text").code == "binary"


def test_invalid_utf8_is_refused_with_its_line():
    refused = refusal("note.txt", b"good\nbad \xff byte")
    assert (refused.code, refused.values["line"]) == ("not_text", 2)


def test_five_megabytes_on_one_line_are_refused_before_anything_is_read():
    refused = refusal("note.txt", b"a" * 5_000_000)
    assert (refused.code, refused.values) == ("too_big", {"size": 5_000_000, "limit": LARGEST_BYTES})


def test_an_endless_line_is_refused_with_its_number():
    refused = refusal("note.txt", b"short\n" + b"a" * (LONGEST_LINE + 1))
    assert (refused.code, refused.values["line"]) == ("line_too_long", 2)


def test_too_many_paragraphs_are_refused():
    assert refusal("note.txt", b"One more line of text.\n" * 5_001).code == "too_long"


@pytest.mark.parametrize("name", ["note.docx", "note", "note.exe", "archive.txt.gz"])
def test_an_unknown_ending_is_refused_with_the_known_ones(name):
    refused = refusal(name, b"Plain words.")
    assert (refused.code, refused.values["known"]) == ("unknown_extension", ".txt, .md, .markdown")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding(encoding):
    assert read("note.txt", "Тихая граница.".encode(encoding)).blocks[0].text == "Тихая граница."


def test_unseen_characters_are_taken_out():
    data = "Pass\u200bword\u202e \x07is e\u0301te\u0301.".encode()
    assert read("note.txt", data).blocks[0].text == "Password is été."


def test_the_ending_may_be_in_capitals():
    assert read("NOTE.TXT", b"Plain words.").blocks[0].text == "Plain words."
