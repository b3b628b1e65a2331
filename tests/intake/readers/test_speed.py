"""No input makes reading slow: five megabytes on one line, in the shape that each function likes least."""

import time

import pytest

from intake import language
from intake.blocks import Block
from intake.readers import decoding, headings, inline, markdown, pieces, plain, repairs

SIZE = 5_000_000
SECONDS = 30  # they take up to four on a slow machine; a search that runs back and forth would take hours


def mended(line: str) -> None:
    repairs.mended((Block(1, "paragraph", line),))


@pytest.mark.parametrize(
    ("function", "pattern"),
    [
        (decoding.cleaned, "`"),
        (headings.looks_like_heading, "A "),
        (headings.looks_like_caption, "Fig. "),
        (pieces.broken_lines, "a \n"),
        (inline.plain, "`"),
        (inline.plain, "[a]("),
        (inline.plain, "**a"),
        (plain.blocks, "| "),
        (markdown.blocks, "| "),
        (markdown.blocks, "<!--"),
        (mended, "A- "),
        (mended, "a2. "),
        (language.sentences, "a2. "),
        (language.abbreviations, "Aa (AB "),
        (language.key_terms, "word "),
        (language.language_of, "<a "),
        (language.words, "A- "),
    ],
)
def test_one_endless_line_is_read_in_time(function, pattern):
    line = pattern * (SIZE // len(pattern))
    began = time.perf_counter()
    function(line)
    assert time.perf_counter() - began < SECONDS
