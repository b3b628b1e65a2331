from textwrap import fill

import pytest

from intake.errors import Refused
from intake.readers import read


def blocks(text):
    return read("note.txt", text.encode()).blocks


def kinds(text):
    return [(block.kind, block.text) for block in blocks(text)]


def test_each_line_is_a_paragraph_of_its_own():
    assert kinds("One line ends.\nAnother line ends.") == [
        ("paragraph", "One line ends."),
        ("paragraph", "Another line ends."),
    ]


def test_wrapped_lines_become_one_paragraph():
    line = "This paragraph was wrapped by an editor at some fixed width of\n"
    text = line * 3 + "Utopia.\n\n" + line * 3 + "Nowhere."
    assert [block.text.split()[-1] for block in blocks(text)] == ["Utopia.", "Nowhere."]


LETTERHEAD = ("Department of Roads, Bridges and Ferries of Utopia", "Twelfth session, item four of the agenda")
LONG = " ".join(
    f"The crossing at post {n}{' above the lake' * (n % 3)} was counted twice and both counts were entered in its book."
    for n in range(9)
)


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_line_that_had_room_for_the_next_word_was_ended_on_purpose(width):
    paragraphs = [fill(LONG, width), fill(LONG.replace("crossing", "bridge"), width)]
    text = "\n\n".join(["\n".join(LETTERHEAD), *paragraphs])
    found = [block.text for block in blocks(text)]
    assert found == [*LETTERHEAD, LONG, LONG.replace("crossing", "bridge")]


def test_sentence_that_leads_into_a_list_is_no_heading():
    text = "The first line is plain text.\nWe keep three main series:\n- books\n- maps\nObjectives:\n- to count"
    assert [block.text for block in blocks(text) if block.kind == "heading"] == ["Objectives"]


def test_lines_of_uneven_length_are_parts_of_one_paragraph():
    words = LONG.split()
    uneven = "\n".join(" ".join(words[n : n + 12]) for n in range(0, len(words), 12))
    assert [block.text for block in blocks(f"{uneven}\n\n{uneven}")] == [LONG, LONG]


def test_lines_of_names_and_titles_are_not_joined():
    long = "A sentence that stands on one long line of its own, as programs that do not wrap their lines write it. " * 2
    people = [
        "Dr. Sofia Example (Institute of Sleep): What fatigue does to attention - 20 minutes",
        "Lt. Col. Ruslan Sample (Border Services Academy): Eight-hour shifts at a crossing - 15 minutes",
        "Ms. Hana Model (Trade Union of Officers): What those who work at night want - 15 minutes",
        "Mr. Edgar Placeholder (Health at Work Programme): How a rota is made in one hour - 80 minutes",
        "Ms. Olga Probe (Health at Work Programme): Summary and what comes next in this field - 10 minutes",
    ]
    found = [block.text for block in blocks(f"{long}\n\n" + "\n".join(people))]
    assert found == [long.strip(), *people]


def test_blocks_are_numbered_from_one_and_know_where_they_stand():
    text = "Title Of The Note\n\n  First words here.\n"
    second = blocks(text)[1]
    assert second.n == 2
    assert text[second.offset :].startswith("First words")


@pytest.mark.parametrize("line", ["Key Issues", "Objectives:", "2. Target Audience", "BACKGROUND", "Введение"])
def test_a_short_line_in_title_case_is_a_heading(line):
    text = f"The first line is plain text.\n{line}\nMore text follows here."
    assert blocks(text)[1].kind == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Date: 17 December 2026",
        "Lisbon, 8–9 June 2027",
        "10:00 Opening Remarks",
        "The meeting is open to all",
        "Everything Ends With A Stop.",
    ],
)
def test_a_line_that_says_something_is_no_heading(line):
    text = f"The first line is plain text.\n{line}\nMore text follows here."
    assert blocks(text)[1].kind != "heading"


@pytest.mark.parametrize("mark", ["-", "*", "•", "1.", "2)", "a)"])
def test_list_marks_make_items(mark):
    found = blocks(f"The list has two points.\n{mark} first point\n{mark} second point")
    assert [(block.kind, block.text) for block in found[1:]] == [("item", "first point"), ("item", "second point")]


def test_an_indented_item_lies_deeper():
    assert [block.level for block in blocks("A list follows here.\n- outer\n  - inner")[1:]] == [0, 1]


def test_the_language_of_the_text_is_told():
    assert read("note.txt", b"The border is open and the guards are at work.").language == "en"


@pytest.mark.parametrize(
    ("following", "kind"),
    [("The Commissioner may inspect a post and order that records be mended. " * 2, "heading"), ("Ada Demo", "item")],
)
def test_a_numbered_line_above_a_paragraph_is_a_heading_and_above_a_name_an_item(following: str, kind: str):
    text = f"An Overview\n\n5. Retention\n\nRecords are kept.\n\n6. Rights of the owner\n\n{following}"
    assert [block.kind for block in blocks(text)][3] == kind


def test_a_time_is_no_number_of_a_heading():
    found = read(
        "a.txt", b"Programme\n\n10.30 Welcome Address\n\nThe books are opened.\n\n2 Aims And Means\n\nText.\n"
    ).blocks
    assert [block.kind for block in found] == ["heading", "paragraph", "paragraph", "heading", "paragraph"]


def test_too_many_paragraphs_are_refused_before_they_are_made():
    with pytest.raises(Refused) as caught:
        read("a.txt", b"lamp\n\n" * 6_000)
    assert (caught.value.code, caught.value.values["blocks"]) == ("too_long", 6_000)


def test_a_message_sent_on_is_read_without_the_signs_before_its_lines():
    text = "See below.\n\n> Dear friends,\n>\n> come on\n> Monday."
    assert [block.text for block in blocks(text)][1:] == ["Dear friends,", "come on", "Monday."]
    assert text[blocks(text)[1].offset :].startswith("Dear")


def test_a_single_line_with_such_a_sign_keeps_it():
    assert blocks("> 5 tonnes\n\nLorries pay more.")[0].text == "> 5 tonnes"


def test_lines_between_whole_paragraphs_of_one_line_each_are_not_wrapped():
    title = "Night market moves to the old rope works after thirty years"
    long = "The market left the quay in 1995, and its sixty stalls now stand in the hall of the old rope works, " * 2
    page = f"Port of Example\n{title}\nBy Jonas Probe\n5 October\n\n{long}\n\n{long}\n\n{title}\nA link\nAnother link\n"
    found = [block.text for block in blocks(page)]
    assert found[1:3] == [title, "By Jonas Probe"]
