import pytest

from courseware.quizzes.drafting.distractors import in_order
from courseware.quizzes.drafting.facts import figures
from courseware.quizzes.drafting.names import catalogue, named
from courseware.quizzes.drafting.places import overlap, places
from courseware.reading.drafting import ModuleDraft
from tests.courseware.quizzes.drafting_modules import PARAGRAPHS, a_module


def found(statement: str, language: str = "en") -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in figures(statement, language)]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("The forum was founded in 1996 by five services.", [("year", "1996"), ("small_number", "five")]),
        ("They met on 11-12 October in Almaty.", [("date", "11-12 October")]),
        ("They met on October 8, 2021 in Almaty.", [("date", "October 8, 2021")]),
        ("The Chair for 2020-2022 spoke.", [("years", "2020-2022")]),
        ("Half, or 50 per cent, came on foot.", [("percent", "50")]),
        ("There were 10,000 travellers a day.", [("number", "10,000")]),
        ("It has 27 member States.", [("number", "27")]),
        ("Accuracy declines after forty-five minutes.", [("duration", "forty-five minutes")]),
        ("They waited for 6.4 hours.", [("duration", "6.4 hours")]),
        ("Firms pay up to two per cent of it.", [("percent", "two")]),
        ("About one parcel in nine is held.", [("share", "one parcel in nine")]),
        ("Roughly two fifths of imports pass.", [("share", "two fifths")]),
        ("An average stay lasted twenty-three nights.", [("small_number", "twenty-three")]),
        ("Spending rose from 188 to 204 crowns.", [("number", "204")]),
        ("The share fell from 14 to 9 per cent.", [("percent", "9")]),
        ("Health spending stands at 6.8% of output.", [("percent", "6.8")]),
        ("Counters call at 140 villages.", [("number", "140")]),
        ("Loads under 500 kilograms are exempt.", [("number", "500")]),
        ("Maps of a scale of 1:25,000 in colour are kept.", []),
        ("Certificates numbered 34,902, a record.", [("number", "34,902")]),
        ("Danvik (231,000) came next.", [("number", "231,000")]),
    ],
)
def test_figures_and_dates_are_found(statement: str, expected: list[tuple[str, str]]):
    assert found(statement) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "A channel of the 21st century was opened.",
        "The reports of 2010 and 2011 were long.",
        "Today, almost 30 years later, it has grown.",
        "About 612 of them were counted again.",
        "Over the past two decades trade has grown.",
        "It borders on 3 out of 5 States there.",
        "In the 1990s the posts were rebuilt.",
        "The resolution is No. 15 of its kind.",
        "The crisis of COVID-19 slowed the talks.",
        "For two hundred and thirty-one years it stood.",
        "A courier needs them twenty minutes away.",
        "The island lies two days' sail to the north.",
        "Figures were corrected, compared with those in 2023.",
        "The crossing takes 2 hours 20 minutes.",
        "The Water Board drilled a well of 110 metres.",
        "The station lies four kilometres outside the town.",
        "Nobody is admitted under 18 years.",
        "They came at 12 noon by boat.",
        "Three developments made the stations superfluous.",
        "It was the first summer in which arrivals passed 1.8 million.",
        "The ship docked eight minutes behind schedule.",
        "It rained on most of the quarter's 92 days.",
    ],
)
def test_ordinals_pairs_and_relative_figures_are_left_alone(statement: str):
    assert found(statement) == []


def test_a_russian_year_is_found():
    assert found("В 1999 году прошла встреча.", "ru") == [("year", "1999")]


def test_a_place_is_known_by_how_the_text_speaks_of_it():
    module = a_module("Officers work in Vell, and Pavel Drohan told reporters at Tarnbeck that Mr Ferrand left in May.")
    assert places(module) == {"Vell", "Tarnbeck"}


def names_of(statement: str, module: ModuleDraft) -> list[str]:
    return [fact.text for fact in named(statement, module, catalogue(module))]


def test_a_country_that_stands_alone_is_a_name_to_ask_for():
    statement = "The first joint office was opened in Kyrgyzstan after long talks."
    assert names_of(statement, a_module(statement)) == ["Kyrgyzstan"]


@pytest.mark.parametrize(
    "statement",
    [
        "Many States, including Tajikistan, sent officers to the course.",
        "The course took in officers from Kyrgyzstan and Uzbekistan.",
        "Some went to the Gulf, Iran, and even China.",
        "The Republic of Kazakhstan sent two teachers to the course.",
        "A Kazakhstan-based firm printed the papers.",
    ],
)
def test_names_in_lists_and_in_longer_names_are_left_alone(statement: str):
    assert names_of(statement, a_module(statement)) == []


def test_a_country_within_a_longer_name_is_no_wrong_answer_either():
    module = a_module(*PARAGRAPHS, "The Chamber of Mongolia sent two teachers to the course.")
    assert "Mongolia" not in catalogue(module).among("country")


def test_number_words_are_put_in_order_of_size():
    assert in_order(["nine", "two", "five"]) == ["two", "five", "nine"]


@pytest.mark.parametrize(
    ("statement", "count"),
    [("Ports from Latvia to Ghana give out slots.", 0), ("The line runs from Latvia to Ghana.", 2)],
)
def test_the_ends_of_a_list_of_examples_are_no_names_to_ask_for(statement: str, count: int):
    module = a_module("Officers in Latvia and others in Ghana met.", statement)
    assert len(named(statement, module, catalogue(module))) == count


@pytest.mark.parametrize(
    "statement",
    [
        "Life expectancy is 77 years in Vell.",
        "The sign had shown ‘45 minutes’ since March.",
        "It was done in the same two minutes.",
        "Clause 6 gives a right to complain.",
    ],
)
def test_an_incidental_figure_or_the_number_of_a_clause_is_left_alone(statement: str):
    assert figures(statement, "en") == ()


def test_a_share_is_not_cut_out_of_a_larger_number():
    assert figures("Ardania opens one container in two hundred by lot.", "en") == ()


def test_a_country_and_a_part_of_it_are_not_offered_together():
    assert overlap("England", "Britain")
    assert not overlap("England", "France")
