from datetime import date

import pytest

from courseware.reading.drafting.dates import find_date
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.particulars import read_particulars
from courseware.reading.drafting.shapes import is_caption, is_subheading


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Continue Reading", "box"),
        ("12 Comments", "end"),
        ("Click to comment", "end"),
        ("Читайте также", "box"),
        ("Share this:", "passing"),
        ("Share Tweet Pin", "passing"),
        ("5 min read", "passing"),
        ("Related: Bridge opens after long wait", "passing"),
        ("Trending topics in migration law", None),
        ("On the way to a common policy", None),
    ],
)
def test_lines_of_the_page_are_told_from_lines_of_text(line: str, expected: str | None):
    assert furniture(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The founder of the forum Ann Example in Almaty",
        "A guard of the southern post who greets a visitor from Termez on a cold day in 2021",
        "Foreign ministers meet in Tashkent during the spring session",
        "Photo: Ann Example",
    ],
)
def test_lines_under_pictures_are_captions(line: str):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Foggy Outlook for the Northern Talks",
        "What comes next",
        "The Role of the Forum in the Region",
        "The post was opened by Ann Example in Almaty last year.",
        "the founder of the forum Ann Example in Almaty",
    ],
)
def test_headings_and_sentences_are_not_captions(line: str):
    assert not is_caption(line)


@pytest.mark.parametrize("line", ["Foggy Outlook for the Northern Talks", "What comes next", "Who decides?", "Staff"])
def test_short_lines_without_a_stop_are_sub_headings(line: str):
    assert is_subheading(line)


@pytest.mark.parametrize("line", ["It was late.", "as follows", "They agreed on three points:", ""])
def test_sentences_and_parts_of_sentences_are_not_sub_headings(line: str):
    assert not is_subheading(line)


@pytest.mark.parametrize(
    "text",
    ["2021-05-03", "3 May 2021", "3rd of May, 2021", "May 3, 2021", "03.05.2021", "13/5/2021", "3 мая 2021 года"],
)
def test_dates_are_read_in_the_usual_forms(text: str):
    assert find_date(f"Published {text}")[0] in (date(2021, 5, 3), date(2021, 5, 13))


@pytest.mark.parametrize("text", ["31 February 2021", "3/5/2021", "May 2021", "three days ago"])
def test_a_date_that_is_not_complete_clear_and_real_is_none(text: str):
    assert find_date(text)[0] is None


def test_an_update_does_not_replace_the_day_of_publication():
    found = read_particulars(["Published 3 May 2021", "Last updated 9 May 2021", "Text begins here."])
    assert (found.published, found.used) == (date(2021, 5, 3), 2)


def test_a_byline_leaves_out_the_role():
    assert read_particulars(["By Ann Example, senior analyst at the Example Centre"]).author == "Ann Example"


def test_a_byline_without_a_name_says_who_wrote_it_all_the_same():
    assert read_particulars(["By our transport correspondent"]).author == "our transport correspondent"


def test_a_heading_that_begins_with_by_is_not_a_byline():
    assert read_particulars(["By 2040 the region will have changed"]).used == 0


def test_an_originally_published_line_names_the_source():
    assert read_particulars(["Originally published in Example Review, 3 May 2021"]).source == "Example Review"
