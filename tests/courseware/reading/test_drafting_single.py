from datetime import date

import pytest

from courseware.reading.drafting import draft_course, with_joined_headings
from tests.courseware.reading.drafting_pages import CROSSING, DIALOGUE, DRILLS, MARKDOWN, STAFFING, as_blocks, read_text


def test_each_first_level_heading_of_a_markdown_file_is_an_article():
    draft = draft_course(read_text(MARKDOWN, "articles.md"))
    assert [module.title for module in draft.modules] == ["Guards compare notes", "A quiet crossing"]


def test_particulars_of_a_markdown_article_run_together_are_told_apart():
    module = draft_course(read_text(MARKDOWN, "articles.md")).modules[0]
    assert (module.source, module.author, module.published) == (
        "Example Review, issue 3",
        "Ann Example",
        date(2021, 5, 3),
    )


def test_a_byline_with_a_date_gives_both():
    module = draft_course(read_text(MARKDOWN, "articles.md")).modules[1]
    assert (module.author, module.published) == ("Bob Sample", date(2022, 6, 4))


def test_second_level_headings_become_sections_and_list_items_keep_a_dash():
    sections = draft_course(read_text(MARKDOWN, "articles.md")).modules[0].sections
    assert [section.heading for section in sections] == [None, "What was shown"]
    assert sections[1].paragraphs == (DRILLS, "- one record for each traveller", "- one office for complaints")


def test_front_matter_is_read_as_particulars():
    text = f"---\ntitle: A quiet crossing\nauthor: Ann Example\ndate: 2021-05-03\n---\n\n{CROSSING}\n"
    module = draft_course(read_text(text, "article.md")).modules[0]
    assert (module.title, module.author, module.published) == ("A quiet crossing", "Ann Example", date(2021, 5, 3))


def test_a_heading_right_above_another_one_is_put_before_it():
    text = f"# Title\n\n{CROSSING}\n\n## Part one\n\n### Staff\n\n{STAFFING}\n"
    draft = draft_course(read_text(text, "a.md"))
    assert [section.heading for section in draft.modules[0].sections] == [None, "Part one", "Staff"]
    assert with_joined_headings(draft).modules[0].sections[1].heading == "Part one: Staff"


def test_a_plain_text_article_takes_its_first_line_as_title():
    module = draft_course(read_text(f"A quiet crossing\n\n{CROSSING}\n\nStaff of the post\n\n{STAFFING}\n")).modules[0]
    assert module.title == "A quiet crossing"
    assert [section.heading for section in module.sections] == [None, "Staff of the post"]


@pytest.mark.parametrize("title", ["Does a second counter help?", "Sarvan Pass", "Quarantine"])
def test_a_question_or_a_name_above_the_first_paragraph_is_the_title_of_a_plain_text(title):
    draft = draft_course(read_text(f"{title}\n\n{CROSSING}\n\nStaff of the post\n\n{STAFFING}\n"))
    assert [module.title for module in draft.modules] == [title]
    assert [section.heading for section in draft.modules[0].sections] == [None, "Staff of the post"]


@pytest.mark.parametrize("between", ["What this study is about", "Paper issued by the Office of Travel, 6 May 2021"])
def test_a_question_above_a_heading_is_the_title_too(between):
    title = "Research summary: does a second counter help the traveller?"
    draft = draft_course(read_text(f"{title}\n\n{between}\n\n{CROSSING}\n\nStaff of the post\n\n{STAFFING}\n"))
    assert [module.title for module in draft.modules] == [title]


def test_who_issued_a_text_does_not_take_the_place_of_its_title():
    title, issuer = "Waiting times at the posts of the northern road", "Institute of Transport, Paper 12/2021"
    module = draft_course(read_text(f"{title}\n\n{issuer}\n\nBy Ann Example\n\n{CROSSING}\n")).modules[0]
    assert (module.title, module.author) == (title, "Ann Example")
    assert issuer in [paragraph for section in module.sections for paragraph in section.paragraphs]


def test_a_section_label_above_the_title_of_a_single_article_is_not_its_title():
    draft = draft_course(as_blocks("Central Asia", "A Quiet Crossing Finds Its Rhythm", CROSSING))
    assert [module.title for module in draft.modules] == ["A Quiet Crossing Finds Its Rhythm"]
    assert draft.discarded == ("Central Asia",)


def test_published_with_a_day_on_the_same_line_is_read():
    module = draft_course(as_blocks("A Quiet Crossing", "Published 3 May 2021", CROSSING)).modules[0]
    assert module.published == date(2021, 5, 3)


