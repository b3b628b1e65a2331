import pytest

from intake.readers import read
from tests.intake.files import paragraphs, pdf, ruled, text

LEFT = [
    "The officers of the port compare", "what they find in a container", "with the papers that came before",
    "it, and write down where the two", "do not agree. Nobody had asked", "them to do so until last spring,",
    "when the book was brought in. By", "now it has nine columns in all.",
]  # fmt: skip
RIGHT = [
    "Another book is kept at the gate,", "where lorries wait for their turn", "and drivers have time to talk.",
    "Much of what is known of the road", "stands there and nowhere else, as", "the clerks like to point out to",
    "all who ask, and to those who do", "not ask as well.",
]  # fmt: skip


def document(*pages):
    return read("note.pdf", pdf(*pages))


def texts(*pages):
    return [(block.kind, block.text) for block in document(*pages).blocks]


def columns(order):
    lefts = [text(72, 100 + n * 14, line) for n, line in enumerate(LEFT)]
    rights = [text(320, 100 + n * 14, line) for n, line in enumerate(RIGHT)]
    drawn = lefts + rights if order == "columns" else [one for pair in zip(lefts, rights, strict=True) for one in pair]
    return "\n".join(drawn)


@pytest.mark.parametrize("order", ["columns", "rows"])
def test_two_columns_are_read_one_after_the_other_however_they_are_drawn(order):
    whole = " ".join(words for _, words in texts(columns(order)))
    assert whole == " ".join(LEFT + RIGHT)


def test_two_columns_whose_lines_stand_at_different_heights_are_read_one_after_the_other():
    wide = "The officers of the port who compare what they find in a"
    lefts = [text(72, 100 + n * 14, line) for n, line in enumerate([*LEFT, wide, *LEFT[1:]])]
    rights = [text(380, 107 + n * 14, line) for n, line in enumerate([*RIGHT, *RIGHT])]
    found = " ".join(words for _, words in texts("\n".join(lefts + rights)))
    assert found == " ".join([*LEFT, wide, *LEFT[1:], *RIGHT, *RIGHT])


def test_an_agenda_with_times_on_the_left_is_no_pair_of_columns():
    rows = [(f"{hour}:00", f"Session {hour} on the keeping of books") for hour in range(9, 15)]
    drawn = [
        text(x, 100 + n * 16, words) for n, row in enumerate(rows) for x, words in zip((72, 160), row, strict=True)
    ]
    assert read("a.pdf", pdf("\n".join(drawn))).blocks[0].rows == tuple(rows)


def test_lines_make_paragraphs_and_gaps_part_them():
    page = paragraphs(100, *LEFT[:4]) + "\n" + paragraphs(180, *RIGHT[:3])
    assert [words for _, words in texts(page)] == [" ".join(LEFT[:4]), " ".join(RIGHT[:3])]


def test_a_line_that_ends_early_ends_its_paragraph():
    page = paragraphs(100, "Date: 3 May 2027", "Place: the hall of the port", *RIGHT)
    assert [words for _, words in texts(page)][:2] == ["Date: 3 May 2027", "Place: the hall of the port"]


def test_a_sentence_goes_on_over_the_page():
    found = document(paragraphs(600, *LEFT[:4]), paragraphs(100, *LEFT[4:]))
    assert [(block.text, block.page) for block in found.blocks] == [(" ".join(LEFT), 1)]


def test_broken_words_are_mended():
    lines = [
        "for good management of it takes",
        "time, and border manage-",
        "ment of the counter-",
        "terrorism kind more.",
    ]
    assert texts(paragraphs(100, *LEFT[:6], *lines))[0][1].endswith(
        "border management of the counter-terrorism kind more."
    )


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        "\n".join([text(72, 40, "Book of the port"), paragraphs(150, *LEFT), text(290, 810, f"Page {n} of 3")])
        for n in (1, 2, 3)
    ]
    assert {words for _, words in texts(*pages)} == {" ".join(LEFT)}


def test_the_time_at_which_a_browser_printed_is_left_out():
    page = "\n".join([text(24, 20, "11/23/26, 2:51 PM", size=8), text(290, 20, "Books", size=8), paragraphs(40, *LEFT)])
    assert texts(page) == [("paragraph", " ".join(LEFT))]
    assert texts(text(72, 20, "5/3/27, 10:00 AM") + "\n" + paragraphs(60, *LEFT))[0][1] == "5/3/27, 10:00 AM"


def test_larger_and_bold_lines_are_headings_of_different_levels():
    page = "\n".join(
        [text(72, 80, "A Day at the Gate", size=18), text(72, 110, "What was seen", bold=True), paragraphs(130, *LEFT)]
    )
    assert [(b.kind, b.level, b.text) for b in document(page).blocks[:2]] == [
        ("heading", 1, "A Day at the Gate"),
        ("heading", 2, "What was seen"),
    ]


def test_list_signs_make_items():
    page = paragraphs(100, *RIGHT[:3]) + "\n" + paragraphs(150, "• compare the books", "• agree on one form")
    assert texts(page)[1:] == [("item", "compare the books"), ("item", "agree on one form")]


def test_raised_marks_and_the_notes_they_lead_to_are_left_out():
    page = "\n".join(
        [
            paragraphs(100, *LEFT[:6]), text(72, 184, "when the book was brought in"),
            text(211, 180, "1", size=6), text(215, 184, "."), text(72, 780, "1 Harbour statistics.", size=8),
        ]
    )  # fmt: skip
    found = document(page)
    assert found.blocks[-1].text.endswith("brought in.")
    assert "notes_left_out" in [warning.code for warning in found.warnings]


