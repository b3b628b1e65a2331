"""What is let in: the checks that come before any reader, and the decoding."""

import codecs
import re
import unicodedata

from intake.errors import Refused

LARGEST_BYTES = 2_000_000
LONGEST_LINE = 20_000  # characters

_OTHER_TYPES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "DOCX or ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
)
_UNICODE_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Controls other than tab and line feed, zero-width characters, soft hyphens, and marks that turn the direction of
# writing: none is seen by a reader of the page, and each can hide text or break a match.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def decoded(data: bytes) -> str:
    """The text of a file: line ends as \\n, unseen characters removed, in Unicode form NFC.

    Raises Refused: too_big, empty, wrong_type, binary, not_text.
    """
    if len(data) > LARGEST_BYTES:
        raise Refused("too_big", size=len(data), limit=LARGEST_BYTES)
    if not data.strip():
        raise Refused("empty")
    _check_type(data)
    text = cleaned(_strictly_decoded(data))
    if not text.strip():
        raise Refused("empty")
    return text


def cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def check_lines(text: str) -> None:
    """Raises Refused line_too_long with the number of the first line that is."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise Refused("line_too_long", line=number, limit=LONGEST_LINE)


def _check_type(data: bytes) -> None:
    for magic, type_name in _OTHER_TYPES:
        if data.startswith(magic) or (type_name == "PDF" and magic in data[:1024]):
            raise Refused("wrong_type", type=type_name)


def _strictly_decoded(data: bytes) -> str:
    encoding, body = "utf-8", data
    for mark, name in _UNICODE_MARKS:
        if data.startswith(mark):
            encoding, body = name, data[len(mark) :]
            break
    if encoding == "utf-8" and b"\x00" in body:
        raise Refused("binary")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("not_text", line=body.count(b"\n", 0, error.start) + 1) from error
    if "\x00" in text:
        raise Refused("binary")
    return text
