"""The PDF of a module: what goes in as HTML comes out as tagged text."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from courseware.reading.paper import Paper, PaperSection, PaperWord, blocks_of, compilers, typeset
from courseware.reading.paper.tables import placed
from courseware.reading.paper.typesetting import levelled
from intake.markup import to_html
from tests import factories
from tests.courseware.reading.test_views import at

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
KYRGYZ = "ҢңӨөҮү"
TAJIK = "ҒғӢӣҚқӮӯҲҳҶҷ"
UZBEK = "ЎўҚқҒғҲҳ"
WORDS = {
    "objectives": "You can",
    "captions": "Pictures",
    "glossary": "Words",
    "source": "Source",
    "page": "{n} / {all}",
    "boxes": "Letters are missing",
}


def paper(html: str = "<p>Text.</p>", **values) -> Paper:
    given = {
        "title": "Rivers", "course": "Borders", "language": "en", "byline": "", "source": "", "objectives": [],
        "sections": [PaperSection("Waters", html)], "captions": [], "glossary": [], "words": WORDS,
        "words_language": "en",
    }  # fmt: skip
    return Paper(**(given | values))


def read(of: Paper) -> PdfReader:
    return PdfReader(BytesIO(typeset(of)))


def text(of: Paper) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(of).pages).split())


def structure(reader: PdfReader) -> list[str]:
    """The kinds of all structure elements."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [node["/S"]] if "/S" in node else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def shape(block) -> object:
    return (block.kind, [shape(each) for each in block.inner]) if block.inner else block.kind


@pytest.mark.parametrize("letters", [KAZAKH, KYRGYZ, TAJIK, UZBEK])
def test_every_letter_of_the_region_comes_out_again(letters):
    assert letters in text(paper(f"<p>{letters}</p>"))


def test_a_paper_is_tagged_titled_and_in_its_language():
    reader = read(paper(language="uz-cyrl", author=["A. Author"]))
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], reader.metadata.title) == ("uz", True, "Rivers")
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def test_headings_lists_quotations_tables_and_links_keep_their_kind():
    html = to_html(
        "Intro.\n\n- one\n- two\n\n1. first\n\n> said\n\n### Below\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"
        "See [here](https://example.org/x)."
    )
    reader = read(paper(html))
    kinds = set(structure(reader))
    assert {"/H1", "/H2", "/L", "/LI", "/BlockQuote", "/Table", "/TH", "/TD", "/Link"} <= kinds
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert links == ["https://example.org/x"]


def test_everything_around_the_text_is_on_the_paper():
    whole = paper(
        byline="A. Author · 2021", source="Journal, 2020", objectives=["Explain waters"], captions=["A map"],
        glossary=[PaperWord("IOM", "Organization for Migration")],
    )  # fmt: skip
    shown = text(whole)
    pieces = ["Borders", "Rivers", "A. Author · 2021", "You can", "Explain waters", "Waters", "Text.", "Pictures"]
    pieces += ["A map", "Words", "IOM", "Organization for Migration", "Source", "Journal, 2020", "1 / 1"]
    assert [piece for piece in pieces if piece not in shown] == []


HOSTILE = '#import "x" #read("/etc/passwd") *a* $x$ <b> @c \\ ` = // " [ ] { } %'


def test_text_that_looks_like_typst_stays_text():
    words = [PaperWord(HOSTILE, HOSTILE)]
    shown = text(paper(f"<p>{HOSTILE.replace('<', '&lt;')}</p>", title=HOSTILE, glossary=words))
    assert shown.count('#read("/etc/passwd") *a* $x$') >= 3


def test_a_link_that_leads_to_no_site_is_only_words():
    reader = read(paper('<p><a href="javascript:x">bad</a> <a href="">none</a></p>'))
    assert all("/Annots" not in page for page in reader.pages)


@pytest.mark.parametrize("language", ["", "x", "no code", "en_GB"])
def test_a_language_that_is_no_code_does_not_stop_the_paper(language):
    assert read(paper(language=language)).trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize(
    "html",
    [
        "", "<p></p>", "<ul></ul>", "<ul><li></li></ul>", "<ol><li><p>a</p><ul><li>b</li></ul>c</li></ol>",
        "<table></table>", "<table><tr></tr></table>", "<table><tr><td colspan=9 rowspan=9>a</td></tr></table>",
        "<table><tr><th rowspan=5>a</th></tr><tr><td>b</td></tr></table>",
        "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td colspan=3>c</td></tr></table>",
        "<table><tr><th>a</th></tr><tr><th>b</th><td>c<ul><li>d</li></ul></td></tr></table>",
        "<blockquote><blockquote><p>a</p></blockquote></blockquote>", "<pre><code></code></pre>",
        "<h4>a</h4><h3>b</h3>", "<hr><hr>", "<p><code></code><strong></strong><br></p>", "bare <em>text</em>",
        "<li>alone</li>", "<td>alone</td>", "<h3> </h3>", "<blockquote><h4></h4><h4>a</h4></blockquote>",
        "<h3>a<ul><li>b</li></ul></h3>", "<ul><li>" * 90 + "a" + "</li></ul>" * 90, "<blockquote>" * 90 + "a",
    ],
)  # fmt: skip
def test_no_markup_of_ours_stops_the_compiler(html):
    assert typeset(paper(html)).startswith(b"%PDF")


