"""Language tools without models or data files: pure functions from text to plain values, English and Russian first.

All positions are character positions in the text that was passed in.
"""

from intake.language.abbreviations import Abbreviation, abbreviations
from intake.language.bodies import unexplained
from intake.language.explanations import explaining_sentences
from intake.language.opinions import Opinion, opinions
from intake.language.readability import Readability, readability
from intake.language.recognition import language_of
from intake.language.rights import holder_of_rights
from intake.language.sentences import sentence_spans, sentences
from intake.language.terms import key_terms
from intake.language.words import is_cyrillic, reading_minutes, words

__all__ = [
    "Abbreviation",
    "Opinion",
    "Readability",
    "abbreviations",
    "explaining_sentences",
    "holder_of_rights",
    "is_cyrillic",
    "key_terms",
    "language_of",
    "opinions",
    "readability",
    "reading_minutes",
    "sentence_spans",
    "sentences",
    "unexplained",
    "words",
]