def test_a_drawn_table_has_its_cells_and_spans():
    lines = ruled([72, 150, 300, 420], [100, 120, 140]) + "\n" + ruled([72, 150, 420], [140, 160])
    words = [
        text(76, 114, "Time"), text(154, 114, "Session"), text(304, 114, "Speaker"), text(76, 134, "10:00"),
        text(154, 134, "Opening"), text(304, 134, "Ms Example"), text(76, 154, "10:15"), text(154, 154, "Coffee"),
    ]  # fmt: skip
    (block,) = document("\n".join([lines, *words])).blocks
    assert block.rows == (("Time", "Session", "Speaker"), ("10:00", "Opening", "Ms Example"), ("10:15", "Coffee", ""))
    assert (block.spans, block.page) == (((2, 1, 1, 2),), 1)


def boxed(cell):
    """A drawn table of two columns; the lines of `cell` stand in the second one, 118 points wide."""
    lines = ruled([72, 150, 270], [100, 120, 220])
    head = [text(76, 114, "Time"), text(154, 114, "Speakers"), text(76, 134, "10:00")]
    (block,) = document("\n".join([lines, *head, *(text(154, 134 + 13 * n, one) for n, one in enumerate(cell))])).blocks
    return block.rows[1][1]


def test_lines_of_a_cell_that_were_ended_on_purpose_stay_apart():
    speakers = ["Ann Example, Keeper of", "the Books", "Bob Sample, Clerk of the", "Gate, Oslo"]
    assert boxed(speakers) == "Ann Example, Keeper of the Books\nBob Sample, Clerk of the Gate, Oslo"


def test_a_word_parted_in_a_cell_is_made_whole_and_one_letter_keeps_its_hyphen():
    assert (
        boxed(["The use of book and e-", "mail by the whole har-", "bour"])
        == "The use of book and e-mail by the whole harbour"
    )


def test_a_row_that_the_page_break_parts_is_one_row():
    head = [text(76, 114, "Time"), text(154, 114, "Topic"), text(304, 114, "Speaker")]
    row = [text(76, 134, "10:00"), text(154, 134, "Opening"), text(304, 134, "Ann Example,")]
    first = "\n".join([ruled([72, 150, 300, 420], [100, 120, 140]), *head, *row])
    second = "\n".join([ruled([72, 150, 300, 420], [60, 80]), text(304, 74, "Keeper")])
    (block,) = document(first, second).blocks
    assert block.rows[1:] == (("10:00", "Opening", "Ann Example, Keeper"),)


def test_pages_without_text_are_named():
    found = document(paragraphs(100, *LEFT), "")
    assert [(warning.code, warning.values) for warning in found.warnings] == [("pages_without_text", {"pages": "2"})]


def test_a_cell_of_a_table_without_lines_goes_on_in_the_next_line():
    drawn = [
        text(72, 100, "Time"), text(160, 100, "Topic"), text(360, 100, "Speaker"),
        text(72, 120, "9:00"), text(160, 120, "What the books say"), text(360, 120, "Ann Example, Keeper of"),
        text(360, 132, "the Books"), text(160, 152, "What they leave out"), text(360, 152, "Bob Sample"),
        text(72, 172, "10:00"), text(160, 172, "Tea"), *[text(72, 210 + 14 * n, line) for n, line in enumerate(LEFT)],
    ]  # fmt: skip
    table = document("\n".join(drawn)).blocks[0]
    assert table.rows[1:] == (
        ("9:00", "What the books say", "Ann Example, Keeper of the Books"),
        ("", "What they leave out", "Bob Sample"),
        ("10:00", "Tea", ""),
    )
    assert table.spans == ((1, 0, 2, 1),)


def test_lines_of_a_cell_stay_apart_in_a_table_without_lines_too():
    cells = [(72, 100, "Time"), (160, 100, "Speakers"), (72, 120, "9:00"), (160, 120, "Ann Example"),
             (160, 132, "Bob Sample, Clerk"), (72, 152, "10:00"), (160, 152, "Tea")]  # fmt: skip
    after = [text(72, 210 + 14 * n, line) for n, line in enumerate(LEFT)]
    table = document("\n".join([*(text(*cell) for cell in cells), *after])).blocks[0]
    assert table.rows[1] == ("9:00", "Ann Example\nBob Sample, Clerk")


def test_a_numbered_list_is_no_table():
    drawn = [text(x, 100 + 16 * n, t) for n in range(5) for x, t in ((72, f"{n + 1}."), (110, f"Compare the book {n}"))]
    assert {kind for kind, _ in texts("\n".join(drawn))} == {"item"}


def test_a_text_after_a_table_without_lines_is_not_drawn_into_it():
    rows = [text(x, 100 + 16 * n, words) for n in range(4) for x, words in ((72, f"Post {n}"), (160, "two officers"))]
    after = [text(72, 164 + 14 * n, line) for n, line in enumerate(LEFT)]
    assert texts("\n".join(rows + after))[1] == ("paragraph", " ".join(LEFT))


def test_a_word_far_off_the_page_is_not_read():
    page = paragraphs(100, *LEFT[:4]) + "\n" + text(90_000_000, 130, "far")
    assert [words for _, words in texts(page)] == [" ".join(LEFT[:4])]
