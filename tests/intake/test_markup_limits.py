"""Texts that would keep a Markdown reader busy without end. Every case has to finish, and to show what was written."""

import re
from html import unescape

import pytest

from intake.markup import to_html
from intake.markup.limits import (
    DEEPEST,
    LONGEST,
    MOST_CELLS,
    MOST_EMPHASIS_WORK,
    MOST_LINES,
    MOST_LINK_WORK,
    cells,
    has_too_many_tags,
    is_boundless,
    reader_for,
    shallow,
    work,
)

SIZE = 100_000
ENDLESS = (
    "[", "![", "[a](", "[a](b) [", "[]", "[a]: <", "[a]: b\n", "*a*", "**a*", "_", "`", "` ", "\\", "&a;", "\x02",
    "<", "<a ", "<!--", "<![CDATA[", "<div>", "<b>", "<!-- --><b>", "> ", ">", "- ", "* ", "1. ", "- > ",
    "|", "|a", "a|b\n", "# a\n", "- a\n", "a\n\n", "\n", " ", "\t",
)  # fmt: skip


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("unit", ENDLESS)
def test_a_sign_without_end_is_answered(unit):
    text = "End of it. \n\n" + (unit * SIZE)[:SIZE]
    assert "End of it." in to_html(text)


@pytest.mark.parametrize("marker", ["- ", "> ", "1. ", "* > "])
def test_lists_and_quotes_inside_each_other_stop_at_a_depth(marker):
    html = to_html(marker * 4000 + "deep")
    assert "deep" in words(html)
    assert 1 <= len(re.findall(r"<(?:ul|ol|blockquote)>", html)) <= DEEPEST


def test_a_list_indented_ever_further_stops_at_a_depth():
    html = to_html("\n".join(" " * 4 * n + f"- level {n}" for n in range(200)))
    assert html.count("<ul>") <= DEEPEST + 1
    assert "level 199" in html


def test_markers_within_the_depth_and_rules_stay_as_they_are():
    text = "- - one\n> > two\n1. - three\n" + "- " * 30 + "\n* * *"
    assert shallow(text) == text


def test_nesting_of_an_unknown_kind_is_shown_as_it_is(monkeypatch):
    monkeypatch.setattr("intake.markup.shallow", lambda text: text)
    assert words(to_html("One more.\n\n" + "- " * 4001 + "deep & low")).endswith("deep & low")


def test_brackets_without_measure_are_no_links():
    text = "[a](https://example.org) " * 1000
    assert work(text, "[") > MOST_LINK_WORK
    assert "<a " not in to_html(text) and "[a](https://example.org)" in to_html(text)


def test_many_links_in_paragraphs_of_their_own_stay_links():
    assert to_html("[a](https://example.org)\n\n" * 1000).count("<a ") == 1000
    assert to_html("- [a](https://example.org) and what it is about\n" * 250).count("<a ") == 250


def test_emphasis_without_measure_is_not_read():
    text = "*a* " * 20_000
    assert work(text, "*_") > MOST_EMPHASIS_WORK
    assert "<em>" not in to_html(text) and "*a*" in to_html(text)


def test_a_table_without_measure_is_shown_as_text():
    text = "a|b\n-|-\n" + "c|d\n" * 4990
    assert cells(text) <= MOST_CELLS and "<td>" in to_html(text)
    wide = "a|" * 500 + "\n" + "-|" * 500 + "\n" + "c|\n" * 500
    assert cells(wide) > MOST_CELLS and "<td>" not in to_html(wide)


@pytest.mark.parametrize("tags", ["<!-- a -->" * 21, "<a " * 21, "<b>" * 1001])
def test_tags_without_measure_are_shown_as_text(tags):
    assert has_too_many_tags(tags)
    assert tags.strip() in unescape(to_html(tags))


def test_a_text_that_people_write_has_all_its_markup():
    text = "# Title\n\nSome *words* and [a link](https://example.org), 3 < 5.\n\n<b>x</b>\n\n|a|b|\n|-|-|\n|1|2|\n"
    names = {item.name for item in reader_for(text * 50).inlinePatterns._priority}
    assert {"link", "em_strong", "html"} <= names
    assert not has_too_many_tags(text * 50) and cells(text * 50) <= MOST_CELLS


@pytest.mark.parametrize("text", ["Word & word. " * (LONGEST // 12), "a & b\n\n" * MOST_LINES])
def test_a_text_too_long_to_be_read_is_shown_in_paragraphs(text):
    assert is_boundless(text)
    assert to_html(text).startswith("<p>") and "&amp;" in to_html(text)


def test_a_text_is_rendered_once():
    to_html.cache_clear()
    assert to_html("Once.") is to_html("Once.")
    assert to_html.cache_info().hits == 1 and to_html.cache_info().maxsize < 1000
