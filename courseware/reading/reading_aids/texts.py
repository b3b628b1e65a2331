"""What can be said of a text in Markdown: how long to read, how hard, whose view."""

from collections.abc import Iterable, Sequence

from courseware.reading.models import Module
from courseware.reading.progress import seconds_needed
from intake.language import Readability, explaining_sentences, opinions, readability, words
from intake.markup import plain


def explained(terms: Sequence[str], bodies: Iterable[str]) -> list[dict[str, str]]:
    """The terms of a text in Markdown, each with the sentence that explains it; those it does not use are left out."""
    found = explaining_sentences(terms, "\n\n".join(map(plain, bodies)))
    return [{"term": term, "sentence": sentence} for term, sentence in found.items()]


def views_in(body: str, language: str) -> list[str]:
    """The sentences of a text in Markdown that read as somebody's view."""
    text = plain(body)
    return [text[one.start : one.end] for one in opinions(text, language)]


def readability_of(module: Module) -> Readability | None:
    """Of the text as it stands now; None where it is too short, or in a language without a formula."""
    bodies = module.sections.values_list("body", flat=True)
    return readability("\n\n".join(map(plain, bodies)), module.language)


def seconds_to_read(text: str) -> int:
    """How long a section has to be on screen to count as read."""
    return seconds_needed(len(words(text)))
