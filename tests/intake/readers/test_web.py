import pytest

from intake.readers import read

REST = "<p>Some running text stands here, so that the page has a body.</p>"


def document(body, name="page.html"):
    return read(name, f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>".encode())


def texts(body):
    return [(block.kind, block.text) for block in document(body).blocks]


def test_a_page_is_known_without_its_name():
    assert document(REST, name="saved").kind == "html"


def test_text_without_any_element_of_its_own_is_a_paragraph():
    assert texts("<div>One<div>Two</div>Three</div>") == [("paragraph", word) for word in ("One", "Two", "Three")]


def test_lines_parted_by_breaks_are_paragraphs_unless_the_sentence_goes_on():
    assert texts("<p>Date: 3 May<br>Place: in the hall<br>of the port</p>") == [
        ("paragraph", "Date: 3 May"),
        ("paragraph", "Place: in the hall of the port"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "Ann Example, Oslo<br>Bob Sample, Bergen",
        "<span>Ann Example, Oslo<br></span><b>Bob Sample</b>, Bergen",
        "<p>Ann Example, Oslo</p><p>Bob Sample, Bergen</p>",
        '<span style="display: block">Ann Example, Oslo</span><span style="display:block">Bob Sample, Bergen</span>',
    ],
)
def test_lines_of_a_cell_stay_apart(cell):
    (table,) = document(f"<table><tr><td>10:00<td>Books<tr><td>11:00<td>{cell}</table>").blocks
    assert table.rows[1][1] == "Ann Example, Oslo\nBob Sample, Bergen"


def test_elements_that_only_a_style_sheet_sets_apart_are_not_glued():
    page = "<p><time>3 May 2026</time><time>June 2, 2026</time> by <span>Mc</span>Example, <b>B</b><b>Ergen</b></p>"
    assert texts(page) == [("paragraph", "3 May 2026 June 2, 2026 by McExample, BErgen")]


def test_items_keep_their_level_and_entities_are_letters():
    found = document("<ul><li>One &amp; all<ol><li>Two</li></ol></li></ul>").blocks
    assert [(block.kind, block.level, block.text) for block in found] == [("item", 0, "One & all"), ("item", 1, "Two")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>", '<p style="display: none">x</p>', '<p aria-hidden="true">x</p>', "<template>x</template>",
        "<noscript>x</noscript>", "<script>x</script>", "<style>x</style>", "<nav>x</nav>", "<!-- x -->",
        '<div class="cookie-banner">x</div>', '<div role="navigation">x</div>', '<span class="sr-only">x</span>',
    ],
)  # fmt: skip
def test_what_nobody_sees_or_reads_is_left_out(hidden):
    assert len(texts(hidden + REST)) == 1


@pytest.mark.parametrize("around", ["header", "footer", "aside", "form"])
def test_what_stands_around_the_text_is_left_out_only_where_the_page_says_which_is_its_text(around):
    box = f"<{around}><p>Beside it</p></{around}>"
    assert len(texts(f"{box}<main>{REST}</main>")) == 1
    assert len(texts(box + REST)) == 2


def test_the_heading_of_the_page_is_kept_when_it_stands_in_a_header():
    assert texts(f"<header>Menu<h1>The title</h1></header><main>{REST}</main>")[0] == ("heading", "The title")


def test_merged_cells_are_spans():
    (block,) = document("<table><tr><th rowspan=2>10:00<td>Opening<td>Chair<tr><td colspan=2>Coffee</table>").blocks
    assert block.rows == (("10:00", "Opening", "Chair"), ("", "Coffee", ""))
    assert set(block.spans) == {(0, 0, 2, 1), (1, 1, 1, 2)}


@pytest.mark.parametrize(
    "table", ['<table role="presentation"><tr><td>A<td>B<tr><td>C<td>D</table>', "<table><tr><td>A</table>"]
)
def test_a_table_that_lays_out_the_page_gives_its_blocks(table):
    assert {kind for kind, _ in texts(table + REST)} == {"paragraph"}


