"""What helps a reader: words explained in place, highlights shown, the quoted passage found again, where to go on."""

from courseware.reading.reading_aids.families import families, where_to_go_on
from courseware.reading.reading_aids.marks import with_highlights
from courseware.reading.reading_aids.passages import text_fragment, with_passage
from courseware.reading.reading_aids.texts import explained, readability_of, seconds_to_read, views_in
from courseware.reading.reading_aids.words import Word, with_words, words_of
from intake.markup import as_markdown, plain

__all__ = [
    "Word",
    "as_markdown",
    "explained",
    "families",
    "plain",
    "readability_of",
    "seconds_to_read",
    "text_fragment",
    "views_in",
    "where_to_go_on",
    "with_highlights",
    "with_passage",
    "with_words",
    "words_of",
]
