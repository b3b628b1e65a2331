"""Labels that are only set in bold on web pages, and buttons that are worth keeping."""

import pytest

from tests.intake.readers.test_web import REST, texts


def items(body):
    return [text for kind, text in texts(body) if kind == "item"]


def test_bold_labels_of_all_rows_of_a_list_get_a_colon():
    page = "<ul><li><b>When</b> Thu 20 May</li><li><strong>Where</strong> Online</li></ul>"
    assert items(page) == ["When: Thu 20 May", "Where: Online"]


def test_a_class_that_calls_a_span_a_label_is_as_good_as_bold():
    page = '<ul><li><span class="info-label">When</span> 20 May</li><li><span class="label">Cost</span> None</li></ul>'
    assert items(page) == ["When: 20 May", "Cost: None"]


@pytest.mark.parametrize(
    "rows",
    [
        ["<b>Ropes</b> are made of hemp", "<b>Nets</b> are made of ropes"],  # the bold word begins a sentence
        ["<b>When</b> 20 May", "Bring a pen"],  # not every row has one
        ["<b>When</b> 20 May"],  # one row is no list of facts
        ["<b>A label of far too many words</b> Yes", "<b>And another one of many words</b> No"],
        ["<b>When</b><br>20 May", "<b>Where</b><br>Online"],  # on lines of their own
    ],
)
def test_other_bold_words_get_none(rows):
    page = "<ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>"
    assert not [text for _kind, text in texts(page) if ":" in text]


def test_a_button_that_leads_to_the_registration_is_kept_with_its_address():
    button = '<p><a class="btn" href="https://tides.example/join?event=8">Register now</a></p>'
    assert ("paragraph", "Register now (https://tides.example/join?event=8)") in texts(REST + button)


def test_a_button_that_shares_the_page_is_left_out():
    button = '<p><a class="btn" href="https://tides.example/share">Share</a></p>'
    assert texts(REST + button) == texts(REST)
