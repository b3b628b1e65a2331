"""ZIP files, which DOCX is one of: what is inside, whether it is safe to unpack, and unpacking with a count."""

import io
import zipfile
import zlib
from collections.abc import Iterable

from intake.blocks import FileKind
from intake.errors import Refused

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 50_000_000  # bytes, of all members together
LARGEST_PART = 20_000_000  # bytes of one part of text
HIGHEST_RATIO = 100
_RATIO_FROM = 200_000  # bytes: below, even blank pages reach a high ratio
_CHUNK = 65_536
_ENCRYPTED = 0x1
_CENTRAL_DIRECTORY_ENTRY = b"PK\x01\x02"


def kind_of_archive(data: bytes) -> FileKind:
    """Raises Refused: those of `opened`, and odt, spreadsheet, presentation, archive for what is no DOCX."""
    if data.count(_CENTRAL_DIRECTORY_ENTRY) > 10 * MOST_MEMBERS:  # the list itself costs memory
        raise Refused("archive_unsafe", reason="members")
    archive = opened(data)
    names = set(archive.namelist())
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(n.startswith("word/") for n in names)):
        return "docx"
    raise Refused(_foreign_kind(archive, names))


def _foreign_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "spreadsheet"
    if any(name.startswith("ppt/") for name in names):
        return "presentation"
    mimetype = part(archive, "mimetype") if "mimetype" in names else b""
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"opendocument.spreadsheet" in mimetype:
        return "spreadsheet"
    if b"opendocument.presentation" in mimetype:
        return "presentation"
    return "archive"


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, when nothing in its list speaks against unpacking it.

    Raises Refused: archive_damaged; archive_unsafe, with a reason (members, names, twice, size, ratio);
    encrypted_archive.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, EOFError) as error:
        raise Refused("archive_damaged") from error
    reason = _what_is_unsafe(members)
    if reason:
        raise Refused("archive_unsafe", reason=reason)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refused("encrypted_archive")
    return archive


def _what_is_unsafe(members: list[zipfile.ZipInfo]) -> str | None:
    if len(members) > MOST_MEMBERS:
        return "members"
    if any(_is_outside(member.filename) for member in members):
        return "names"
    if len({member.filename.casefold() for member in members}) < len(members):
        return "twice"
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        return "size"
    return "ratio" if any(_is_bomb(member) for member in members) else None


def _is_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in name


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FROM and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1)


def part(archive: zipfile.ZipFile, name: str, *, most: int = LARGEST_PART) -> bytes:
    """The bytes of one member, counted as they come: a list may declare less than there is.

    Raises Refused: archive_unsafe, archive_damaged (KeyError for a member that is not in the list).
    """
    try:
        with archive.open(name) as stream:
            return b"".join(_counted(iter(lambda: stream.read(_CHUNK), b""), most))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refused("archive_damaged") from error


def _counted(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise Refused("archive_unsafe", reason="size")
        yield chunk
