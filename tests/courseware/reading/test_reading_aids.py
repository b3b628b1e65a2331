import re
from html import unescape

import pytest
from django.utils.safestring import mark_safe

from courseware.reading.models import Note
from courseware.reading.reading_aids import (
    Word,
    as_markdown,
    plain,
    seconds_to_read,
    text_fragment,
    where_to_go_on,
    with_highlights,
    with_passage,
    with_words,
)
from intake.markup import to_html

WORDS = [
    Word("IOM", 'Organization "for" Migration', True, "word-1"),
    Word("UN", "United Nations", True, "word-2"),
    Word("day pass", "A paper for one day.", False, "word-3"),
]


def explained(html: str) -> str:
    return with_words(mark_safe(html), list(WORDS))


def test_the_first_occurrence_leads_to_its_explanation_and_only_that():
    meaning = "Organization &quot;for&quot; Migration"
    assert explained("<p>IOM and IOM</p>") == (
        f'<p><a class="term" href="#word-1"><abbr title="{meaning}">IOM</abbr></a> and IOM</p>'
    )


def test_a_key_term_is_found_with_a_capital_too():
    assert explained("<p>Day pass or <em>day pass</em></p>") == (
        '<p><a class="term" href="#word-3">Day pass</a> or <em>day pass</em></p>'
    )


def test_what_one_section_explains_the_next_need_not():
    waiting = list(WORDS)
    assert "word-1" in with_words(mark_safe("<p>IOM</p>"), waiting)
    assert with_words(mark_safe("<p>IOM</p>"), waiting) == "<p>IOM</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://un.org/UN">UN</a></p>',
        "<h3>UN</h3>",
        "<pre><code>UN</code></pre>",
        '<p><abbr title="x > UN">UN</abbr></p>',
        "<p>UNHCR, SUN, un</p>",
        "<p>&UN;</p>",
    ],
)
def test_links_headings_code_and_parts_of_words_stay_as_they_are(html):
    assert explained(html) == html


def test_markup_and_entities_are_copied_letter_by_letter():
    html = "<p>a &amp; b &#8212; <em>c</em><br>d</p>\n<ul>\n<li>e &lt;UN&gt;</li>\n</ul>"
    assert re.sub(r"</?(abbr|a)[^>]*>", "", explained(html)) == html


def test_text_that_is_not_known_to_be_safe_is_escaped():
    assert with_words("<script>UN</script>", []) == "&lt;script&gt;UN&lt;/script&gt;"


def highlighted(html: str, quote: str, before: str = "") -> str:
    shown = with_highlights(mark_safe(html), [Note(quote=quote, before=before)])
    return re.sub(r' data-note="[^"]*"', "", shown)


@pytest.mark.parametrize(
    ("html", "quote", "shown"),
    [
        ("<p>One two three</p>", "two", "<p>One <mark>two</mark> three</p>"),
        ("<p>a &amp; b</p>", "& b", "<p>a <mark>&amp; b</mark></p>"),
        ("<p>One <em>two</em> three</p>", "One two\nthree",
         "<p><mark>One</mark> <em><mark>two</mark></em> <mark>three</mark></p>"),
        ("<p>One</p>\n<ul>\n<li>two</li>\n</ul>", "One\n\ntwo",
         "<p><mark>One</mark></p>\n<ul>\n<li><mark>two</mark></li>\n</ul>"),
        ("<p>One</p>", "gone", "<p>One</p>"),
        ("<p>One</p>", " ", "<p>One</p>"),
        ('<p><a href="x?a=One">One</a></p>', "One", '<p><a href="x?a=One"><mark>One</mark></a></p>'),
    ],
)  # fmt: skip
def test_a_highlight_is_shown_across_markup_which_stays_as_it_was(html, quote, shown):
    assert highlighted(html, quote) == shown


def test_of_places_that_say_the_same_the_chosen_one_is_highlighted():
    html = "<p>the one river and the other river</p>"
    assert highlighted(html, "river", "the other ") == "<p>the one river and the other <mark>river</mark></p>"
    assert highlighted(html, "river", "unknown") == "<p>the one <mark>river</mark> and the other river</p>"


TRICKY = ("1. not a list", "# not a heading", "a * b * c and snake_case_name", "[x](javascript:y)", "<b>raw</b> &lt; &",
          "- item _one_", "- 2. item", "> said", "back\\slash `tick`")  # fmt: skip


def test_markdown_shows_every_paragraph_letter_by_letter():
    shown = unescape(re.sub(r"<[^>]+>", "", to_html(as_markdown(TRICKY))))
    assert [line for line in shown.splitlines() if line] == [each.removeprefix("- ") for each in TRICKY]


def test_items_become_one_list_beside_paragraphs():
    html = to_html(as_markdown(("Before", "- one", "- two", "After")))
    assert (html.count("<ul>"), html.count("<li>"), html.count("<p>")) == (1, 2, 2)


def test_the_passage_is_found_again_in_what_was_written_as_markdown():
    assert plain(as_markdown(TRICKY[:1])) == TRICKY[0]
    marked = with_passage(as_markdown(("Before.", "A figure: 5 * 3 [sic] <here>. After.")), "5 * 3 [sic]\n<here>")
    assert marked == "<p>Before.</p>\n<p>A figure: <mark>5 * 3 [sic] &lt;here&gt;</mark>. After.</p>"


def test_a_passage_that_is_not_there_marks_nothing():
    assert with_passage("One.", "Two.") == with_passage("One.", "") == "<p>One.</p>"


def test_seconds_grow_with_the_text_within_limits():
    assert [seconds_to_read("word " * count) for count in (10, 200, 10_000)] == [5, 20, 300]


def test_a_link_to_a_passage_names_its_ends():
    assert text_fragment("Twelve-year plans, & more") == ":~:text=Twelve%2Dyear%20plans%2C%20%26%20more"
    assert text_fragment(" ".join(map(str, range(20)))) == ":~:text=0%201%202%203%204,15%2016%2017%2018%2019"
    assert text_fragment("") == ""


class Row:
    def __init__(self, **values):
        vars(self).update(values)


def modules(*read):
    return [Row(pk=n, position=n, read_count=each, section_count=2, missing=[]) for n, each in enumerate(read)]


def test_one_goes_on_where_one_left():
    rows, section = modules(2, 1, 0), object()
    assert where_to_go_on(rows, Row(module_id=1, module=rows[1], section=section)) == (rows[1], section)


def test_after_a_finished_module_one_goes_on_with_the_next():
    rows = modules(0, 2, 0)
    assert where_to_go_on(rows, Row(module_id=1, module=rows[1], section=None)) == (rows[2], None)


def test_a_newcomer_starts_with_the_first_module():
    rows = modules(0, 0)
    assert where_to_go_on(rows, None) == (rows[0], None)


def test_nothing_is_left_when_all_is_read():
    assert where_to_go_on(modules(2, 2), None) is None


def test_nobody_is_sent_to_a_locked_module():
    rows = modules(0, 0)
    rows[0].missing = [rows[1]]
    assert where_to_go_on(rows, None) == (rows[1], None)
