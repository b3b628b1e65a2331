"""Addresses behind linked words: kept where the words call to register or to write, and nowhere else."""

from html import escape

import pytest

from intake.readers import read
from tests.intake.files import HEIGHT, docx, paragraph, paragraphs, pdf, run, text

ADDRESS = "https://x.example/reg_a_b?x=1&y=2"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId7" Type="{R}/hyperlink" Target="{escape(ADDRESS)}" TargetMode="External"/></Relationships>'
)
WORDS = pytest.mark.parametrize(
    ("before", "words", "kept"),
    [
        ("To register, click ", "here", True),
        ("", "Register", True),
        ("", "Complete the registration form", True),
        ("", "Зарегистрироваться", True),
        ("", "Форма регистрации участника", True),
        ("Pour s’inscrire : ", "lien", True),
        ("", "S’inscrire en ligne", True),
        ("The report is ", "here", False),
        ("See ", "our register of mills", False),
        ("", "Registration of mills in 2025", False),
        ("", "Follow us", False),
    ],
)


def said(name: str, data: bytes) -> str:
    return " ".join(block.text for block in read(name, data).blocks)


def by_relation(words: str) -> str:
    return f'<w:hyperlink xmlns:r="{R}" r:id="rId7">{run(words)}</w:hyperlink>'


def by_field(words: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(ADDRESS)}" </w:instrText></w:r>'
    return f"{signs[0]}{code}{signs[1]}{run(words)}{signs[2]}"


def by_simple_field(words: str) -> str:
    code = escape(f'HYPERLINK "{ADDRESS}"', quote=True)
    return f'<w:fldSimple w:instr="{code}">{run(words)}</w:fldSimple>'


def linked_pdf(page: str, *places: tuple[float, float, float, float], address: str = ADDRESS) -> bytes:
    """Each link from left to right and from top to bottom."""
    safe = address.replace("(", r"\(")
    links = "".join(
        f"<< /Type /Annot /Subtype /Link /Rect [{x0} {HEIGHT - bottom} {x1} {HEIGHT - top}]"
        f" /A << /S /URI /URI ({safe}) >> >>"
        for x0, x1, top, bottom in places
    )
    return pdf(page, extra=f"/Annots [{links}]")


@WORDS
def test_the_address_stands_behind_a_call_to_register(before, words, kept):
    page = f'<html><body><h1>Mills</h1><p>{before}<a href="{escape(ADDRESS)}">{words}</a>.</p></body></html>'
    for name, words_of in (("page.html", page), ("page.md", f"# Mills\n\n{before}[{words}]({ADDRESS}).\n")):
        assert (f"{words} ({ADDRESS})." in said(name, words_of.encode())) == kept, name


@WORDS
@pytest.mark.parametrize("link", [by_relation, by_field, by_simple_field])
def test_word_files_tell_the_address_of_a_call(link, before, words, kept):
    body = paragraph(run(before), link(words), run(" until May."))
    found = said("note.docx", docx(body, **{"word/_rels/document.xml.rels": LINKS}))
    assert found == f"{before}{words}{f' ({ADDRESS})' if kept else ''} until May."


def test_pdf_files_tell_the_address_of_a_call_behind_its_last_word():
    page = "\n".join([text(72, 100, "To register, please click here."), text(72, 130, "Read our report.")])
    found = said("note.pdf", linked_pdf(page, (190, 240, 88, 104), (90, 160, 118, 134)))
    assert found == f"To register, please click here ({ADDRESS}). Read our report."


def test_a_call_that_goes_on_in_the_next_line_has_its_address_once():
    page = paragraphs(100, "All of those who want to come should register", "online now. The room is small.")
    found = said("note.pdf", linked_pdf(page, (240, 330, 90, 103), (72, 124, 104, 117)))
    assert found.count(ADDRESS) == 1 and f"register online now ({ADDRESS}). The room" in found


@pytest.mark.parametrize(
    "extra",
    [
        "/Annots 7",
        "/Annots [ 99 0 R null (x) ]",
        "/Annots [ << /A << /URI (https://x.example) >> /Rect [1 2 3] >> ]",
        "/Annots [ << /A << /URI 7 >> /Rect [0 0 600 800] >> ]",
        "/Annots [ << /A [] /Rect (all) >> ]",
    ],
)
def test_links_that_are_written_wrongly_are_none(extra):
    assert said("note.pdf", pdf(paragraphs(100, "To register, please click here."), extra=extra)) == (
        "To register, please click here."
    )


def test_a_label_above_or_beside_a_link_tells_what_it_is_for():
    call = f'<a href="{escape(ADDRESS)}">Click here</a>'
    pages = {
        "above.html": f"<html><body><h2>Registration</h2><p>{call}</p></body></html>",
        "beside.html": f"<html><body><table><tr><th>Registration</th><td>{call}</td></tr></table></body></html>",
        "above.md": f"## Registration\n\n[Click here]({ADDRESS})\n",
        "beside.md": f"| What | Where |\n|---|---|\n| Registration | [Click here]({ADDRESS}) |\n",
    }
    for name, page in pages.items():
        assert f"Click here ({ADDRESS})" in said(name, page.encode()), name
    body = paragraph("How to register", style="H1") + paragraph(by_relation("Click here"))
    assert said("above.docx", docx(body, **{"word/_rels/document.xml.rels": LINKS})).endswith(f"here ({ADDRESS})")


def test_another_label_does_not():
    for label in ("Report", "All who want to register will hear of the place and of the time of the meeting soon"):
        page = f"# {label}\n\n[Click here]({ADDRESS})\n"
        assert ADDRESS not in said("page.md", page.encode()), label


def test_a_heading_has_no_address():
    body = paragraph(by_relation("Registration"), style="H1") + paragraph("Soon.")
    assert said("note.docx", docx(body, **{"word/_rels/document.xml.rels": LINKS})) == "Registration Soon."


def test_the_address_to_write_to_stands_behind_the_call():
    page = '<html><body><p>Any questions? <a href="mailto:a@x.example?subject=Mills">Contact us</a></p></body></html>'
    assert read("page.html", page.encode()).blocks[0].text.endswith("Contact us (a@x.example)")


def test_an_author_with_an_address_stays_a_name():
    page = '<html><body><p>By <a href="mailto:a@x.example">Ada Miller</a></p></body></html>'
    assert read("page.html", page.encode()).blocks[0].text == "By Ada Miller"
