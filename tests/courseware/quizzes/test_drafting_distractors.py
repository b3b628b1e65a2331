"""Wrong answers: of one kind with the right one, and such as the words shown allow."""

import pytest

from courseware.quizzes.drafting.distractors import wrong_figures, wrong_names
from courseware.quizzes.drafting.facts import Fact, figures
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.names import catalogue, named
from tests.courseware.quizzes.drafting_modules import PARAGRAPHS, a_module


def found(statement: str, language: str = "en") -> list[tuple[str, str]]:
    return [(fact.kind, fact.text) for fact in figures(statement, language)]


def test_a_number_of_things_in_so_many_kilometres_is_no_share():
    kinds = {fact.kind for fact in figures("The river crosses three borders in 140 kilometres.", "en")}
    assert "share" not in kinds


def test_fractions_and_odds_are_answered_by_others_of_their_kind():
    share = wrong_figures(Fact("share", "two fifths", 0, 10), "two fifths of them", [])
    odds = wrong_figures(Fact("share", "one parcel in nine", 0, 18), "one parcel in nine", [])
    assert all(
        text.split()[1] in ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths") for text in share
    )
    assert all(text.startswith("one parcel in ") for text in odds)


def test_wrong_figures_are_as_round_as_the_right_one():
    wrong = wrong_figures(Fact("number", "10,000", 0, 6), "10,000 litres are held here.", [])
    assert all(text.endswith("000") for text in wrong)


def test_wrong_figures_do_not_lie_at_even_distances():
    values = sorted(int(text) for text in wrong_figures(Fact("number", "118", 0, 3), "It cost 118 crowns.", []))
    assert values[1] - values[0] != values[2] - values[1]


def test_wrong_names_are_of_the_same_type_and_not_in_the_sentence():
    module = a_module(*PARAGRAPHS)
    statement = "The rules on the care of lost children were written in Uzbekistan and later taken over."
    fact = named(statement, module, catalogue(module))[0]
    assert set(wrong_names(fact, statement, catalogue(module))) == {"Kazakhstan", "Kyrgyzstan", "Tajikistan"}


def test_wrong_figures_come_from_the_text_first():
    fact = Fact("year", "1999", 3, 7)
    assert "1992" in wrong_figures(fact, "In 1999 they met.", ["1992", "1999"])


def test_among_round_figures_none_stands_out():
    assert "2,614" not in wrong_figures(Fact("number", "4,000", 0, 5), "4,000 crowns were paid.", ["2,614"])


def test_a_number_word_that_begins_the_sentence_is_offered_among_its_like():
    assert all(
        text[0].isupper() for text in wrong_figures(Fact("duration", "Ten years", 0, 9), "Ten years.", ["four years"])
    )


def test_nobody_appeals_to_a_statistics_office():
    bodies = ("European Court of Trade", "World Statistics Office", "European Passport Office", "International Court")
    module = a_module(*(f"The {body} opened a room in Vell last spring." for body in bodies))
    statement = "An appeal goes to the European Court of Trade within six weeks."
    fact = Fact("organisation", "European Court of Trade", 22, 45)
    assert wrong_names(fact, statement, catalogue(module)) == ["International Court"]


def test_a_body_of_one_state_is_not_asked_for():
    """What it is said to do tells a ministry of transport from a tourist board."""
    bodies = ("Ministry of Transport", "Ministry of Finance", "Ministry of Health")
    module = a_module(*(f"The {body} opened a room in Vell last spring." for body in bodies))
    statement = "The Ministry of Transport paid 30 million pounds for the quay."
    assert wrong_names(Fact("organisation", bodies[0], 4, 25), statement, catalogue(module)) == []


@pytest.mark.parametrize(
    ("fact", "statement"),
    [
        (Fact("number", "10,000", 0, 6), "10,000 travellers came."),
        (Fact("percent", "95", 0, 2), "95 per cent came."),
        (Fact("number", "2", 0, 1), "2 officers came."),
        (Fact("date", "11-12 October", 3, 16), "On 11-12 October they met."),
        (Fact("small_number", "three", 0, 5), "Three officers came."),
        (Fact("years", "2020-2022", 4, 13), "For 2020-2022 it held the chair."),
    ],
)
def test_made_up_figures_are_distinct_and_in_the_same_form(fact: Fact, statement: str):
    wrong = wrong_figures(fact, statement, [])
    assert len({*wrong, fact.text}) == 4
    assert all(("," in text) == ("," in fact.text) and ("-" in text) == ("-" in fact.text) for text in wrong)


