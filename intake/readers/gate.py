"""What is let in: a file's type by its content, and the sizes of each type. The ending of its name is only a hint."""

import re
from itertools import pairwise
from pathlib import PurePosixPath

from intake.blocks import FileKind
from intake.errors import Refused
from intake.readers.archive import kind_of_archive

LARGEST_BYTES = 10_000_000
LARGEST_TEXT_BYTES = 2_000_000
LARGEST_HTML_BYTES = 5_000_000
LONGEST_LINE = 20_000  # characters
MOST_BLOCKS = 5_000

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"%!PS", "postscript"),
)
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF_START = 1024  # bytes in which a PDF may begin (ISO 32000, annex H)
_HTML_START = re.compile(
    rb"\s{0,500}(?:<\?xml[^>]{0,300}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,5}<(?:!doctype\s{1,10}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(rb"<(?:p|div|h[1-6]|table|ul|ol|article|section|span|br|title)\b[^<>]{0,1000}>", re.IGNORECASE)
_OTHER_XML = re.compile(rb"\s{0,500}<(?:\?xml|svg\b|!DOCTYPE\s{1,10}svg)", re.IGNORECASE)
_MAIL = re.compile(rb"(?:^|\n)MIME-Version:\s", re.IGNORECASE)
_MULTIPART = re.compile(rb"(?:^|\n)Content-Type:\s{0,10}multipart/", re.IGNORECASE)
_MARKDOWN_SIGN = re.compile(rb"(?:^|\n)(?:#{1,4} \S|\|[ :-]{0,20}-{3,40}[ :|-]{0,400}\|?\r?\n)")
_NAMED = {".md": "md", ".markdown": "md", ".mdown": "md", ".txt": "txt", ".text": "txt"}
_HTML_NAMES = {".html", ".htm", ".xhtml"}


def kind_of(name: str, data: bytes) -> FileKind:
    """Which reader the bytes are for.

    Raises Refused: too_big, empty, and one for each type that is known and not read: old_word, old_office,
    encrypted_docx, rtf, image, archive, postscript, web_archive, other_xml, and those of archive.kind_of_archive.
    """
    check_size(data, LARGEST_BYTES)
    if not data.strip(b"\x00\t\n\r\x0b\x0c "):
        raise Refused("empty")
    if b"%PDF-" in data[:_PDF_START]:
        return "pdf"
    if data.startswith(_ZIP):
        return kind_of_archive(data)
    _refuse_known_types(data)
    kind = _kind_of_text(PurePosixPath(name.lower()).suffix, data)
    check_size(data, LARGEST_HTML_BYTES if kind == "html" else LARGEST_TEXT_BYTES)
    return kind


def check_size(data: bytes, limit: int) -> None:
    """Raises Refused too_big."""
    if len(data) > limit:
        raise Refused("too_big", size=len(data), limit=limit)


def check_lines(text: str) -> None:
    """Raises Refused line_too_long with the number of the first line that is."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise Refused("line_too_long", line=number, limit=LONGEST_LINE)


def check_paragraphs(text: str) -> None:
    """Raises Refused too_long where blank lines alone part more blocks than may be. The rest shows when it is read."""
    filled = [bool(line.strip()) for line in text.split("\n")]
    count = sum(here and not before for before, here in pairwise([False, *filled]))
    if count > MOST_BLOCKS:
        raise Refused("too_long", blocks=count, limit=MOST_BLOCKS)


def _refuse_known_types(data: bytes) -> None:
    if data.startswith(_OLE):
        _refuse_compound_file(data)
    for magic, code in _MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            raise Refused(code)
    if data[4:8] == b"ftyp":  # HEIC pictures, and films
        raise Refused("image")


def _refuse_compound_file(data: bytes) -> None:
    """Word's old format, and the shell that Office puts around a file with a password, tell by a name inside."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused("encrypted_docx")
    raise Refused("old_word" if "WordDocument".encode("utf-16-le") in data else "old_office")


def _kind_of_text(suffix: str, data: bytes) -> FileKind:
    start = data[:20_000].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    start = start.removeprefix(b"\xfe\xff")  # without NUL bytes, UTF-16 reads like ASCII
    if _HTML_START.match(start) or (suffix in _HTML_NAMES and _HTML_TAG.search(start)):
        return "html"
    if _OTHER_XML.match(start):
        if re.search(rb"<html\b", start, re.IGNORECASE):
            return "html"
        raise Refused("other_xml")
    if _MAIL.search(start[:4000]) and _MULTIPART.search(start[:4000]):
        raise Refused("web_archive")
    if suffix in _NAMED:
        return _NAMED[suffix]
    if len(_HTML_TAG.findall(start)) >= 5:
        return "html"
    return "md" if _MARKDOWN_SIGN.search(start) else "txt"