def test_captions_and_quotes_have_their_kind():
    assert texts(
        "<figure><img src=x><figcaption>A map</figcaption></figure><blockquote><p>So be it</p></blockquote>"
    ) == [
        ("caption", "A map"),
        ("quote", "So be it"),
    ]


def test_terms_stand_with_their_short_explanations_and_questions_over_their_answers():
    assert texts("<dl><dt>Date</dt><dd>3 May</dd><dt>Who may come?</dt><dd>All</dd></dl>") == [
        ("item", "Date: 3 May"),
        ("heading", "Who may come?"),
        ("paragraph", "All"),
    ]


def test_marks_and_lists_of_footnotes_are_left_out():
    found = document(
        '<p>law<sup>2</sup> on the 4<sup>th</sup> day <a href="#n1">[1]</a></p><ol class="footnotes"><li>x</ol>'
    )
    assert [block.text for block in found.blocks] == ["law on the 4th day"]
    assert found.warnings[0].code == "notes_left_out"


def test_notes_under_a_heading_of_the_text_stay():
    assert texts("<p>law</p><h2>References</h2><ol class=references><li>Lampert 2001.</ol>")[2] == (
        "item",
        "Lampert 2001.",
    )


def test_typed_text_is_read_as_a_text_file_is():
    assert texts("<pre>Date: today\n- one\n- two</pre>")[1:] == [("item", "one"), ("item", "two")]


def test_the_encoding_that_a_page_names_is_used():
    page = "<html><head><meta charset=windows-1251></head><body><p>Повестка дня</p></body></html>"
    assert read("a.html", page.encode("cp1251")).blocks[0].text == "Повестка дня"


def test_a_sentence_goes_on_over_a_break_only_in_the_same_look():
    assert [kind for kind, _ in texts(f"<div><font size=5>The title</font><br>by hand<br>{REST}</div>")] == [
        "heading",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<style>.gone {display: none}</style><p class=gone>Never seen</p>",
        f"<style>@media print{{p{{color:red}}}} .phone{{display:none}}</style><div class=phone>{REST}</div>",
        '<div class="x-share-bar">Click to share on a bird</div>',
        '<div id="toc_container"><p>Contents</p><ul><li>One</li></ul></div>',
        '<a class="btn btn-large">Remind me</a>',
        "<amp-list><div fallback>Another story</div></amp-list>",
    ],
)
def test_what_a_style_hides_and_small_boxes_of_the_page_are_left_out(page):
    assert texts(f"<div><h1>Title</h1>{REST}{page}</div>") == texts(f"<div><h1>Title</h1>{REST}</div>")


@pytest.mark.parametrize(
    "page",
    [
        "<style>@media screen{.kept{display:none}}</style><p class=kept>Kept</p>",
        '<a class="btn">Register by 3 May</a>',
        f'<div class="x-share-wrap">{REST * 6}</div>',
    ],
)
def test_what_only_some_screens_hide_and_what_says_much_is_kept(page):
    assert len(texts(f"<div><h1>Title</h1>{REST}{page}</div>")) > 2


def test_a_style_sheet_sets_lines_apart():
    page = "<style>.who{display:block}</style><p>Panel<span class=who>Ann Example</span><span class=who>Bob</span></p>"
    assert [words for _, words in texts(page)] == ["Panel", "Ann Example", "Bob"]


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ('<div class="x-fig__cap">The boat</div>', "caption"),
        ('<span class="caption">The boat</span>', "caption"),
        ("<table align=right><tr><td><img src=a.jpg><br>The boat</td></tr></table>", "caption"),
        ('<p class="has-drop-cap">The boat</p>', "paragraph"),
        ("<table><tr><td><img src=a.jpg></td><td>The boat</td></tr></table>", "paragraph"),
    ],
)
def test_captions_are_known_by_their_names_and_places(caption, kind):
    assert texts(f"{REST}{caption}{REST}")[1] == (kind, "The boat")


