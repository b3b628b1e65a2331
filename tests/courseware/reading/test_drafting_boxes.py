"""What the page puts into the middle of a text or runs together, and what it only looks like."""

import pytest

from courseware.reading.drafting import draft_course
from courseware.reading.drafting.furniture import furniture
from courseware.reading.drafting.particulars import copyright_holder
from courseware.reading.drafting.phrases import BOX, END, PASSING
from tests.courseware.reading.drafting_pages import CROSSING, STAFFING, read_text


def _headings_and_text(page: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.heading, one.paragraphs) for one in draft_course(read_text(page, "a.md")).modules[0].sections]


@pytest.mark.parametrize(
    "line",
    [
        "SharePrintSave",
        "READ NEXTTwo lanes closed",
        "Port letterEnter your e-mailSubscribe",
        "Поделиться на площадке",
    ],
)
def test_buttons_run_together_are_no_text(line: str):
    assert furniture(line) == "passing"


@pytest.mark.parametrize("line", ["YouTube and WhatsApp in class", "SpaceX", "What NGOs can do", "He said: shareThis."])
def test_names_with_capitals_within_are_text(line: str):
    assert furniture(line) is None


def test_a_box_in_a_section_does_not_end_an_article_that_goes_on_under_its_own_headings():
    links = "### Read also\n\nCable car closes\n\nTrees counted again"
    page = f"# Title of it\n\n## Staff\n\n{STAFFING}\n\n{links}\n\n{CROSSING}\n\n## Boats\n\n{STAFFING}\n"
    assert _headings_and_text(page) == [("Staff", (STAFFING, CROSSING)), ("Boats", (STAFFING,))]


def test_teasers_under_headings_within_a_box_stay_out():
    teasers = f"## Read also\n\nCable car closes\n\n{CROSSING}\n\n### Trees counted again\n\n{STAFFING}"
    page = f"# Title of it\n\n{STAFFING}\n\n### Boats\n\n{STAFFING}\n\n{teasers}\n"
    assert _headings_and_text(page) == [(None, (STAFFING,)), ("Boats", (STAFFING,))]


def test_an_offer_between_an_announcement_and_its_list_is_left_out():
    offer = "Mornings with us\n\nFour stories a day."
    page = f"# Title of it\n\n{CROSSING}\n\nThe rule is short:\n\n{offer}\n\n- walk\n- ask\n"
    assert _headings_and_text(page) == [(None, (CROSSING, "The rule is short:", "- walk", "- ask"))]


def test_a_group_label_between_an_announcement_and_its_list_stays():
    page = f"# Title of it\n\n{CROSSING}\n\nWe ask for this:\n\nFrom ministries\n\n- walk\n- ask\n"
    assert ("From ministries", ("- walk", "- ask")) in _headings_and_text(page)


def test_a_mark_with_the_year_last_and_a_line_of_the_page_name_the_publisher():
    assert copyright_holder(["© The Gull Mercury Courier 2026"]) == "The Gull Mercury Courier"
    assert copyright_holder(["Solder and Slow", "Site map © 2026 Solder and Slow, Lagos"]) == "Solder and Slow"
    assert copyright_holder(["© 2026 Solder and Slow"]) is None


def test_published_by_in_a_line_of_particulars_names_the_publisher():
    page = f"# Title of it\n\nBy Ann Example — 3 May 2021 — Published by Quiet Waters\n\n{CROSSING}\n"
    (module,) = draft_course(read_text(page, "a.md")).modules
    assert (module.author, module.publisher) == ("Ann Example", "Quiet Waters")


def test_phrases_are_written_as_they_are_compared():
    assert not [phrase for phrase in END | BOX | PASSING if "e-mail" in phrase or phrase != phrase.casefold()]


def test_a_marked_invitation_goes_with_its_one_sentence_wherever_it_stands():
    box = "### Subscribe to Hill Weekly\n\nAll the news in one letter."
    page = f"# Title of it\n\n{CROSSING}\n\n{box}\n\n{STAFFING}\n"
    assert _headings_and_text(page) == [(None, (CROSSING, STAFFING))]
