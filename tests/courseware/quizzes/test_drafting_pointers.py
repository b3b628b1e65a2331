"""Words and pronouns that need what stands before them."""

import pytest

from courseware.quizzes.drafting.pointers import (
    cannot_open,
    is_elliptic,
    lacks_its_count,
    lacks_what_it_names,
    points_away,
)
from courseware.quizzes.drafting.pronouns import is_without_noun


@pytest.mark.parametrize(
    "opening",
    [
        "Fifty-two per cent would accept it for simple matters.",
        "More than 200 countries and economies apply it.",
        "Shares in its parent company closed lower.",
        "Closed when the works shut down, it had been used as a path.",
        "At Rennick it rose slightly, since lorries queue for the scanner.",
        "If the moths fly, colonies are related. What they found was different.",
        "Divers who examined it in 2019 found holes.",
    ],
)
def test_a_pronoun_without_a_noun_that_it_could_mean_is_noticed(opening: str):
    assert is_without_noun(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Venice closed the harbour when it was sick.",
        "Researchers caught moths and wrote down what they found.",
        "A ferry sank in Vell, and it was raised in May.",
    ],
)
def test_a_pronoun_after_its_noun_is_left_alone(text: str):
    assert not is_without_noun(text)


@pytest.mark.parametrize(
    "statement",
    [
        "Offices in Vell keep a database of such marks for wine.",
        "Several mentioned that surgeries are closed.",
        "A conference met in the capital two years later.",
        "Data on 40 ships support this approach.",
        "Four firms took part; the bid of Vell won.",
        "The customs office noticed after three days.",
        "To join, a firm must show five years without a mistake.",
        "The owner of one told us of 300 coffees.",
        "All but 90 were found again within a year.",
        "Fifty-two per cent supported a glossary.",
        "One in four carried a single parcel.",
        "Vell was described as good by 68 per cent.",
        "Nobody in Vell at the time knew what caused plague.",
        "For the big ones there will be 40 officers.",
        "Health, by contrast, accounts for 40 officers in Vell.",
        "Chapter 9, for example, holds coffee and tea.",
        "The institute also advises against a post in Vell.",
        "Inside there are 40 desks.",
        "Plant health is the third concern.",
        "Shippers who book before the end of June receive a further reduction of 10 per cent.",
        "A fourth round is planned for 2023 in Vell.",
        "An alternative explanation finds no support in Vell.",
        "Results have been encouraging in Vell.",
        "In Vell 40 complaints concerned firms that went further.",
        "Roads have received less attention.",
        "The staff of 58 have been lent in roughly the same proportions.",
        "Neighbouring Vell has planted 900 roses.",
        "The procedure they worked out held for 40 years.",
        "Between the two lies all that mills make.",
        "Three quarters were made at Vell.",
    ],
)
def test_what_needs_the_sentence_before_cannot_open_a_quotation(statement: str):
    assert cannot_open(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "Nitrogen was 31 per cent lower in 2023 than two years before.",
        "One in four lorries carries tea.",
        "Lorries wait in Vell.",
        "Engineers in Vell have yet to find 40 bolts.",
    ],
)
def test_what_needs_nothing_may_open_a_quotation(statement: str):
    assert not cannot_open(statement)


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


def test_such_animals_want_animals_told_of_before():
    assert lacks_what_it_names("The test may be put off for persons who flee. Such animals stay for 90 days.")
    assert not lacks_what_it_names("The test may be put off for animals in need. Such animals stay for 90 days.")


def test_the_first_month_wants_a_beginning():
    assert lacks_what_it_names("Ships send lists. In the first month, 96 per cent of ships complied.")
    assert not lacks_what_it_names("The scheme began in May. In the first month, 96 per cent of ships complied.")


def test_the_first_pair_is_one_of_pairs_that_are_not_shown():
    assert points_away("Earnings at the first pair rose by 12 per cent.", "Traders in Vell")
    assert points_away("It has 54 employees and offices in the other two capitals.", "Traders in Vell")
    assert points_away("Earnings rose by 12 per cent relative to the second.", "Traders in Vell")


def test_a_limit_is_one_on_something():
    assert points_away("The limit of 15,000 kilometres dates from 2006.", "Vehicles of Vell")
    assert not points_away("The limit of 15,000 kilometres dates from 2006.", "The limit on journeys")
    assert not points_away("A limit is set. The limit of 15,000 kilometres dates from 2006.", "Vehicles of Vell")


@pytest.mark.parametrize(("title", "away"), [("Data in Vell: an overview", True), ("The Data Act of Vell", False)])
def test_a_section_is_one_of_a_law_that_is_named(title: str, away: bool):
    assert points_away("Section 6 lays down five principles.", title) is away


@pytest.mark.parametrize(("title", "lacks"), [("The market of Vell", True), ("Trade of Vell and Karvia", False)])
def test_both_languages_are_those_of_two_that_are_named(title: str, lacks: bool):
    shown = "Every Tuesday and Friday traders come to Vell. A form is at hand in both languages."
    assert lacks_its_count(shown, title) is lacks