@pytest.mark.parametrize("letters", ["😀", "中文", "\x01\x7f", "\ue000\U000f0000", "a\u200bb\u00adc", "नमस्ते"])
def test_no_letter_stops_the_compiler(letters):
    whole = paper(f"<p>Before {letters} after</p>", title=f"Rivers {letters}")
    assert "Before" in text(whole)
    assert "after" in text(whole)


def test_a_paper_that_shows_boxes_says_so_and_no_other_does():
    assert "Letters are missing" in text(paper("<p>\u0378</p>"))  # of no script, so in no font
    assert "Letters are missing" not in text(paper(f"<p>{KAZAKH}</p>"))


def test_html_becomes_blocks_with_styles_and_links():
    (one,) = blocks_of('<p>a <strong>b <em>c</em></strong>\n<a href="https://x.org/">d</a></p>')
    assert [(run.text, run.styles, run.link) for run in one.runs] == [
        ("a ", [], ""), ("b ", ["strong"], ""), ("c", ["strong", "emphasis"], ""), (" ", [], ""),
        ("d", [], "https://x.org/"),
    ]  # fmt: skip


def test_blocks_nest_as_the_markup_does():
    html = "<ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>c</p></blockquote>"
    assert [shape(each) for each in blocks_of(html)] == [
        ("list", [("item", ["paragraph", ("list", [("item", ["paragraph"])])])]), ("quote", ["paragraph"])
    ]  # fmt: skip


def test_levels_of_headings_leave_no_gap():
    blocks = blocks_of("<h4>a</h4><h3>b</h3><h4>c</h4>")
    assert [block.level for block in levelled(blocks)] == [1, 2, 3]


def test_cells_find_their_places_around_spans():
    (table,) = blocks_of(
        "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>"
    )
    found = placed(table)
    assert (found["columns"], found["header"]) == (2, 1)
    assert [(each["x"], each["y"]) for each in found["cells"]] == [(0, 0), (1, 0), (0, 1), (1, 1), (1, 2)]


def test_the_same_paper_gives_the_same_bytes():
    assert typeset(replace(paper(), course="Once")) == typeset(replace(paper(), course="Once"))


def set_at_once(course: str) -> list[bytes]:
    """Eight papers that nobody has asked for before, by four threads, as a web process has them."""
    papers = [paper("<p>Text.</p>" * 200, course=f"{course} {number}") for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        return list(threads.map(typeset, papers))


def test_readers_who_ask_at_the_same_moment_all_get_their_paper():
    assert all(made.startswith(b"%PDF") for made in set_at_once("Together"))


@pytest.mark.control
def test_control_without_the_lock_the_compiler_refuses_a_second_thread(monkeypatch):
    monkeypatch.setattr(compilers, "ONE_AT_A_TIME", nullcontext())
    with pytest.raises(RuntimeError, match="Already borrowed"):
        set_at_once("Unguarded")


@pytest.mark.django_db
def test_a_reader_takes_the_module_away_as_a_pdf(client):
    module = factories.module(
        sections=0, title="Өзендер", language="kk", abbreviations=[{"short": "ІЖ", "long": "Ішкі"}]
    )
    factories.section(module, heading="Су", body=f"Мәтін {KAZAKH}.")
    client.force_login(factories.person())
    answer = client.get(at("pdf", module))
    assert answer["Content-Type"] == "application/pdf"
    shown = PdfReader(BytesIO(answer.content)).pages[0].extract_text()
    assert all(piece in shown for piece in ("Өзендер", "Су", KAZAKH, "Ішкі", "Words used here"))


@pytest.mark.django_db
def test_the_printed_page_holds_everything_and_no_buttons(client):
    module = factories.module(sections=2, source="Journal, 2020", terms=[{"term": "ferry", "sentence": "A boat."}])
    client.force_login(factories.person())
    page = client.get(at("print", module)).content.decode().split("<main")[1].split("</main>")[0]
    assert all(section.body in page for section in module.sections.all())
    assert "Journal, 2020" in page
    assert "A boat." in page
    assert "<button" not in page
