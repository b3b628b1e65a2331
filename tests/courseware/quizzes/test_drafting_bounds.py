"""Wrong figures and years lie within what the words shown allow."""

import pytest

from courseware.quizzes.drafting.distractors import wrong_figures
from courseware.quizzes.drafting.facts import Fact, FactKind
from courseware.quizzes.drafting.made_up import amount
from courseware.quizzes.drafting.years import years_of


@pytest.mark.parametrize(
    ("before", "key", "least", "most"),
    [
        ("It received 212 petitions, of which ", "187", 0, 212),
        ("The fee is 24 talers and was reduced to ", "14", 0, 24),
        ("The fee was 24 talers; it was raised to ", "34", 24, 1000),
    ],
)
def test_a_wrong_figure_is_one_that_the_words_before_it_allow(before: str, key: str, least: int, most: int):
    statement = f"{before}{key} in all."
    fact = Fact("number", key, len(before), len(before) + len(key))
    wrong = [int(text) for text in wrong_figures(fact, statement, [])]
    assert len(wrong) >= 2
    assert all(least <= value <= most for value in wrong)


def test_growth_told_before_is_no_share_of_the_whole():
    statement = (
        "An increase of 12 per cent came. Plants made up 61 per cent of these, meat 33 per cent and animals the rest."
    )
    fact = Fact("percent", "33", statement.index("33"), statement.index("33") + 2)
    wrong = wrong_figures(fact, statement, ["54", "21"])
    assert "21" in wrong
    assert all(int(value) <= 34 for value in wrong)


def test_a_whole_is_larger_than_the_part_named_after_it():
    statement = "The budget was 11.8 million dirals, of which the Fund gave 7.5 million and the Ministry the rest."
    wrong = wrong_figures(Fact("amount", "11.8 million", 15, 27), statement, ["6.1 million", "9.2 million"])
    assert "9.2 million" in wrong
    assert all(amount(value) > 7.5 for value in wrong)


def test_what_fell_from_a_figure_to_another_was_above_it():
    statement = "The wait for lorries fell from 11 hours in 2015 to 4 hours 20 minutes in 2023."
    wrong = wrong_figures(Fact("duration", "11 hours", 31, 39), statement, ["3 hours", "7 hours"])
    assert "7 hours" in wrong
    assert all(amount(value) > 4 for value in wrong)


def test_beside_a_length_in_words_stand_others_in_words():
    statement = "For ninety years the firm sold scales."
    wrong = wrong_figures(Fact("duration", "ninety years", 4, 16), statement, [])
    assert wrong
    assert all(value[0].isalpha() for value in wrong)


def test_a_wrong_year_is_one_that_the_title_allows():
    statement = "The Act of 2011, In 2016 it was changed."
    assert all(int(year) > 2011 for year in wrong_figures(Fact("year", "2016", 20, 24), statement, ["2007", "2019"]))


def test_the_years_offered_lie_between_those_that_the_stem_tells():
    statement = "Founded in 1998, the forum began a course in 2004, which ended in 2011."
    wrong = wrong_figures(Fact("year", "2004", 46, 50), statement, ["1990", "2007", "2026"], {"2026"})
    assert len(wrong) == 3
    assert all(1998 < int(year) < 2011 for year in wrong)


def test_a_year_that_can_be_reckoned_bounds_those_offered():
    statement = "They met in 2015. A treaty was signed two years later but came into force in 2020."
    at = statement.index("2020")
    wrong = wrong_figures(Fact("year", "2020", at, at + 4), statement, ["2016", "2018"], {"2026"})
    assert wrong
    assert all(int(year) > 2017 for year in wrong)


def test_no_year_ahead_and_none_before_the_beginning_is_offered_for_one_behind():
    years = years_of(["The project began in 2021.", "It ended in 2024.", "A bridge will open in 2029."])
    wrong = wrong_figures(Fact("year", "2023", 3, 7), "In 2023 they met.", ["2019", "2029"], {"2029"}, years)
    assert set(wrong) == {"2021", "2022", "2024"}


def test_what_a_text_says_of_a_year_after_it_came_out_is_a_plan():
    years = years_of(["In 2019 a mill closed.", "Two more posts join in 2022."], published=2021)
    wrong = wrong_figures(Fact("year", "2019", 3, 7), "In 2019 a mill closed.", ["2022"], {"2022"}, years)
    assert wrong
    assert all(int(year) <= 2021 for year in wrong)


