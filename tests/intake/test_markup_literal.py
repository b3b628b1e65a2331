import re
from html import unescape

import pytest

from intake.markup import as_markdown, plain, to_html

TRICKY = [
    "`\\*and\\*`", "<training>", "a * b * c", "# no heading", "1. no list", "> said", "[x](javascript:y)", "&lt; &#61;",
    "x\n===", "a | b\n--- | ---\n1 | 2", "a | b\n:-|:-", "a\n|-|-|", "- - - - -", "- # item", "back\\slash",
]  # fmt: skip


def shown(paragraph: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", to_html(as_markdown([paragraph])))).strip()


@pytest.mark.parametrize("paragraph", TRICKY)
def test_a_paragraph_is_shown_letter_by_letter(paragraph):
    assert shown(paragraph) == paragraph.removeprefix("- ")


@pytest.mark.parametrize("paragraph", TRICKY)
def test_the_text_behind_the_markdown_is_found_again(paragraph):
    assert plain(as_markdown([paragraph])) == paragraph


def test_items_beside_paragraphs_become_one_list():
    html = to_html(as_markdown(["Before", "- one", "- <two>", "After"]))
    assert (html.count("<ul>"), html.count("<li>"), html.count("<p>")) == (1, 2, 2)
    assert "&lt;two&gt;" in html


def test_dashes_without_end_make_one_item():
    html = to_html(as_markdown(["- " * 5000 + "deep"]))
    assert (html.count("<ul>"), html.count("<li>")) == (1, 1)
