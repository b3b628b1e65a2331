from datetime import date

import pytest

from courseware.reading.drafting import CourseDraft, draft_course
from intake.blocks import Remark
from tests.courseware.reading.drafting_pages import (
    CROSSING,
    DIALOGUE,
    DRILLS,
    SCRAPED,
    STAFFING,
    TEASERS,
    as_blocks,
    read_text,
)


@pytest.fixture
def scraped() -> CourseDraft:
    return draft_course(read_text(SCRAPED))


def test_each_article_of_a_page_becomes_a_module_with_its_title(scraped: CourseDraft):
    assert [module.title for module in scraped.modules] == [
        "A Quiet Crossing Finds Its Rhythm",
        "Guards Compare Notes in Almaty",
    ]


def test_the_text_before_the_first_sub_heading_is_a_section_without_heading(scraped: CourseDraft):
    sections = scraped.modules[0].sections
    assert [section.heading for section in sections] == [None, "How the Post Is Staffed"]
    assert [section.paragraphs for section in sections] == [(CROSSING,), (STAFFING,)]


def test_a_caption_is_kept_apart_from_the_text(scraped: CourseDraft):
    assert scraped.modules[0].captions == ("A trader shows her papers at the new post near the river Amu in spring",)


def test_author_and_date_are_read_from_lines_of_their_own(scraped: CourseDraft):
    module = scraped.modules[1]
    assert (module.author, module.published) == ("Ann Example", date(2021, 5, 3))


def test_what_is_not_stated_stays_empty(scraped: CourseDraft):
    module = scraped.modules[0]
    assert (module.author, module.published, module.source) == (None, None, None)


def test_a_button_within_an_article_does_not_end_it(scraped: CourseDraft):
    assert scraped.modules[1].sections[0].paragraphs == (DIALOGUE, DRILLS)


def test_page_furniture_is_listed_as_discarded(scraped: CourseDraft):
    assert {"Connect with us", "Borderlands", "Continue Reading", "Comments", "Up Next"} <= set(scraped.discarded)


def test_nothing_of_the_furniture_is_left_in_a_text(scraped: CourseDraft):
    texts = [p for module in scraped.modules for section in module.sections for p in section.paragraphs]
    assert texts == [CROSSING, STAFFING, DIALOGUE, DRILLS]


def test_sections_carry_the_numbers_of_their_blocks():
    document = as_blocks("A Quiet Crossing", "Published", "on", CROSSING, STAFFING)
    assert draft_course(document).modules[0].sections[0].blocks == (4, 5)


def test_headings_guessed_by_a_reader_of_plain_text_do_not_matter():
    document = as_blocks("Borderlands", "A Quiet Crossing", "Published", "on", CROSSING, "Region", kind="heading")
    draft = draft_course(document)
    assert [module.title for module in draft.modules] == ["A Quiet Crossing"]
    assert draft.modules[0].sections[0].paragraphs == (CROSSING,)


def test_buttons_that_a_reader_has_joined_into_one_line_are_recognised():
    document = as_blocks("A Quiet Crossing", "Published on", CROSSING, "Continue Reading Comments", "Borderlands")
    assert draft_course(document).modules[0].sections[0].paragraphs == (CROSSING,)


def test_a_label_is_dropped_where_no_closing_line_stands_before_it():
    document = as_blocks(
        "First Story Here", "Published", CROSSING, "Region", "Second Story Here", "Published", DIALOGUE
    )
    assert [module.sections[0].paragraphs for module in draft_course(document).modules] == [(CROSSING,), (DIALOGUE,)]


def test_teasers_alone_give_no_module_and_say_so():
    draft = draft_course(read_text(TEASERS))
    assert draft.modules == ()
    assert draft.warnings[0] == Remark("no_article_found", {"name": "page.txt"})
    assert Remark("teaser_left_out", {"title": "Training for Guards Begins"}) in draft.warnings


def test_a_list_of_links_gives_no_module():
    draft = draft_course(as_blocks(*(f"Link to story number {n}" for n in range(20))))
    assert draft.modules == ()
    assert [remark.code for remark in draft.warnings] == ["no_article_found"]


def test_an_empty_document_gives_no_module():
    assert [remark.code for remark in draft_course(as_blocks()).warnings] == ["no_article_found"]


def test_the_same_article_twice_gives_one_module_and_a_warning():
    document = as_blocks(
        "A Quiet Crossing", "Published", CROSSING, "Comments",
        "A Quiet Crossing", "Published", CROSSING, STAFFING, "Comments",
    )  # fmt: skip
    draft = draft_course(document)
    assert [module.sections[0].paragraphs for module in draft.modules] == [(CROSSING, STAFFING)]
    assert draft.warnings == (Remark("article_twice", {"title": "A Quiet Crossing"}),)


def test_a_long_text_that_is_left_out_is_pointed_out():
    document = as_blocks("A Quiet Crossing", "Published", STAFFING, CROSSING, "Latest", "Bridge", DIALOGUE)
    remarks = [remark for remark in draft_course(document).warnings if remark.code == "long_text_left_out"]
    assert remarks == [
        Remark("long_text_left_out", {"words": 52, "start": "Officials of five States met in Almaty to"})
    ]


def test_source_and_author_lines_at_the_head_of_a_text_are_not_text():
    source = "Source: summary in our own words of “A Longer Report”, Example Press."
    document = as_blocks("A Quiet Crossing", "Published", "on", source, "Author: Ann Example", CROSSING)
    module = draft_course(document).modules[0]
    assert module.source == "summary in our own words of “A Longer Report”, Example Press."
    assert module.author == "Ann Example"
    assert module.sections[0].paragraphs == (CROSSING,)


def test_a_source_line_after_the_first_paragraph_is_found_as_well():
    document = as_blocks(
        "A Quiet Crossing", "Published", CROSSING, "About this reading. Source: Example Press", STAFFING
    )
    module = draft_course(document).modules[0]
    assert (module.source, module.sections[0].paragraphs) == ("Example Press", (CROSSING, STAFFING))
