import re
from html import unescape

import pytest
from django.utils.safestring import mark_safe

from courseware.reading.reading_aids import (
    as_markdown,
    plain,
    seconds_to_read,
    text_fragment,
    where_to_go_on,
    with_abbreviations,
    with_passage,
)
from intake.markup import to_html

IOM = [{"short": "IOM", "long": 'Organization "for" Migration'}, {"short": "UN", "long": "United Nations"}]


def explained(html: str) -> str:
    return with_abbreviations(mark_safe(html), IOM)


def test_the_first_occurrence_is_explained_and_only_that():
    assert explained("<p>IOM and IOM</p>") == (
        '<p><abbr title="Organization &quot;for&quot; Migration">IOM</abbr> and IOM</p>'
    )


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
    assert re.sub(r"</?abbr[^>]*>", "", explained(html)) == html


def test_text_that_is_not_known_to_be_safe_is_escaped():
    assert with_abbreviations("<script>UN</script>", []) == "&lt;script&gt;UN&lt;/script&gt;"


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
    assert [seconds_to_read("word " * count) for count in (10, 200, 10_000)] == [5, 15, 60]


def test_a_link_to_a_passage_names_its_ends():
    assert text_fragment("Twelve-year plans, & more") == ":~:text=Twelve%2Dyear%20plans%2C%20%26%20more"
    assert text_fragment(" ".join(map(str, range(20)))) == ":~:text=0%201%202%203%204,15%2016%2017%2018%2019"
    assert text_fragment("") == ""


class Row:
    def __init__(self, **values):
        vars(self).update(values)


def modules(*read):
    return [Row(pk=n, position=n, read_count=each, section_count=2) for n, each in enumerate(read)]


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