def test_for_a_year_ahead_only_years_ahead_and_near_are_offered():
    years = years_of(["Talks began in 2019.", "It will open by 2029."], published=2024)
    wrong = wrong_figures(Fact("year", "2029", 20, 24), "It will open by 2029.", ["2019"], {"2029"}, years)
    assert wrong
    assert all(2025 < int(year) < 2029 for year in wrong)


def test_for_the_year_of_the_beginning_earlier_ones_may_be_offered():
    years = years_of(["The forum was founded in 1996."])
    assert wrong_figures(Fact("year", "1996", 25, 29), "The forum was founded in 1996.", [], {"1996"}, years)


def test_a_measure_offered_lies_on_the_same_side_of_those_that_the_stem_tells():
    queue = "One of 10 minutes was recalled as 15, and one of 30 minutes as 41."
    wrong = wrong_figures(Fact("duration", "30 minutes", 52, 62), queue, ["8 minutes", "40 minutes"])
    assert wrong
    assert all(int(text.split()[0]) > 10 for text in wrong)


def test_the_years_of_a_person_fit_into_a_working_life():
    wrong = wrong_figures(Fact("duration", "26 years", 3, 11), "In 26 years she found four.", ["47 years", "61 years"])
    assert wrong
    assert all(int(text.split()[0]) <= 40 for text in wrong)


def test_years_are_not_asked_for_where_hardly_another_is_possible():
    statement = "It opened in 2003, closed in 2004 and opened again in 2005."
    assert wrong_figures(Fact("year", "2004", 28, 32), statement, [], {"2026"}) == []


def test_a_cost_said_to_be_above_another_is_not_answered_by_one_below():
    statement = "An application costs 31 florins at a counter, against 19 at an office."
    wrong = wrong_figures(Fact("number", "31", 21, 23), statement, ["16", "23"])
    assert wrong
    assert all(int(text) > 19 for text in wrong)


def test_the_year_before_one_told_of_is_not_offered_where_it_is_told_of_too():
    shown = "In 2022 it handled 3.4 per cent more than in the previous year, still below the record of 2019."
    wrong = wrong_figures(Fact("year", "2019", 90, 94), shown, ["2018", "2021"])
    assert "2021" not in wrong
    assert "2018" in wrong


def test_shares_told_without_per_cent_leave_less_of_the_whole():
    shown = "Papers made up 38 per cent of transactions, pensions 27 and land records 14."
    assert all(int(text) <= 59 for text in wrong_figures(Fact("percent", "38", 15, 17), shown, ["60", "76"]))


def test_of_a_part_no_more_is_offered_than_the_whole():
    statement = "Of the 60 instructors planned, 51 were trained and 44 remain."
    assert all(int(text) <= 60 for text in wrong_figures(Fact("number", "44", 52, 54), statement, ["78"]))


@pytest.mark.parametrize(
    ("statement", "key", "kind", "least", "most"),
    [
        ("They speak more than 60 languages.", "60", "number", 60, 9000),
        ("Fewer than 60 people live there.", "60", "number", 0, 60),
        ("Two thirds hold a certificate, and 21 per cent a degree.", "Two thirds", "share", 0, 0.79),
        ("The plan was rejected in a referendum by 53 per cent of the voters.", "53", "percent", 50, 100),
        ("The network has 1,480 kilometres of line, 940 of them electrified.", "1,480", "number", 940, 9000),
        ("It has 48 per cent, but its share has been falling since 2017, when it stood at 55.", "48", "percent", 0, 55),
        ("It supplies water in 150 countries.", "150", "number", 0, 195),
    ],
)
def test_the_words_after_a_gap_bound_it_too(statement: str, key: str, kind: FactKind, least: int, most: int):
    at = statement.index(key)
    wrong = wrong_figures(Fact(kind, key, at, at + len(key)), statement, ["890", "63"])
    assert wrong
    assert all(least <= amount(text) <= most for text in wrong)


def test_a_limit_is_one_figure_alone():
    statement = "The Act applies to ferries with more than 60 passengers."
    wrong = wrong_figures(Fact("number", "60", 42, 44), statement, ["40", "50", "80"])
    assert min(map(int, wrong)) < 60 < max(map(int, wrong))
