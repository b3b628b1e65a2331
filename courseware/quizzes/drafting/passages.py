"""The sentences of a module that a question may rest on, each with the place that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.reading.drafting import ModuleDraft
from intake.language import sentences, words

MOST_SENTENCES = 3000
_LEAST_WORDS = 7
_ALSO = re.compile(r"(?<=\w) also (?=\w)")


@dataclass(frozen=True, slots=True)
class Passage:
    """`quote` is the sentence as printed; `statement` is what it says without an opening connective or "also".

    `n` counts the sentences, `paragraph` the paragraphs of the module, both from 0. `previous` is the
    sentence right before in the same paragraph.
    """

    n: int
    section: str | None
    quote: str
    statement: str
    words: frozenset[str]
    paragraph: int = 0
    previous: str = ""


def passages(module: ModuleDraft, vocabulary: Vocabulary) -> list[Passage]:
    """The whole sentences of a module in order; list items, tables and fragments without a final stop are left out."""
    found: list[Passage] = []
    for section, paragraph, previous, sentence in _sentences(module):
        if len(found) == MOST_SENTENCES:
            break
        if _is_whole(sentence):
            statement = _without_connective(sentence, vocabulary)
            keys = frozenset(word.casefold() for word in words(sentence))
            found.append(Passage(len(found), section, sentence, statement, keys, paragraph, previous))
    return found


def _sentences(module: ModuleDraft) -> Iterator[tuple[str | None, int, str, str]]:
    paragraphs = ((section.heading, text) for section in module.sections for text in section.paragraphs)
    for n, (heading, text) in enumerate(paragraphs):
        if not text.startswith("- "):
            found = sentences(text)
            yield from ((heading, n, before, each) for before, each in zip(["", *found], found, strict=False))


def _is_whole(sentence: str) -> bool:
    begins = sentence[0].isupper() or sentence[0] in '“"«‘'
    ends = sentence.rstrip('”"’»)').endswith((".", "!"))
    return begins and ends and "\t" not in sentence and len(words(sentence)) >= _LEAST_WORDS


def _without_connective(sentence: str, vocabulary: Vocabulary) -> str:
    match = vocabulary.connectives.match(sentence)
    rest = sentence[match.end() :] if match else sentence
    return _ALSO.sub(" ", rest[:1].upper() + rest[1:])
