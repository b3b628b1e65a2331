"""The sentences of a module that a question may rest on, each with the place that it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from courseware.quizzes.drafting.verbs import is_fragment
from courseware.quizzes.drafting.vocabulary import Vocabulary
from courseware.reading.drafting import ModuleDraft
from intake.language import sentences, words

MOST_SENTENCES = 3000
_LEAST_WORDS = 5
_LEAST_OF_A_PARAGRAPH = 30  # words
# A heading run into its paragraph: "Value for money. A day of training cost …".
_LABEL = re.compile(r"^[A-Z][a-z]+(?: [a-z]+){0,2}\. (?=[A-Z])")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,2}\.? (?=[A-Z])")  # "3.6 Every person may reply"
DATELINE = re.compile(
    r"^(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*, \d{1,2} [A-Z][a-z]+ \d{4} ?[-–—:] ?(?=[A-Z])|"
    r"[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+)*(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?,? (?:\d{1,2} [A-Z][a-z]+"
    r"|[A-Z][a-z]+ \d{1,2},?)(?: \d{4})?"
    r"(?:\.| ?[-–—:]) ?(?=[A-Z]|$))"
)
# What a press release or a report ends with is about the paper, not its matter.
_BACK_MATTER = re.compile(
    r"(?:(?:media|press) (?:contacts?|enquiries|inquiries|office)|contacts?(?: us| details)?"
    r"|(?:for )?(?:more|further) information|acknowledge?ments"
    r"|about (?:us|this (?:brief|report|page|paper|bulletin|chapter))"
    r"|(?:plan )?your visit|visiting(?: us| the museum)?|visitor information|opening (?:hours|times)"
    r"|how to (?:find|reach) us|getting here)\W*",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^Dear [A-Za-z ,]{3,40}[,:]?$")


@dataclass(frozen=True, slots=True)
class Passage:
    """`quote` is the sentence as printed; `statement` is what it says without an opening connective.

    `n` counts the sentences, `paragraph` the paragraphs of the module, both from 0. `before` are the sentences before
    it in the same paragraph, in order. What a question shows besides the statement: `context`, which are those
    sentences, and `lead`, the title and the heading that it stands under.
    """

    n: int
    section: str | None
    quote: str
    statement: str
    words: frozenset[str]
    paragraph: int = 0
    before: tuple[str, ...] = ()
    context: str = ""
    lead: tuple[str, ...] = ()

    @property
    def starts_at(self) -> str:
        """The first sentence shown, as it stands in the text."""
        return self.before[0] if self.before else self.quote

    @property
    def opening(self) -> str:
        """What its paragraph begins with."""
        return self.before[0] if self.before else self.statement

    @property
    def evidence(self) -> str:
        """All that is quoted, as it stands in the paragraph."""
        return f"{self.context} {self.quote}" if self.context else self.quote


def passages(module: ModuleDraft, vocabulary: Vocabulary) -> list[Passage]:
    """The whole sentences of a module in order; list items, tables and fragments without a final stop are left out."""
    found: list[Passage] = []
    for section, paragraph, before, sentence in _sentences(module):
        if len(found) == MOST_SENTENCES:
            break
        if _is_whole(sentence):
            statement = _without_connective(sentence, vocabulary)
            keys = frozenset(word.casefold() for word in words(sentence))
            found.append(Passage(len(found), section, sentence, statement, keys, paragraph, before))
    return found


def _sentences(module: ModuleDraft) -> Iterator[tuple[str | None, int, tuple[str, ...], str]]:
    several = len(module.sections) > 1
    sections = (one for one in module.sections if not (several and _is_beside(one.heading, one.paragraphs)))
    paragraphs = ((section.heading, text) for section in sections for text in section.paragraphs)
    for n, (heading, text) in enumerate(paragraphs):
        if not text.startswith("- ") or _is_numbered_paragraph(text):
            found = _without_label(sentences(_NUMBERED.sub("", text.removeprefix("- "))))
            yield from ((heading, n, tuple(found[:at]), each) for at, each in enumerate(found))


def _is_numbered_paragraph(item: str) -> bool:
    """Whether it is a paragraph of an official paper, which numbers them all, rather than an item of a list."""
    return len(words(item)) >= _LEAST_OF_A_PARAGRAPH and item.endswith(".") and len(sentences(item)) > 1


def _without_label(found: Sequence[str]) -> Sequence[str]:
    """Without a heading run into its paragraph, "Costs.", or the place and day that a report begins with."""
    return found[1:] if len(found) > 1 and is_fragment(found[0]) else found


def _is_beside(heading: str | None, paragraphs: Sequence[str]) -> bool:
    """Whether it greets the readers, as an editor's letter that opens an issue, or tells the press whom to call."""
    return bool(_BACK_MATTER.fullmatch(heading or "")) or any(_SALUTATION.match(text) for text in paragraphs[:2])


def _is_whole(sentence: str) -> bool:
    begins = sentence[0].isupper() or sentence[0] in '“"«‘'
    ends = sentence.rstrip('”"’»)').endswith((".", "!"))
    return begins and ends and "\t" not in sentence and len(words(sentence)) >= _LEAST_WORDS


def _without_connective(sentence: str, vocabulary: Vocabulary) -> str:
    sentence = _LABEL.sub("", DATELINE.sub("", sentence))
    match = vocabulary.connectives.match(sentence)
    rest = sentence[match.end() :] if match else sentence
    return rest[:1].upper() + rest[1:]
