"""Modules for the tests on drafted questions, in our own words."""

from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import Reading, reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from courseware.reading.drafting import ModuleDraft, SectionDraft
from intake.language import abbreviations, words

GOOD = "A border post with a joint office was opened in Kyrgyzstan after long talks."

PARAGRAPHS = (
    "The Border Forum was founded in Almaty in October 1996 by officials of the customs services of the region. "
    "The forum brings together 27 member States and meets once every spring. "
    "It has met nineteen times so far.",
    "A plan for the exchange of training staff between the services was put forward by Kazakhstan, then its Chair. "
    "About 40 per cent of all travellers crossed the border on foot when the survey was made. "
    "Some 60 per cent of the posts had a separate room for interviews with children.",
    "The International Organization for Migration (IOM) trained the first group of officers from the southern posts. "
    "The Organization for Security and Co-operation in Europe (OSCE) lent the equipment for the second course. "
    "The Ministry of Health checked the rooms in which the officers of the new posts worked. "
    "The course was held in the training centre that the United Nations Office on Drugs and Crime had opened earlier.",
    "The first border post with a joint office was opened in Kyrgyzstan after long talks about staff and hours. "
    "The rules on the care of lost children were written in Uzbekistan and later taken over by the other services. "
    "Officers from Tajikistan spoke about the new register of complaints by travellers and its first results.",
    "In Kyrgyzstan 34 per cent of all officers at Amber Bridge are women with a school of their own.",
    "In Uzbekistan the Ministry of Transport paid 2.4 million crowns for the repair of Kestrel Bridge.",
)


def a_module(*paragraphs: str, heading: str | None = "Facts", language: str | None = "en") -> ModuleDraft:
    text = "\n\n".join(paragraphs)
    return ModuleDraft(
        title="How the services learned to work together",
        author=None,
        published=None,
        source=None,
        sections=(SectionDraft(heading, paragraphs, tuple(range(1, len(paragraphs) + 1))),),
        captions=(),
        reading_minutes=1,
        key_terms=(),
        abbreviations=abbreviations(text),
        language=language,
    )


def a_passage(sentence: str, n: int = 0, previous: str = "") -> Passage:
    keys = frozenset(word.casefold() for word in words(sentence))
    return Passage(n, "Facts", sentence, sentence, keys, n, (previous,) if previous else ())


def a_reading(*paragraphs: str, language: str = "en") -> Reading:
    module = a_module(*paragraphs, language=language)
    vocabulary = VOCABULARIES[language]
    return reading_of(module, passages(module, vocabulary), vocabulary)


def rich_module(times: int = 4) -> ModuleDraft:
    """A module of some 900 words: the facts above, once, among neutral sentences without any fact."""
    filler = (
        "The officers of the posts keep a quiet record of their work and speak of every case at all their meetings. "
    )
    return a_module(*PARAGRAPHS, *(filler * 8 for _ in range(times)))
