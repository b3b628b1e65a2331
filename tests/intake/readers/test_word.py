import pytest

from intake.readers import read
from tests.intake.files import MC, cell, docx, paragraph, run, table

LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
RAISED = '<w:vertAlign w:val="superscript"/>'
REST = paragraph("Some running text stands here, so that the document has a body.")
LONG = "This cell holds running text that goes on for a while, as the text of a page does and a label never does. " * 3


def document(*body, **parts):
    return read("note.docx", docx("".join(body), **parts))


def texts(*body):
    return [(block.kind, block.text) for block in document(*body).blocks]


@pytest.mark.parametrize("style", ["H1", "U2", "Z1", "Child"])
def test_headings_are_told_by_outline_or_by_a_name_in_any_language(style):
    assert texts(paragraph("Aims", style=style), REST)[0] == ("heading", "Aims")


def test_a_title_stands_above_the_headings():
    found = document(paragraph("Our seminar", style="Title"), paragraph("Aims", style="H1"), REST).blocks
    assert [block.level for block in found[:2]] == [1, 2]


def test_a_short_bold_paragraph_before_text_is_a_heading():
    assert texts(paragraph(run("Target audience", "<w:b/>")), REST)[0] == ("heading", "Target audience")


@pytest.mark.parametrize("words", ["Date: 3 May 2027", "The seminar is open to all.", "10:00 Opening"])
def test_a_bold_line_that_says_something_is_no_heading(words):
    assert texts(paragraph(run(words, "<w:b/>")), REST)[0][0] == "paragraph"


def test_list_items_keep_their_level():
    found = document(REST, paragraph("one", look=LIST.format(0)), paragraph("two", look=LIST.format(1))).blocks
    assert [(block.kind, block.level) for block in found[1:]] == [("item", 0), ("item", 1)]


def test_captions_and_quotes_are_told_by_style():
    assert [kind for kind, _ in texts(paragraph("A map", style="Cap"), paragraph("So be it", style="Quo"))] == [
        "caption",
        "quote",
    ]


def test_tracked_changes_give_the_final_text():
    changed = paragraph(run("It begins at "), f"<w:del>{run('nine')}</w:del>", f"<w:ins>{run('ten')}</w:ins>", run("."))
    found = document(changed, REST)
    assert found.blocks[0].text == "It begins at ten."
    assert found.warnings[0].code == "changes_accepted"


def test_a_deleted_end_of_paragraph_joins_two():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(paragraph("One ", look=gone), paragraph("line."))[0] == ("paragraph", "One line.")


def test_marks_of_footnotes_are_cut_out_and_the_fourth_stays():
    found = document(
        paragraph("security", run("3", RAISED), " and law", '<w:r><w:footnoteReference w:id="1"/></w:r>', " today"),
        paragraph("the 4", run("th", RAISED), " time on 20 m", run("2", RAISED), " of land"),
    )
    assert [block.text for block in found.blocks] == ["security and law today", "the 4th time on 20 m2 of land"]
    assert found.warnings[0].values == {"count": 2}


def test_hidden_text_field_codes_and_contents_are_left_out():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("here") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(paragraph("Look ", field, run(" secret", "<w:vanish/>")), paragraph("Aims 3", style="TOC1")) == [
        ("paragraph", "Look here")
    ]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice():
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert MC and texts(paragraph("Beside it", both)) == [("paragraph", "Beside it"), ("paragraph", "In a box")]


def test_merged_cells_are_spans_and_leave_no_text_behind():
    wide, first, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    (block,) = document(
        table(
            [cell("10:00", first), cell("Opening"), cell("Chair")],
            [cell("", more), cell("Coffee break", wide)],
        )
    ).blocks
    assert block.rows == (("10:00", "Opening", "Chair"), ("", "Coffee break", ""))
    assert set(block.spans) == {(0, 0, 2, 1), (1, 1, 1, 2)}


def test_the_paragraphs_of_a_cell_are_its_lines():
    (block,) = document(
        table([cell("10:00"), cell(paragraph("Opening") + paragraph("Mr Example"))], [cell("11:00"), cell("End")])
    ).blocks
    assert block.rows[0][1] == "Opening\nMr Example"
    assert block.text.split("\n")[0] == "10:00\tOpening Mr Example"


@pytest.mark.parametrize(
    "laid_out",
    [
        table([cell("One cell only")]),
        table([cell(LONG), cell(LONG)]),
        table([cell("First"), cell("Second")]),
        table([cell(paragraph("Aims", style="H1")), cell(LONG)], [cell("x"), cell("y")]),
        table([cell(table([cell("9:00"), cell("a")], [cell("9:30"), cell("b")])), cell("x")], [cell("y"), cell("z")]),
    ],
)
def test_a_table_that_lays_out_the_page_gives_its_blocks(laid_out):
    assert document(laid_out, REST).blocks[0].kind != "table" or len(document(laid_out, REST).blocks) > 2


def test_labels_with_long_values_stay_a_table():
    form = table([cell("Date"), cell("3 May 2027")], [cell("Background"), cell(LONG)])
    assert document(form).blocks[0].kind == "table"


def test_lines_broken_by_hand_are_paragraphs_unless_the_sentence_goes_on():
    line = paragraph(
        run("Date: 3 May"), "<w:r><w:br/></w:r>", run("Place: in the hall"), "<w:r><w:br/></w:r>", run("of the port")
    )
    assert [text for _, text in texts(line)] == ["Date: 3 May", "Place: in the hall of the port"]


def test_controls_links_and_insertions_are_looked_through():
    inner = f"<w:hyperlink><w:smartTag>{run('inside')}</w:smartTag></w:hyperlink>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(inner)}</w:sdtContent></w:sdt>"
    assert texts(control) == [("paragraph", "inside")]
