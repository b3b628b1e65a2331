import pytest

from intake.readers import read


def blocks(text):
    return read("note.md", text.encode()).blocks


def kinds(text):
    return [(block.kind, block.level, block.text) for block in blocks(text)]


def test_headings_have_their_level():
    assert kinds("# One\n### Three ###\nTwo\n---\n") == [
        ("heading", 1, "One"),
        ("heading", 3, "Three"),
        ("heading", 2, "Two"),
    ]


def test_soft_line_breaks_stay_in_the_paragraph():
    assert kinds("first line\nsecond line\n\nnext one") == [
        ("paragraph", 0, "first line second line"),
        ("paragraph", 0, "next one"),
    ]


def test_bold_labels_on_neighbouring_lines_are_paragraphs_of_their_own():
    assert [block.text for block in blocks("**Date:** today\n**Place:** here")] == ["Date: today", "Place: here"]


def test_items_keep_their_depth_and_their_wrapped_lines():
    assert kinds("- one\n  goes on\n  - two\n1. three") == [
        ("item", 0, "one goes on"),
        ("item", 1, "two"),
        ("item", 0, "three"),
    ]


def test_a_table_is_one_block_with_its_cells():
    (table,) = blocks("| Time | What |\n|---|---|\n| 10:00 | *Tea* \\| talk |\n")
    assert table.kind == "table"
    assert table.rows == (("Time", "What"), ("10:00", "Tea | talk"))
    assert table.text == "Time\tWhat\n10:00\tTea | talk"


def test_quotes_are_quotes():
    assert kinds("> said so\n> and more") == [("quote", 0, "said so and more")]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("a **bold** and *slanted* word", "a bold and slanted word"),
        ("***both*** and ~~gone~~", "both and gone"),
        ("see [the page](https://example.org/a_b) now", "see the page now"),
        ("![a map](map.png) of it[^1]", "a map of it"),
        ("`code_with_marks` and snake_case_name", "code_with_marks and snake_case_name"),
        ("the `\\*and\\*` sign, \\`no code\\`", "the \\*and\\* sign, `no code`"),
        ("2 \\* 3 &amp; <b>more</b><br>text", "2 * 3 & more text"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_marks_are_taken_off(marked, plain):
    assert blocks(marked)[0].text == plain


def test_comments_are_not_read():
    assert [block.text for block in blocks("seen <!-- not\nseen --> again")] == ["seen again"]


def test_a_front_matter_is_read_line_by_line():
    assert [block.text for block in blocks("---\ntitle: A\ndate: B\n---\nText.")] == ["title: A", "date: B", "Text."]


def test_offsets_point_at_the_text():
    text = "# Head\n\n- item\n"
    assert [text[block.offset :][:4] for block in blocks(text)] == ["Head", "item"]


def test_lines_of_an_agenda_stay_apart_without_blank_lines_between_them():
    found = read(
        "a.md", b"# Title\n\nProgramme:\n9:00 Welcome\n9:30 What the books\nleave out\n\nWe met at\n9:30 sharp.\n"
    ).blocks
    assert [block.text for block in found[1:]] == [
        "Programme:", "9:00 Welcome", "9:30 What the books leave out", "We met at 9:30 sharp.",
    ]  # fmt: skip


def test_lines_broken_by_hand_stay_apart_in_a_cell():
    (table,) = blocks("| Time | Session |\n|---|---|\n| 10:00 | Maps<br>*Ms. Example* |")
    assert table.rows[1] == ("10:00", "Maps\nMs. Example")


def test_a_picture_on_its_own_line_has_a_caption_in_italics_below_or_in_itself():
    found = blocks("![drawer](a.jpg)\n*Drawer 17, open.*\n\nText.\n\n![A map](b.jpg)\n")
    assert [(b.kind, b.text) for b in found] == [
        ("caption", "Drawer 17, open."),
        ("paragraph", "Text."),
        ("caption", "A map"),
    ]
