"""What is quoted around a sentence so that a question on it can be understood."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.contexts import in_context, is_elliptic
from courseware.quizzes.drafting.headings import article_name, may_lead, place_of
from courseware.quizzes.drafting.passages import Passage, passages
from courseware.quizzes.drafting.reading import reading_of
from courseware.quizzes.drafting.vocabulary import VOCABULARIES
from tests.courseware.quizzes.drafting_modules import GOOD, a_module

VOCABULARY = VOCABULARIES["en"]
TITLE = "How the services learned to work together"


def last_in_context(*sentences: str, heading: str | None = "Facts", more: str = "") -> Passage | None:
    """The last of the sentences, all of one paragraph, as a question would show it."""
    module = a_module(" ".join(sentences), *filter(None, [more]), heading=heading)
    found = passages(module, VOCABULARY)
    own = next(passage for passage in found if passage.quote == sentences[-1])
    return in_context(own, reading_of(module, found, VOCABULARY))


def test_a_sentence_that_stands_alone_is_quoted_alone():
    shown = last_in_context("Trains are late in winter.", "Officers in Almaty open 40 parcels a day.")
    assert shown
    assert (shown.context, shown.lead) == ("", (TITLE,))


@pytest.mark.parametrize(
    "pointing",
    [
        "It carries about 3,100 lorries on an average weekday.",
        "Roughly two fifths of food imports pass over it.",
        "On flights of under three hours only one in eight does.",
        "Complaints about this rule fell by 40 per cent.",
        "Waiting time has been reduced by 25 minutes.",
        "The new law in Karvia is to cut that to 40 hours.",
        "A lorry from Karvia with 40 sacks was rarely asked.",
        "With 40 lamps lit, the last lorry leaves after two hours.",
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
        ("The gap matters because of geography.", "It was closed by 40 per cent."),
        ("Someone who refuses to hand it over is heard.", "They wait for 40 minutes."),
        ("Sometimes a relative is called.", "Nobody is refused; it simply takes longer, two days."),
        ("In the first month, 96 per cent of ships complied.",),
        ("Until now it had to be issued in ten days.", "From April it is extended to 21 days."),
        ("Insects cost growers of the coast their harvest.", "In 26 years she has found the beetle four times."),
        ("The young were more doubtful.", "Of those under 30, half expected to leave within five years."),
        ("By the end of the long winter of 2022 some of these cards were sold.", "They cost 40 crowns each in Vell."),
        ("Officers told us of a long search.", "By May the deadline had passed for all but 40 crowns of this sum."),
        ("An evaluation in Vell, completed by 40 officers, supports this approach.",),
    ],
)
def test_a_sentence_that_nothing_makes_plain_is_left_out(sentences: tuple[str, ...]):
    assert last_in_context(*sentences) is None


@pytest.mark.parametrize(
    "statement",
    [
        "Language and colour are grounds in themselves.",
        "The most common mistake is to feel insulted.",
        "Waiting times were the most frequent subject, with 40 letters.",
    ],
)
def test_a_word_that_leaves_its_field_unsaid_is_elliptic(statement: str):
    assert is_elliptic(statement)
    assert not is_elliptic("The earliest form on record is found in a charter of 1287.")


def test_a_pronoun_in_a_clause_after_its_noun_needs_nothing():
    shown = last_in_context("Trains are late.", "Small firms suffer most, since they send 40 parcels a day.")
    assert shown
    assert shown.context == ""


def test_a_heading_that_says_something_is_named_after_the_title():
    shown = last_in_context("The laboratory is open for 40 hours a week.", heading="The laboratory in Vell")
    assert shown
    assert shown.lead == (TITLE, "The laboratory in Vell")


def test_what_a_noun_speaks_of_is_quoted_before_a_heading_that_does_not_hold_it():
    shown = last_in_context(
        "A dispute arose in Vell.", "The dispute was settled by 40 officers.", heading="What was done"
    )
    assert shown
    assert (shown.context, shown.lead) == ("A dispute arose in Vell.", (TITLE, "What was done"))


def test_under_the_title_alone_a_heading_of_any_text_is_left_out():
    shown = last_in_context("Waiting time has been reduced by 25 minutes on average.", heading="Part 2")
    assert shown
    assert shown.lead == (TITLE,)


def test_in_an_interview_no_heading_is_trusted():
    module = a_module("How did that come about?", "Officers in Vell open 40 parcels a day.", heading="Training in Vell")
    assert place_of("Training in Vell", reading_of(module, [], VOCABULARY)) == (TITLE,)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Arrivals of foreign visitors in Sorvania, 2024", "Arrivals of foreign visitors in Sorvania, 2024"),
        ("The parcels of the lake: " + "how they were sorted and carried " * 3, "The parcels of the lake"),
        ("harbour_news 3", ""),
    ],
)
def test_an_article_is_named_by_its_title_shortened_where_it_is_very_long(title: str, name: str):
    module = replace(a_module(GOOD), title=title)
    assert article_name(reading_of(module, [], VOCABULARY)) == name


def test_a_share_of_cases_that_are_told_apart_needs_nothing_before_it():
    shown = last_in_context("Trains are late.", "Some 62 per cent of the cases which clerks had recorded were errors.")
    assert shown
    assert shown.context == ""


def test_a_vague_noun_that_neither_heading_nor_text_explains_is_left_out():
    assert last_in_context("The scheme was opened by officers in 1996.") is None


def test_a_run_in_heading_and_a_dateline_are_not_part_of_the_statement():
    texts = ("Value for money. A day of training cost 118 crowns.", "VELL, 3 May 2024 - Ferries sail again on 40 days.")
    statements = [passages(a_module(text), VOCABULARY)[-1].statement for text in texts]
    assert statements == ["A day of training cost 118 crowns.", "Ferries sail again on 40 days."]


@pytest.mark.parametrize(
    "heading",
    ["By Ida Sample and Tom Example", "Issue 88, September 2024", "Ida Sample, Department of Trade", "harbour_news 3",
     "And finally", "Harbour: news from the ports", "Centre for Roads and Ports, Vell", "Ida Sample, Vell",
     "Ida Sample and Tom Example"],
)  # fmt: skip
def test_a_byline_a_masthead_or_a_file_name_is_no_place_to_name(heading: str):
    module = replace(a_module(GOOD), title=GOOD)
    assert not may_lead(heading, reading_of(module, [], VOCABULARY))


def test_the_office_that_issued_a_text_is_not_named_as_the_place_even_where_it_is_the_title():
    module = replace(a_module(GOOD), title="State Audit Office of Belmar")
    reading = reading_of(module, [], VOCABULARY)
    assert not may_lead(module.title, reading)
    assert may_lead("Reply of the Customs Service", reading)


def test_a_short_sentence_on_part_of_a_whole_is_led_by_title_and_heading():
    shown = last_in_context("The general rule in section 9 is eighteen months.", heading="How long data are kept")
    assert shown
    assert shown.lead == (TITLE, "How long data are kept")
