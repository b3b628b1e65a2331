"""Files made to break a reader. What only the limits of the child process stop is in tests/intake/test_reading.py."""

import pytest

from intake.errors import Refused
from intake.readers import read
from intake.readers.pdf.guard import MOST_PAGES
from tests.intake.files import W, docx, paragraph, paragraphs, pdf, zipped

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY out SYSTEM "file:///etc/passwd">]>'


def code_of(name, data):
    with pytest.raises(Refused) as caught:
        read(name, data)
    return caught.value.code


def word(document):
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def test_entities_of_a_word_document_are_not_expanded():
    data = word(f"{ENTITIES}<w:document {W}><w:body><w:p><w:r><w:t>a&b;&out;z</w:t></w:r></w:p></w:body></w:document>")
    try:
        assert "root" not in read("x.docx", data).blocks[0].text
    except Refused as refusal:
        assert refusal.code in {"docx_damaged", "empty"}


@pytest.mark.parametrize("document", ["", "<", "<a/>", f"<w:document {W}/>", "<w:document><w:body>"])
def test_a_word_document_without_a_readable_body_is_refused(document):
    assert code_of("x.docx", word(document)) == "docx_damaged"


def test_tables_inside_each_other_without_end_are_refused():
    deep = f"<w:tbl><w:tr><w:tc>{paragraph('x')}" * 300 + "</w:tc></w:tr></w:tbl>" * 300
    assert code_of("x.docx", docx(deep)) == "docx_damaged"


def test_styles_based_on_each_other_end():
    circle = (
        f'<w:styles {W}><w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = docx(paragraph("A word", style="A"), word__styles_xml=circle)
    assert read("x.docx", body).blocks[0].text == "A word"


def test_spans_without_measure_do_not_make_a_table_without_measure():
    page = "<table>" + "<tr>" + "<td colspan=9999 rowspan=9999>x" * 50 + "<tr><td>10:00<td>y" * 5 + "</table>"
    assert len(read("x.html", f"<html><body>{page}".encode()).blocks) < 100


@pytest.mark.parametrize(
    ("page", "code"), [("<div>" * 5_000, "html_too_deep"), ("<p>x</p>" * 60_000, "html_too_many_tags")]
)
def test_pages_too_deep_or_too_large_are_refused(page, code):
    assert code_of("x.html", f"<html><body>{page}".encode()) == code


def test_a_page_of_unclosed_tags_is_read():
    assert len(read("x.html", ("<html><body>" + "<p>word<li>item<td>cell" * 50).encode()).blocks) > 50


def test_a_page_of_nothing_but_hidden_text_is_empty():
    assert code_of("x.html", b"<html><body><p hidden>x</p><script>y</script></body></html>") == "empty"


@pytest.mark.parametrize("cut", [0.3, 0.7])
def test_a_truncated_pdf_is_refused_or_read_in_part(cut):
    data = pdf(*[paragraphs(100, "Some words stand here.")] * 3)
    try:
        read("x.pdf", data[: int(len(data) * cut)])
    except Refused as refusal:
        assert refusal.code in {"pdf_damaged", "pdf_scanned"}


def test_a_pdf_without_pages_or_sense_is_refused():
    assert code_of("x.pdf", b"%PDF-1.7\n" + b"nonsense " * 200) == "pdf_damaged"


def test_a_pdf_with_too_many_pages_is_refused():
    assert code_of("x.pdf", pdf(*[""] * (MOST_PAGES + 1))) == "pdf_too_many_pages"


def test_a_pdf_without_a_text_layer_is_refused():
    assert code_of("x.pdf", pdf("0 0 100 100 re f")) == "pdf_scanned"


def test_a_pdf_that_unpacks_without_end_is_refused():
    assert code_of("x.pdf", pdf(" " * 60_000_000)) == "pdf_too_complex"


def test_a_pdf_whose_pages_name_themselves_is_refused():
    data = pdf(paragraphs(100, "Some words.")).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    assert code_of("x.pdf", data) in {"pdf_damaged", "pdf_scanned"}