def test_signs_that_nobody_sees_part_no_word():
    assert texts("<p>the res&shy;ponsible&#8203;</p>") == [("paragraph", "the responsible")]


def test_letters_that_lead_to_where_authors_work_are_left_out_and_ends_of_words_stay():
    page = "<p>Ann Example<sup>a</sup> and Bob Sample<sup>b,c</sup></p><p><sup>a</sup>Quay 4<sup>th</sup></p>"
    assert [words for _, words in texts(page)] == ["Ann Example and Bob Sample", "Quay 4th"]


def facts(head):
    return read("page.html", f"<!doctype html><html><head>{head}</head><body>{REST}</body></html>".encode()).facts


def test_what_a_page_says_of_itself_is_told_beside_its_text():
    assert facts(
        '<meta property="og:site_name" content="Example  Courier"><meta name="author" content="Ann Example">'
        '<meta property="article:published_time" content="2027-02-09T07:30:00Z">'
    ) == {"publisher_of_page": "Example Courier", "author_of_page": "Ann Example", "day_of_page": "2027-02-09"}


def test_linked_data_tells_the_same_of_an_article_and_not_of_other_things():
    article = '{"@type": "NewsArticle", "publisher": {"name": "Example Courier"}, "author": [{"name": "Ann Example"}]}'
    assert facts(f'<script type="application/ld+json">{{"@graph": [{article}]}}</script>') == {
        "publisher_of_page": "Example Courier",
        "author_of_page": "Ann Example",
    }
    assert facts('<script type="application/ld+json">{"@type": "Person", "author": "Ann"}</script>') == {}


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="https://example.org/ann">', '<meta name="author" content="ann@example.org">',
        '<meta name="author">', '<meta name="date" content="soon">', '<script type="application/ld+json">{"a</script>',
        '<script type="application/ld+json">' + "[" * 90_000 + "</script>",
    ],
)  # fmt: skip
def test_what_is_no_name_and_no_day_is_not_told(head):
    assert facts(head) == {}


def test_the_label_of_an_answer_to_unfold_is_left_out_below_the_question():
    body = "<h2>Who may cross?</h2><details><summary>Show the answer</summary><p>Everybody may.</p></details>"
    assert texts(body) == [("heading", "Who may cross?"), ("paragraph", "Everybody may.")]
    assert "Show the answer" in [text for _kind, text in texts(body.replace("h2>", "p>"))]


def test_a_span_that_nothing_parts_from_the_text_before_is_a_line_of_its_own():
    page = '<div>Panel on fares<span class="who">Ms. Ada Example, Judge</span></div>'
    assert texts(page) == [("paragraph", "Panel on fares"), ("paragraph", "Ms. Ada Example, Judge")]


def test_a_span_inside_a_word_or_a_sentence_parts_nothing():
    page = '<p>Mc<span class="caps">Donald</span> met <span class="name">Ada Example</span>.</p>'
    assert texts(page) == [("paragraph", "McDonald met Ada Example.")]


def test_the_same_in_two_scripts_side_by_side_is_read_from_top_to_bottom():
    pairs = (("One town", "Один город"), ("Two towns", "Два города"), ("Three maps", "Три карты"), ("The end", "Конец"))
    rows = "".join(f"<tr><td>{first}</td><td>{second}</td></tr>" for first, second in pairs)
    found = [text for _, text in texts(f"<table>{rows}</table>")]
    assert found == [*(first for first, _ in pairs), *(second for _, second in pairs)]


def test_the_title_in_the_head_is_told_without_the_name_of_the_site():
    head = '<meta property="og:title" content="The boat | Quay"><meta property="og:site_name" content="Quay">'
    assert facts(head) == {"title_of_page": "The boat", "publisher_of_page": "Quay"}


def test_the_site_is_named_behind_a_title_that_stands_in_the_page():
    assert facts(f"<title>{REST[3:-4]} - Quay Weekly</title>") == {"publisher_of_page": "Quay Weekly"}
    assert facts("<title>Something else - Quay Weekly</title>") == {}
