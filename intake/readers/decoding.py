"""From bytes to text: which encoding they are in, and letters that nobody sees taken out."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from importlib import import_module

from intake.blocks import Remark
from intake.errors import Refused

MOST_BAD_BYTES = 0.02
_SAMPLE = 200_000  # bytes
_FEW_LETTERS = 5
_CYRILLIC_PAGES = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_TOLD_BY_ZEROS = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]

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
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_CYRILLIC_WORD = re.compile(r"\b[А-ЯЁ]?[а-яё]{2,30}\b")
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s{0,20}<\?xml[^<>]{0,100}encoding\s{0,5}=\s{0,5}[\"']([\w:.-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` has line ends as \\n, no unseen characters, and is in Unicode form NFC."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decoded(data: bytes, *, is_html: bool = False) -> Decoded:
    """In this order: a byte order mark, UTF-8, what the page itself says, UTF-8 with a few bad bytes, UTF-16 without
    a mark, the Windows code pages by their letters, and then whatever charset-normalizer recognises.

    Remarks: letters_lost, encoding_assumed. Raises Refused: empty, binary, not_text.
    """
    text, remarks = _decoded(data, is_html)
    if "\x00" in text:
        raise Refused("binary")
    text = cleaned(text)
    if not text.strip():
        raise Refused("empty")
    return Decoded(text, remarks)


def cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def _decoded(data: bytes, is_html: bool) -> tuple[str, tuple[Remark, ...]]:
    for mark, encoding in _UNICODE_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide, ()
    if b"\x00" in data:
        raise Refused("binary")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        first_bad = error.start
    stated = _stated(data) if is_html else None
    if stated is not None:
        return stated, ()
    return _guessed(data, first_bad)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows by its zero bytes: nearly all on one side of each pair where the letters are Latin, and the same
    few high bytes on one side where they are not."""
    if len(data) < 8 or len(data) % 2 or b"\x00" not in data[:_SAMPLE]:
        return None
    for encoding, high in (("utf-16-le", data[1:_SAMPLE:2]), ("utf-16-be", data[0:_SAMPLE:2])):
        usual = sum(high.count(byte) for byte in (0, 4, 0x20))
        if usual >= len(high) * 0.95:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return text if _is_text(text) else None
    return None


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(letter.isalnum() or letter.isspace() for letter in sample) >= len(sample) * 0.7


def _stated(data: bytes) -> str | None:
    """By the encoding that a page names, if it can be decoded so without loss."""
    found = _META_CHARSET.search(data[:4096]) or _XML_ENCODING.match(data)
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
        return None if name in {"utf-8", "utf-16", "utf-7"} else data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guessed(data: bytes, first_bad: int) -> tuple[str, tuple[Remark, ...]]:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    high = sum(byte >= 0x80 for byte in data)
    if bad <= len(text) * MOST_BAD_BYTES and (bad * 4 <= high or high <= 3) and not _all_high_bytes_are_bad(bad, high):
        return text, (Remark("letters_lost", {"letters": bad}),)
    for encoding in (*_CYRILLIC_PAGES, "cp1252"):
        guess = _plausible(data, encoding)
        if guess is not None:
            return guess, (Remark("encoding_assumed", {"encoding": encoding}),)
    # Loaded here because the web process, too, decodes small texts and hardly ever comes this far.
    # UTF-16 and UTF-32 are told above by their zero bytes; any few letters can be read as one of them.
    best = import_module("charset_normalizer").from_bytes(data[:_SAMPLE], cp_exclusion=_TOLD_BY_ZEROS).best()
    if best is None or not _is_text(guess := data.decode(best.encoding, errors="replace")):
        raise Refused("not_text", line=data.count(b"\n", 0, first_bad) + 1)
    return guess, (Remark("encoding_assumed", {"encoding": best.encoding}),)


def _all_high_bytes_are_bad(bad: int, high: int) -> bool:
    """No valid sequence at all: then it is not UTF-8 with mistakes, but another encoding with few special letters."""
    return bad == high


def _plausible(data: bytes, encoding: str) -> str | None:
    """The text, if its letters beyond ASCII look like words of its script: for cp1252 single ones in Latin words.

    One Cyrillic page read as another has capitals and small letters exchanged, or signs amid the words.
    """
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > len(text) * 0.001 + 1 or not _is_text(text):
        return None
    special = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    if encoding in _CYRILLIC_PAGES:
        in_words = sum(map(len, _CYRILLIC_WORD.findall(text)))
        all_cyrillic = len(_CYRILLIC.findall(text))
        return text if in_words >= max(_FEW_LETTERS, all_cyrillic * 0.8, len(special) * 0.8) else None
    latin = sum("À" <= letter <= "ÿ" for letter in special)
    most = max(_FEW_LETTERS, sum(map(str.isalpha, text)) * 0.2)
    return text if len(special) <= most and latin >= len(special) * 0.8 else None
