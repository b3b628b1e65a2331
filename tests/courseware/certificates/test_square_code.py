"""The square on the paper, as a telephone reads it: the PDF is turned into a picture and given to a decoder."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from courseware.certificates import links
from courseware.certificates.paper import drawn
from tests.courseware.certificates.test_paper import FACTS

A4_OF_A6 = 0.5  # sides, when a sheet is printed four on one
LONG_SITE = "https://learning-and-certificates.border-management.regional-training-centre.example.org/convoke/site"


def scanned(pdf: bytes, *, dpi: int = 150, size: float = 1) -> list[str]:
    """What the decoder reads from the first page at that resolution, the sheet being `size` of A4 in each direction."""
    page = pypdfium2.PdfDocument(pdf)[0]
    found = zxingcpp.read_barcodes(page.render(scale=dpi / 72 * size).to_pil())
    return [each.text for each in found]


@pytest.mark.django_db
def test_the_square_on_an_issued_paper_leads_to_its_own_page(certificate, client, settings):
    (address,) = scanned(bytes(certificate.paper.data))
    assert address == links.verify(certificate.code) and certificate.printed_code in address
    page = client.get(address.removeprefix(settings.SITE_URL))
    assert page.context["certificate"] == certificate


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_square_is_read_from_a_sheet_printed_four_on_one(language):
    assert scanned(drawn(replace(FACTS, language=language)), size=A4_OF_A6) == [FACTS.url]


def test_the_densest_square_is_read_from_the_smallest_sheet():
    address = f"{LONG_SITE}/verify/{FACTS.code}/"
    assert scanned(drawn(replace(FACTS, url=address)), dpi=300, size=A4_OF_A6) == [address]
