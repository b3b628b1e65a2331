"""Which phrases with "the" say what they mean, and which of them point at something told before."""

import pytest

from courseware.quizzes.drafting.references import Definite, is_named, open_definites


def left_open(shown: str, lead: str = "") -> list[str]:
    return [each.noun for each in open_definites(shown, lead)]


@pytest.mark.parametrize(
    ("shown", "nouns"),
    [
        ("The reason is hard to find.", ["reason"]),
        ("The remainder came from organisations.", ["remainder"]),
        ("A memorandum proposed to forbid the word.", ["word"]),
        ("The city of Vell introduced the colours in 2009.", ["colours"]),
        ("The agreement allows the ship to cross.", ["agreement", "ship"]),
        ("You will receive the decision in writing.", ["decision"]),
        ("The Service lent 40 officers.", ["Service"]),
        ("Posts open at six, and the two men slept there.", ["men"]),
        ("Much of the improvement came from templates.", ["improvement"]),
        ("The idea came up in Vell.", ["idea"]),
        ("The applicant, a haulier, received a letter.", ["applicant"]),
    ],
)
def test_a_phrase_that_nothing_shown_explains_is_open(shown: str, nouns: list[str]):
    assert left_open(shown) == nouns


@pytest.mark.parametrize(
    "shown",
    [
        "The government of Vell paid for the largest hall.",
        "The percentage of lorries that were late fell.",
        "The sun rose over the border at night.",
        "The European Union and the Aldra tunnel are old.",
        "The regional development fund paid 40 crowns.",
        "In the 1970s the police kept the only list in Vell.",
        "Errors can be put right on the spot.",
        "Clerks have the right to appeal.",
        "The valley, a strip of 30 kilometres, is dry.",
        "The capital, Vell, received 40 officers.",
    ],
)
def test_a_phrase_that_says_itself_which_one_is_meant_is_closed(shown: str):
    assert left_open(shown) == []


@pytest.mark.parametrize(
    "shown",
    [
        "A tunnel was dug in Vell. The tunnel is 12 kilometres long.",
        "A ferry left Vell. The ship was late.",
        "A pump was repaired in Vell. The repair took a week.",
        "Fallow and its neighbour Estrand agreed. The two countries share a school.",
    ],
)
def test_a_thing_or_a_kind_of_it_told_of_before_closes_the_phrase(shown: str):
    assert left_open(shown) == []


def test_a_thing_told_of_only_after_the_phrase_leaves_it_open():
    assert left_open("The tunnel is long. A tunnel was dug in Vell.") == ["tunnel"]


def test_the_heading_closes_a_phrase_that_it_names():
    assert left_open("The tunnel is 12 kilometres long.", lead="A tunnel under the Corvin") == []


def test_a_heading_on_many_does_not_say_which_one_is_meant():
    commission = Definite("commission", ("commission",), 0)
    assert not is_named(commission, "Commissions")
    assert is_named(commission, "The Commission for the Rhine")


@pytest.mark.parametrize(
    ("noun", "points"), [("reason", True), ("reduction", True), ("station", False), ("ship", False)]
)
def test_words_for_a_telling_are_told_from_words_for_a_thing(noun: str, points: bool):
    assert Definite(noun, (noun,), 0).is_anaphoric is points
