"""The pages of a PDF as lines in the order of reading, with its tables between them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTFigure
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import extract_words

from intake.blocks import Remark
from intake.errors import Refused
from intake.readers.decoding import cleaned
from intake.readers.pdf.aligned import with_aligned
from intake.readers.pdf.columns import in_reading_orders
from intake.readers.pdf.furniture import without_furniture
from intake.readers.pdf.geometry import Line, Sheet, Table, Word
from intake.readers.pdf.guard import damage_refused
from intake.readers.pdf.links import with_links
from intake.readers.pdf.ruled import tables_of

_LEAST_LETTERS = 20  # in the whole file: fewer are a stamp on a scan
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_LARGEST_SHEET = 14_400.0  # points: the largest page that the format allows (ISO 32000, annex C)
_MOST_LETTERS = 50_000  # and lines, on a page; more is a drawing


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page's lines and tables, in the order of reading."""

    items: tuple[tuple[Line | Table, ...], ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """What pdfplumber's pages ask of the file that they are in. Opening it there would parse it once more."""

    rsrcmgr: PDFResourceManager
    laparams: None = None
    unicode_norm: None = None


class _Page(PlumberPage):
    """Laid out without the marks of tagged files, which pdfplumber itself notes letter by letter."""

    def __init__(self, file: _File, page: PDFPage, number: int) -> None:
        super().__init__(file, page, number)
        device = PDFPageAggregator(file.rsrcmgr, laparams=None)
        PDFPageInterpreter(file.rsrcmgr, device).process_page(page)
        self._layout = device.get_result()  # what the property `layout` gives, until the page is closed


def read_pages(pages: Sequence[PDFPage], progress: Callable[[int], None]) -> Pages:
    """Raises Refused pdf_damaged, pdf_scanned, pdf_too_complex. Remarks: pages_without_text."""
    sheets: list[Sheet] = []
    file = _File(PDFResourceManager())
    for number, page in enumerate(pages, 1):
        with damage_refused():
            laid_out = _Page(file, page, number)
            before = sheets[-1].tables[-1:] if sheets else ()
            sheets.append(_sheet(laid_out, number, *before))
            laid_out.close()
        progress(number)
    letters = sum(len(word.text) for sheet in sheets for word in sheet.words)
    letters += sum(len(cell) for sheet in sheets for table in sheet.tables for row in table.rows for cell in row)
    if letters < _LEAST_LETTERS:
        raise Refused("pdf_scanned", pages=len(sheets))
    silent = [sheet.number for sheet in sheets if not sheet.words and not sheet.tables]
    remarks = (Remark("pages_without_text", {"pages": ", ".join(map(str, silent[:20]))}),) if silent else ()
    return Pages(tuple(map(with_aligned, in_reading_orders(without_furniture(sheets)))), remarks)


def _sheet(page: _Page, number: int, before: Table | None = None) -> Sheet:
    drawn = list(islice(_drawn(page.layout), _MOST_LETTERS))
    words = with_links(page, [word for word in map(_word, _raw_words(page, drawn)) if _is_on_paper(word)])
    lines = sum(isinstance(item, LTCurve) for item in drawn)  # also LTLine, LTRect
    tables = tables_of(page, number, words, before) if lines > 1 else ()
    outside = tuple(word for word in words if word.text and not any(_is_in(word, table) for table in tables))
    return Sheet(number, float(page.width), float(page.height), outside, tables)


def _raw_words(page: _Page, drawn: Sequence[LTComponent]) -> list[dict[str, object]]:
    """Upright words of the page."""
    letters = [_letter(page, item) for item in drawn if isinstance(item, LTChar)]
    found = extract_words(letters, x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"], use_text_flow=False)
    return [raw for raw in found if raw["upright"] and raw["direction"] == "ltr"]


def _drawn(parent: LTContainer) -> Iterator[LTComponent]:
    """Everything on a page, also what is drawn by a form inside it."""
    for item in parent:
        if isinstance(item, LTFigure):
            yield from _drawn(item)
        else:
            yield item


def _letter(page: _Page, item: LTChar) -> dict[str, object]:
    """As page.chars has it, without what no word needs: filling that in takes longer than reading the page."""
    left, above = page.mediabox[0], page.mediabox[1] + page.height
    place = {"x0": item.x0 + left, "x1": item.x1 + left, "top": above - item.y1, "bottom": above - item.y0}
    look = {"size": item.size, "fontname": str(item.fontname), "upright": item.upright}
    return {"text": item.get_text(), **place, **look, "doctop": place["top"]}


def _word(raw: dict[str, object]) -> Word:
    is_bold = any(sign in str(raw["fontname"]).lower() for sign in _HEAVY)
    place = (float(raw[name]) for name in ("x0", "x1", "top", "bottom"))
    return Word(cleaned(str(raw["text"])).strip(), *place, round(float(raw["size"]), 1) or 1.0, is_bold)


def _is_on_paper(word: Word) -> bool:
    """Not so far out that no page reaches there; False for a place that is no number, too."""
    return all(-_LARGEST_SHEET < at < _LARGEST_SHEET for at in (word.x0, word.x1, word.top, word.bottom))


def _is_in(word: Word, table: Table) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return table.x0 <= x <= table.x1 and table.top <= y <= table.bottom
