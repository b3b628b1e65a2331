"""What is quoted around a sentence so that a question on it can be understood."""

import pytest

from courseware.quizzes.drafting.contexts import in_context
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from tests.courseware.quizzes.drafting_modules import a_module

VOCABULARY = VOCABULARIES["en"]


def last_in_context(*sentences: str, heading: str | None = "Facts", more: str = "") -> Passage | None:
    """The last of the sentences, all of one paragraph, as a question would show it."""
    module = a_module(" ".join(sentences), *filter(None, [more]), heading=heading)
    found = passages(module, VOCABULARY)
    own = next(passage for passage in found if passage.quote == sentences[-1])
    return in_context(own, reading_of(module, found, VOCABULARY))


def test_a_sentence_that_stands_alone_is_quoted_alone():
    shown = last_in_context("Trains are late in winter.", "Officers in Almaty open 40 parcels a day.")
    assert shown
    assert (shown.context, shown.lead) == ("", "")


@pytest.mark.parametrize(
    "pointing",
    [
        "It carries about 3,100 lorries on an average weekday.",
        "Roughly two fifths of food imports pass over it.",
        "On flights of under three hours only one in eight does.",
        "Complaints about this rule fell by 40 per cent.",
    ],
)
def test_the_sentence_before_is_quoted_where_a_word_may_speak_of_it(pointing: str):
    shown = last_in_context("A bridge joins Karvia and Soltau.", pointing)
    assert shown
    assert shown.context == "A bridge joins Karvia and Soltau."
    assert shown.evidence == f"A bridge joins Karvia and Soltau. {pointing}"


def test_two_sentences_are_quoted_where_the_first_points_back_as_well():
    shown = last_in_context(
        "A bridge joins Karvia and Soltau.", "It was built in 1978.", "It carries 3,100 lorries a day."
    )
    assert shown
    assert shown.context == "A bridge joins Karvia and Soltau. It was built in 1978."


@pytest.mark.parametrize(
    "sentences",
    [
        ("They carry about 3,100 lorries on an average weekday.",),
        ("“We came early,” an officer says.", "It carries 3,100 lorries on a weekday."),
        ("A " + "long " * 70 + "sentence stands here.", "It carries 3,100 lorries on a weekday."),
        ("One clerk watched a judge.", "Within three months Maddern had rewritten all ten."),
    ],
)
def test_a_sentence_that_nothing_makes_plain_is_left_out(sentences: tuple[str, ...]):
    assert last_in_context(*sentences) is None


def test_a_pronoun_in_a_clause_after_its_noun_needs_nothing():
    shown = last_in_context("Trains are late.", "Small firms suffer most, since they send 40 parcels a day.")
    assert shown
    assert shown.context == ""


def test_the_heading_is_named_where_it_holds_the_noun_that_hangs():
    shown = last_in_context("The laboratory is open for 40 hours a week.", heading="The laboratory in Vell")
    assert shown
    assert shown.lead == "The laboratory in Vell"


def test_a_vague_noun_that_neither_heading_nor_text_explains_is_left_out():
    assert last_in_context("The scheme was opened by officers in 1996.") is None


def test_a_run_in_heading_and_a_dateline_are_not_part_of_the_statement():
    texts = ("Value for money. A day of training cost 118 crowns.", "VELL, 3 May 2024 - Ferries sail again on 40 days.")
    statements = [passages(a_module(text), VOCABULARY)[-1].statement for text in texts]
    assert statements == ["A day of training cost 118 crowns.", "Ferries sail again on 40 days."]
