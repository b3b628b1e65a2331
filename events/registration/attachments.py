"""The gate for files that people hand in: what a file is, its content says and not its name. Nothing is unpacked."""

import unicodedata
import zipfile
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from events.registration.errors import FileDamaged, FileEmpty, FileNotTaken, FileOldWord, FileTooLarge
from events.registration.models import Attachment

MAX_BYTES = 5 * 1024 * 1024
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {PDF: (".pdf",), JPEG: (".jpg", ".jpeg"), PNG: (".png",), DOCX: (".docx",)}
ACCEPT = ",".join(ending for endings in TYPES.values() for ending in endings)
BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG, b"PK\x03\x04": DOCX}
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what Word wraps a file in that has a password
UNPACKED_AT_MOST = 40 * MAX_BYTES
LIST_OF_PARTS, MAIN_PART = "[Content_Types].xml", "word/document.xml"


def take_in(name: str, data: bytes, *, at: datetime) -> Attachment:
    """Keep a file under a safe name, or raise a FileRefused and keep nothing."""
    kind = type_of(data)
    digest = sha256(data).hexdigest()
    return Attachment.objects.create(name=safe_name(name, kind), type=kind, sha256=digest, data=data, created_at=at)


def type_of(data: bytes) -> str:
    """One of TYPES. A PDF may be encrypted. Raises FileEmpty, FileTooLarge, FileOldWord, FileNotTaken, FileDamaged."""
    if not data:
        raise FileEmpty
    if len(data) > MAX_BYTES:
        raise FileTooLarge
    if data.startswith(OLD_WORD):
        raise FileOldWord
    for beginning, kind in BEGINNINGS.items():
        if data.startswith(beginning):
            if not IS_WHOLE[kind](data):
                raise FileDamaged
            return kind
    raise FileNotTaken


def is_whole_pdf(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


def is_whole_jpeg(data: bytes) -> bool:
    """Headers are walked up to the picture itself; cameras may write more after its end."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:
            return b"\xff\xd9" in data[at + 2 + length :]
        at += 2 + length
    return False


def is_whole_png(data: bytes) -> bool:
    at = 8
    while at + 12 <= len(data):
        length, chunk = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if at == 8 and chunk != b"IHDR":
            return False
        if chunk == b"IEND":
            return True
        at += 12 + length
    return False


def is_whole_docx(data: bytes) -> bool:
    """Raises FileNotTaken for any other archive, and for a Word file that carries macros."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {part.filename: part.file_size for part in archive.infolist()}
            if MAIN_PART not in parts or not 0 < parts.get(LIST_OF_PARTS, 0) < MAX_BYTES:
                raise FileNotTaken
            with archive.open(LIST_OF_PARTS) as listed:
                kinds = listed.read(MAX_BYTES)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return False
    if f"{DOCX}.main+xml".encode() not in kinds or any(name.endswith("vbaProject.bin") for name in parts):
        raise FileNotTaken
    return sum(parts.values()) <= UNPACKED_AT_MOST


IS_WHOLE = {PDF: is_whole_pdf, JPEG: is_whole_jpeg, PNG: is_whole_png, DOCX: is_whole_docx}


def safe_name(name: str, kind: str) -> str:
    """The last part of a path, without what could hide or forge an ending; its ending is that of the content."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*;')
    stem = " ".join(shown.split()).rstrip(". ")
    ending = next((ending for ending in TYPES[kind] if stem.lower().endswith(ending)), "")
    stem = stem[: len(stem) - len(ending)].strip(". ")[:150] or "file"
    return stem + (ending or TYPES[kind][0])
