"""Title, publisher, author and day, where a page gives them in an unusual place; and lines that are the page's."""

from datetime import date

import pytest

from courseware.reading.drafting import ModuleDraft
from tests.courseware.reading.test_drafting_shapes_of_pages import ONE, THREE, TWO, drafted, text_of

BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TEXT = f"{ONE} {TWO} {THREE}"


def only(page: str) -> ModuleDraft:
    (module,) = drafted(page)
    return module


def test_a_weblog_names_itself_above_the_title_and_the_author_below_the_text():
    blog = '<h1 class="title">Notes from the Queue</h1><p>Slow thoughts about fast borders</p>'
    post = f"<h2>Thursday, July 30, 2020</h2><h3>The stamp is gone</h3>{BODY}"
    foot = "<p>Posted by Ann Probe at 9:14 PM</p><p>Newer Post Older Post</p>"
    head = "<head><title>Notes from the Queue: The stamp is gone</title></head>"
    module = only(f"<html>{head}<body>{blog}{post}{foot}</body></html>")
    assert (module.title, module.publisher) == ("The stamp is gone", "Notes from the Queue")
    assert (module.author, module.published) == ("Ann Probe", date(2020, 7, 30))
    assert text_of(module) == TEXT


@pytest.mark.parametrize("title", ["The Bay Observer - The old road closes", "The old road closes - The Bay Observer"])
def test_site_and_title_are_told_apart_in_either_order(title: str):
    page = f"<title>{title}</title><p><b>The Bay Observer</b></p><h1>The old road closes</h1>{BODY}"
    module = only(page)
    assert (module.title, module.publisher) == ("The old road closes", "The Bay Observer")


def test_a_heading_far_below_is_no_title():
    news = "<h2>News</h2><ul><li>Sleet</li></ul>"
    module = only(f"<title>The old road closes | News</title><h1>The old road closes</h1>{BODY}{news}")
    assert module.title == "The old road closes"


def test_what_either_copy_of_an_article_states_counts():
    copies = f"<h1>The old road closes</h1><p>By Ann Probe - Tuesday, 5 November 2019</p>{BODY}"
    longer = f"<h1>The old road closes</h1><p>By Ann Probe</p>{BODY}<p>The council meets again in May.</p>"
    module = only(copies + longer)
    assert (module.author, module.published) == ("Ann Probe", date(2019, 11, 5))
    assert "meets again" in text_of(module)


def test_the_holder_of_rights_below_the_page_published_it():
    foot = "<footer><a>Contact</a> <p>© 2019 Frontier Gazette Ltd. All rights reserved.</p></footer>"
    assert only(f"<main><h1>The old road closes</h1>{BODY}</main>{foot}").publisher == "Frontier Gazette"
    two = foot + "<footer>© Other Paper</footer>"
    assert only(f"<main><h1>The old road closes</h1>{BODY}</main>{two}").publisher is None


def test_a_narrow_column_beside_the_article_is_no_text():
    side = '<td width="180"><b>High water</b><br>Mon 06:12 18:40<br>Rowing boat for sale, one owner.</td>'
    row = f"<tr><td><h1>The old road closes</h1>{BODY}</td>{side}</tr>"
    assert text_of(only(f"<table>{row}</table>")) == TEXT
    wide = row.replace('width="180"', 'width="480"')
    assert "Rowing boat" in " ".join(text_of(module) for module in drafted(f"<table>{wide}</table>"))


@pytest.mark.parametrize(
    "line",
    [
        "<h4>Listen to this article · 6 minutes</h4>",
        "<h4>Skip promotion</h4>",
        "<p>An earlier version of this article gave the wrong year.</p>",
        "<p>This article was amended on 3 May 2021 to correct a name.</p>",
        "<p>* * *</p>",
    ],
)
def test_labels_of_the_page_between_paragraphs_are_left_out(line: str):
    module = only(f"<h1>The old road closes</h1><p>{ONE}</p>{line}<p>{TWO}</p><p>{THREE}</p>")
    assert text_of(module) == TEXT
    assert [section.heading for section in module.sections] == [None]


def test_what_is_said_of_the_author_below_is_no_text_and_a_sentence_about_somebody_else_is():
    head = f"<h1>The old road closes</h1><p>By Ann Probe</p>{BODY}"
    assert text_of(only(f"{head}<p>Ann Probe covers roads for the Gazette. She lives near the bay.</p>")) == TEXT
    assert "Ben Probe" in text_of(only(f"{head}<p>Ben Probe is the harbour master.</p>"))


def test_the_cover_of_a_collection_is_no_module():
    parts = "".join(f"# Article {n} of the bay\n\n{text}\n\n{text}\n\n{text}\n\n{text}\n\n" for n, text in
                    ((1, ONE), (2, TWO)))  # fmt: skip
    page = (
        f"# Notes on Trade\n\nSpring 2018. A collection of two articles.\n\n{parts}# Imprint\n\nFour issues a year.\n"
    )
    assert [module.title for module in drafted(page, "notes.md")] == ["Article 1 of the bay", "Article 2 of the bay"]
