"""What stands around an article: the head of its page, the rule at its end, the line of buttons."""

from datetime import date

import pytest

from courseware.reading.drafting import draft_course
from intake.readers import read

TEXT = (
    "The post on the lower river was built for forty boats a day. In the summer of 2024 there were ninety of them, "
    "and the two officers on duty learned to look at the papers before they looked at the boat. Nobody had told them "
    "to do so, and nobody told them to stop when the second boat came."
)
OTHER = (
    "A shed with two locks needs two people to open it, and that is all there is to the idea. The port of Otherville "
    "has tried it with the shed in which seized goods are kept. In the first year the shed was opened half as often "
    "as before, because people thought twice before they called a colleague from the other end of the quay."
)
HEAD = (
    '<meta property="og:site_name" content="Example Courier"><meta name="author" content="Ann Example">'
    '<meta name="date" content="2027-02-09">'
)


def modules(text, name="page.txt"):
    return draft_course(read(name, text.encode())).modules


def page(body):
    return modules(f"<!doctype html><html><head>{HEAD}</head><body>{body}</body></html>", "page.html")


def test_the_head_of_a_page_names_publisher_author_and_day_of_its_one_article():
    module = page(f"<h1>Ninety Boats</h1><p>{TEXT}</p>")[0]
    assert (module.publisher, module.author, module.published) == ("Example Courier", "Ann Example", date(2027, 2, 9))


def test_what_the_article_itself_says_goes_before_the_head_of_the_page():
    module = page(f"<h1>Ninety Boats</h1><p>By Bob Sample, 3 May 2021</p><p>{TEXT}</p>")[0]
    assert (module.author, module.published) == ("Bob Sample", date(2021, 5, 3))


def test_of_several_articles_the_head_of_the_page_names_the_publisher_alone():
    told = (("Ninety Boats", TEXT), ("Two Locks", OTHER))
    both = page("".join(f"<h2>{title}</h2><p>By Bob Sample</p><p>{text}</p>" for title, text in told))
    assert [(module.publisher, module.published) for module in both] == [("Example Courier", None)] * 2


@pytest.mark.parametrize("line", ["9 February 2027, 07:30 | Author: Ann Example | Views: 1204",
                                  "The Canal Review, No. 2, 9 February 2027 | Interviewer: Ann Example"])  # fmt: skip
def test_an_author_named_by_a_label_amid_a_line_is_found(line):
    assert modules(f"Ninety Boats a Day\n\n{line}\n\n{TEXT}\n")[0].author == "Ann Example"


def test_a_title_that_looks_like_a_name_is_a_title_above_a_byline():
    text = f"NINETY BOATS A DAY\nby Ann Example\n\n{TEXT}\n\n---\n\nONE FORM IS ENOUGH\nby Bob Sample\n\n{OTHER}\n"
    assert [module.title for module in modules(text)] == ["NINETY BOATS A DAY", "ONE FORM IS ENOUGH"]


def test_the_words_below_the_last_rule_belong_to_the_page_where_buttons_stand_there_too():
    end = "-----\n\nYou receive this letter because you asked for it.\n\nUnsubscribe | Change your address\n"
    whole = " ".join(modules(f"Ninety Boats a Day\nby Ann Example\n\n{TEXT}\n\n{end}")[0].sections[0].paragraphs)
    assert whole == TEXT


def test_a_closing_thought_below_a_rule_stays_with_its_article():
    text = f"Ninety Boats a Day\nby Ann Example\n\n{TEXT}\n\n* * *\n\nThe third boat has been ordered.\n"
    assert modules(text)[0].sections[-1].paragraphs[-1] == "The third boat has been ordered."


def test_a_quotation_at_the_head_of_a_page_is_its_title():
    text = f'"I count the boats and the boats count me"\nTalking with a keeper of locks\nBy Ann Example\n\n{TEXT}\n'
    assert modules(text)[0].title == '"I count the boats and the boats count me"'
