"""ZIP files of our own: the same content always gives the same bytes."""

import io
import zipfile

from courseware.exchange.formats.course import Unreadable

# The earliest moment that a ZIP can hold: when a package was made is no part of it.
MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, MOMENT), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def opened(data: bytes) -> dict[str, bytes]:
    """Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        raise Unreadable("broken_archive") from None
