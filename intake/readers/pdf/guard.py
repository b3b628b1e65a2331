"""Before a PDF is read: whether it opens, how many pages it has, and that unpacking them stays within limits."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import LITERAL_FORM
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1

from intake.errors import Refused
from intake.readers.pdf.unpacking import LimitedParser

MOST_PAGES = 100
LARGEST_IN_ALL = 30_000_000  # bytes of drawing instructions, unpacked


@contextmanager
def damage_refused() -> Iterator[None]:
    """Raises Refused encrypted_pdf, and pdf_damaged for whatever else the libraries stumble over in a broken file."""
    try:
        yield
    except (Refused, MemoryError):
        raise
    except PDFEncryptionError as error:
        raise Refused("encrypted_pdf") from error
    except Exception as error:
        raise Refused("pdf_damaged") from error


def opened(data: bytes) -> list[PDFPage]:
    """The file's pages.

    Raises Refused: encrypted_pdf, pdf_damaged, pdf_too_many_pages, pdf_too_complex.
    """
    with damage_refused():
        pages = list(PDFPage.create_pages(PDFDocument(LimitedParser(io.BytesIO(data)))))
        if not pages:
            raise Refused("pdf_damaged")
        if len(pages) > MOST_PAGES:
            raise Refused("pdf_too_many_pages", pages=len(pages), limit=MOST_PAGES)
        _check_instructions(pages)
        return pages


def _check_instructions(pages: list[PDFPage]) -> None:
    total = 0
    for page in pages:
        total += sum(len(stream.get_data()) for stream in _instructions(page))
        if total > LARGEST_IN_ALL:
            raise Refused("pdf_too_complex")


def _instructions(page: PDFPage) -> Iterator[PDFStream]:
    """What draws the page: its own streams, and the forms that it names."""
    yield from (stream for stream in map(resolve1, page.contents) if isinstance(stream, PDFStream))
    named = dict_value(dict_value(page.resources).get("XObject"))
    for stream in map(resolve1, named.values()):
        if isinstance(stream, PDFStream) and stream.get("Subtype") is LITERAL_FORM:
            yield stream