def test_a_made_up_percentage_stays_below_a_hundred():
    for statement in ("95 per cent came.", "95 per cent went.", "95 per cent stayed.", "95 per cent left."):
        assert all(0 < int(text) < 100 for text in wrong_figures(Fact("percent", "95", 0, 2), statement, []))


def test_a_figure_is_not_offered_beside_itself_in_another_form():
    budget = wrong_figures(Fact("amount", "7.6 million", 0, 11), "It cost 6.3 million of 7.6 million.", ["6.3 million"])
    lorries = wrong_figures(Fact("number", "40", 0, 2), "Some 40 lorries passed seven gates.", ["7", "30"])
    assert "6.3 million" not in budget
    assert "7" not in lorries


def test_below_a_thousand_no_figure_is_offered_that_may_want_a_comma():
    assert all(int(text) < 1000 for text in wrong_figures(Fact("number", "555", 0, 3), "It cost 555 lei.", []))


def test_a_body_of_many_states_is_asked_for_only_among_its_like():
    module = a_module(
        "Cards meet the standard of the International Office of Travel. The University of Torsby asked farmers. "
        "The World Customs Office wrote rules. The Council of Ports helped."
    )
    fact = Fact("organisation", "International Office of Travel", 0, 0)
    assert wrong_names(fact, "Cards meet a standard.", catalogue(module)) == ["World Customs Office"]


def test_no_two_answers_are_all_but_the_same():
    wrong = wrong_figures(Fact("number", "540", 0, 3), "540 litres flow.", ["318", "340"])
    assert len({"318", "340"} & set(wrong)) == 1


def test_a_share_offered_leaves_room_for_those_beside_it():
    statement = "Fees covered 44 per cent of costs, the grant 49 per cent, and gifts the rest."
    wrong = wrong_figures(Fact("percent", "49", 47, 49), statement, ["58", "64"])
    assert all(int(text) <= 56 for text in wrong)


def test_months_are_offered_as_people_count_them():
    assert set(wrong_figures(Fact("duration", "12 months", 0, 9), "12 months pass.", [])) <= {
        "3 months", "6 months", "9 months", "18 months", "24 months", "36 months"
    }  # fmt: skip


def test_the_right_figure_is_not_the_only_one_that_is_not_round():
    wrong = wrong_figures(Fact("number", "18,400", 0, 6), "18,400 visitors came.", [])
    assert not any(text.endswith("000") for text in wrong)


def test_what_comes_first_is_more_than_what_follows():
    statement = "Aldergate had 612,000 visitors, followed by Vell (587,000)."
    wrong = wrong_figures(Fact("number", "612,000", 14, 21), statement, ["275,000", "428,000"])
    assert all(int(text.replace(",", "")) > 587_000 for text in wrong)


def test_no_answer_is_one_off_the_right_one():
    wrong = wrong_figures(Fact("percent", "31", 0, 2), "31 per cent came, and the rest stayed.", ["30", "46"])
    assert "30" not in wrong


@pytest.mark.parametrize(
    ("key", "usual"),
    [
        ("90 days", {30, 45, 60, 120, 180}),
        ("24 hours", {8, 12, 16, 36, 48, 72}),
        ("ten years", {4, 5, 15, 20, 25, 30}),
    ],
)
def test_beside_a_length_that_people_set_only_such_lengths_are_offered(key: str, usual: set[int]):
    unit = key.partition(" ")[2]
    wrong = wrong_figures(Fact("duration", key, 7, 7 + len(key)), f"Within {key}.", [f"83 {unit}", f"32 {unit}"])
    assert len(wrong) == 3
    assert {amount(text) for text in wrong} <= usual


def test_beside_a_figure_it_is_compared_with_only_near_ones_are_offered_on_either_side():
    statement = "Ferries carried 54.6 million passengers in 2024, compared with 51.2 million in 2023."
    wrong = wrong_figures(Fact("amount", "54.6 million", 16, 28), statement, ["87.4 million"])
    assert len(wrong) == 3
    assert all(35 < amount(text) < 80 for text in wrong)
