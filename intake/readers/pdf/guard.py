"""Before a PDF is read: whether it opens, how many pages it has, and that unpacking them stays within limits."""

import io
from collections.abc import Iterator

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import StreamObject

from intake.errors import Refused

MOST_PAGES = 100
LARGEST_STREAM = 10_000_000  # bytes of drawing instructions, unpacked
LARGEST_IN_ALL = 30_000_000
_BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, OSError)
_NOT_IMPLEMENTED = (NotImplementedError, RecursionError)


def check(data: bytes) -> int:
    """How many pages the file has.

    Raises Refused: encrypted_pdf, pdf_damaged, pdf_too_many_pages, pdf_too_complex.
    """
    limits = {f"{way}_maximum_output_length": LARGEST_STREAM for way in ("zlib", "lzw", "run_length")}
    try:
        with apply_configuration(**limits):
            return _checked(data)
    except LimitReachedError as error:
        raise Refused("pdf_too_complex") from error
    except FileNotDecryptedError as error:
        raise Refused("encrypted_pdf") from error
    except (*_BROKEN, *_NOT_IMPLEMENTED) as error:
        raise Refused("pdf_damaged") from error


def _checked(data: bytes) -> int:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("encrypted_pdf")
    count = len(reader.pages)
    if not count:
        raise Refused("pdf_damaged")
    if count > MOST_PAGES:
        raise Refused("pdf_too_many_pages", pages=count, limit=MOST_PAGES)
    total = 0
    for page in reader.pages:
        total += sum(len(stream.get_data()) for stream in _instructions(page))
        if total > LARGEST_IN_ALL:
            raise Refused("pdf_too_complex")
    return count


def _instructions(page: PageObject) -> Iterator[StreamObject]:
    """What draws the page: its own streams, and the forms that it names."""
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    parts = contents if isinstance(contents, list) else [contents]
    resources = page.get("/Resources")
    forms = resources.get_object().get("/XObject") if resources is not None else None
    named = forms.get_object().values() if forms is not None else ()
    for stream in (one.get_object() for one in [*parts, *named] if one is not None):
        if isinstance(stream, StreamObject) and stream.get("/Subtype") != "/Image":
            yield stream
