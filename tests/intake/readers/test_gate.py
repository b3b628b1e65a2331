import io
import zipfile

import pytest

from intake.errors import Refused
from intake.readers import read
from intake.readers.archive import MOST_MEMBERS
from intake.readers.gate import LARGEST_BYTES, LARGEST_TEXT_BYTES, LONGEST_LINE
from tests.intake.files import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def refusal(name, data):
    with pytest.raises(Refused) as caught:
        read(name, data)
    return caught.value


def wide(name):
    return name.encode("utf-16-le")


@pytest.mark.parametrize("data", [b"", b" \n\t \n", "\ufeff".encode(), "\u200b\u200b".encode(), b"---\n\n---\n"])
def test_a_file_without_text_is_refused(data):
    assert refusal("note.md", data).code == "empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE + wide("WordDocument"), "old_word"),
        (OLE + wide("Workbook"), "old_office"),
        (OLE + wide("EncryptedPackage"), "encrypted_docx"),
        (b"{\\rtf1\\ansi text}", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x00\x00\x00\x18ftypheic", "image"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"%!PS-Adobe-3.0", "postscript"),
        (b"<?xml version='1.0'?><office:document/>", "other_xml"),
        (b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nx", "web_archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        (zipped({"ppt/presentation.xml": "<x/>"}), "presentation"),
        (zipped({"readme.txt": "words"}), "archive"),
    ],
)
@pytest.mark.parametrize("name", ["note.docx", "note.txt", "note"])
def test_another_type_is_named_whatever_the_file_is_called(name, data, code):
    assert refusal(name, data).code == code


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("note.txt", docx(paragraph("A word")), "docx"),
        ("note.pdf", b"<!doctype html><html><body><p>A word</p></body></html>", "html"),
        ("note.exe", b"Plain words.", "txt"),
        ("note", b"# A heading\n\nPlain words.", "md"),
        ("note.txt", b"# No heading here\n\nPlain words.", "txt"),
        ("note.html", b"Plain words, whatever the name says.", "txt"),
    ],
)
def test_a_file_is_read_by_its_content(name, data, kind):
    assert read(name, data).kind == kind


def test_nul_bytes_are_refused():
    assert refusal("note.txt", b"text \x00 text").code == "binary"


def test_sizes_are_limited_by_type():
    assert refusal("note.txt", b"a" * (LARGEST_TEXT_BYTES + 1)).values["limit"] == LARGEST_TEXT_BYTES
    assert refusal("note.pdf", b"%PDF-1.7" + b"a" * LARGEST_BYTES).values["limit"] == LARGEST_BYTES


def test_an_endless_line_is_refused_with_its_number():
    refused = refusal("note.txt", b"short\n" + b"a" * (LONGEST_LINE + 1))
    assert (refused.code, refused.values["line"]) == ("line_too_long", 2)


def test_too_many_paragraphs_are_refused():
    assert refusal("note.txt", b"One more line of text.\n" * 5_001).code == "too_long"


def test_unseen_characters_are_removed():
    assert read("note.txt", "hid\u200bden \u202etext\u202c here.".encode()).blocks[0].text == "hidden text here."


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "word/../../evil", "C:\\evil"])
def test_an_archive_with_names_that_lead_outside_is_refused(name):
    assert refusal("note.docx", docx(paragraph("A word"), **{name: "x"})).values == {"reason": "names"}


def test_an_archive_with_too_many_members_is_refused():
    many = {f"word/{n}.xml": "" for n in range(MOST_MEMBERS + 1)}
    assert refusal("note.docx", zipped(many)).values == {"reason": "members"}


def test_an_archive_with_the_same_name_twice_is_refused():
    with pytest.warns(UserWarning):
        target = io.BytesIO(docx(paragraph("A word")))
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr("word/document.xml", "<x/>")
    assert refusal("note.docx", target.getvalue()).values == {"reason": "twice"}


@pytest.mark.parametrize(("size", "reason"), [(51_000_000, "size"), (5_000_000, "ratio")])
def test_an_archive_that_unpacks_to_too_much_is_refused(size, reason):
    assert refusal("note.docx", docx(paragraph("A word"), word__media=b"a" * size)).values == {"reason": reason}


def test_an_archive_that_declares_less_than_it_holds_is_refused():
    honest = docx(paragraph("word " * 100_000))
    liar = bytearray(honest)
    place = liar.index(b"word/document.xml", liar.index(b"PK\x01\x02")) - 46 + 24
    liar[place : place + 4] = (1000).to_bytes(4, "little")
    assert refusal("note.docx", bytes(liar)).code in {"archive_damaged", "archive_unsafe", "docx_damaged"}


def test_an_encrypted_member_is_refused():
    data = bytearray(docx(paragraph("A word")))
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.index(sign) + place
        data[start] |= 1
    assert refusal("note.docx", bytes(data)).code == "encrypted_archive"


@pytest.mark.parametrize("cut", [100, 400])
def test_a_truncated_archive_is_refused(cut):
    assert refusal("note.docx", docx(paragraph("A word"))[:-cut]).code == "archive_damaged"