def test_a_standfirst_between_title_and_byline_stays_in_the_text():
    standfirst = "A small post shows what two services can do together."
    module = draft_course(as_blocks("A Quiet Crossing", standfirst, "By Ann Example", CROSSING)).modules[0]
    assert (module.title, module.author) == ("A Quiet Crossing", "Ann Example")
    assert module.sections[0].paragraphs == (standfirst, CROSSING)


def test_a_date_that_can_be_read_in_two_ways_is_left_open():
    draft = draft_course(as_blocks("A Quiet Crossing", "Published 3/5/2021", CROSSING))
    assert draft.modules[0].published is None
    assert [remark.code for remark in draft.warnings] == ["date_unclear"]


def test_an_author_given_as_not_stated_stays_empty():
    assert draft_course(as_blocks("A Quiet Crossing", "Author: not stated", CROSSING)).modules[0].author is None


def test_a_text_without_title_goes_by_the_name_of_its_file():
    draft = draft_course(as_blocks(CROSSING, STAFFING, name="quiet_crossing.txt"))
    assert [module.title for module in draft.modules] == ["quiet crossing"]
    assert [remark.code for remark in draft.warnings] == ["title_from_file_name"]


def test_a_list_in_the_middle_of_a_plain_text_is_not_made_into_sections():
    text = as_blocks("A quiet crossing", CROSSING, "Passports", "Vehicle papers", "Health cards", STAFFING)
    sections = draft_course(text).modules[0].sections
    assert sections[-1].paragraphs[-1] == STAFFING
    assert sum(len(section.paragraphs) + (section.heading is not None) for section in sections) >= 4


def test_reading_time_language_and_abbreviations_come_from_the_text():
    text = DIALOGUE + " They thanked the International Organization for Migration (IOM) for its help."
    module = draft_course(as_blocks("Guards compare notes", text)).modules[0]
    assert (module.reading_minutes, module.language) == (1, "en")
    assert [one.short for one in module.abbreviations] == ["IOM"]


def test_counters_above_the_text_and_credits_of_pictures_within_it_end_no_article():
    texts = (
        "A Quiet Crossing",
        "By Ann Example",
        "112 comments",
        CROSSING,
        "© Ivo Sample for the Quay",
        STAFFING,
        DRILLS,
    )
    (module,) = draft_course(as_blocks(*texts)).modules
    assert module.sections[0].paragraphs == (CROSSING, STAFFING, DRILLS)


def test_a_paragraph_that_a_line_of_the_page_parted_is_whole():
    first, second = CROSSING.rsplit(" ", 6)[0], " ".join(CROSSING.split()[-6:])
    texts = ("A Quiet Crossing", "By Ann Example", first, "Advertisement", second, STAFFING)
    assert draft_course(as_blocks(*texts)).modules[0].sections[0].paragraphs == (CROSSING, STAFFING)


def test_a_name_right_below_the_text_is_its_author_where_the_page_goes_on_below():
    texts = ("A Quiet Crossing", "3 May 2021", CROSSING, STAFFING, "Ann Example")
    assert draft_course(as_blocks(*texts, "Share this article")).modules[0].author == "Ann Example"
    assert draft_course(as_blocks(*texts, "Picture archive")).modules[0].author is None


def test_the_box_below_an_article_about_its_author_is_left_out():
    texts = ("A Quiet Crossing", "By Ann Example", CROSSING, STAFFING, "Ann Example", "Ann writes about boats.")
    draft = draft_course(as_blocks(*texts))
    assert draft.modules[0].sections[0].paragraphs == (CROSSING, STAFFING)
    assert draft.discarded == ("Ann Example", "Ann writes about boats.")


def test_several_authors_and_where_they_work_stand_above_the_days_of_a_journal():
    texts = ("A Quiet Crossing", "Ann Example, Bob Sample and Eva Probe", "University of Gull Rock; Harbour Institute")
    days = "Received 3 May 2021; accepted 4 June 2021; published online 5 July 2021"
    (module,) = draft_course(as_blocks(*texts, days, CROSSING, STAFFING)).modules
    assert (module.author, module.published) == ("Ann Example, Bob Sample and Eva Probe", date(2021, 7, 5))
    assert module.publisher is None


def test_further_reading_stays_where_it_names_works_and_goes_where_it_links():
    works, links = "- Lampert, A. (2001). Oil and Patience.", "- [The gull that counted ships](/gull)"
    page = "# A quiet crossing\n\n{}\n\n## Staff\n\n{}\n\n## Further reading\n\n{}\n"
    kept, left = (draft_course(read_text(page.format(CROSSING, STAFFING, one), "a.md")) for one in (works, links))
    assert [section.heading for section in kept.modules[0].sections] == [None, "Staff", "Further reading"]
    assert [section.heading for section in left.modules[0].sections] == [None, "Staff"]
