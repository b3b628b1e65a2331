"""A figure that the others shown tell, by arithmetic or by comparison, is not asked for."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.lint.sums import answer_by_sum
from tests.courseware.quizzes.test_drafting_lint import a_context, an_item


@pytest.mark.parametrize(
    ("said", "fact", "options"),
    [
        (
            "It has 17 posts: nine at land borders, five in ports and three at airports.",
            "number",
            ("17", "12", "21"),
        ),
        (
            "The mean cost was 34 crowns, more than twice that at a fixed counter (15 crowns).",
            "number",
            ("15", "12", "18"),
        ),
        (
            "Expenditure came to 96.3 million crowns, against a budget of 98 million.",
            "amount",
            ("98 million", "132 million", "167 million"),
        ),
        (
            "It recorded 14.6 million arrivals, 6.2 per cent more than in 2023, when there were 13.75 million.",
            "percent",
            ("6.2", "4.1", "5.2"),
        ),
        (
            "The ports handled 48.6 million tonnes, 3.4 per cent more than the 47.0 million of the year before.",
            "amount",
            ("48.6 million", "50.3 million", "53.4 million"),
        ),
        ("Trips are now put at 1.21 million, previously 1.23 million.", "amount", ("1.23 million", "1.02 million")),
        ("It fell from 17.4 hours to 13.6: a saving of 3.8 hours.", "duration", ("3.8 hours", "2.8 hours")),
        (
            "Expenditure came to 74.8 million, within the budget of 75.5 million.",
            "amount",
            ("75.5 million", "84.6 million"),
        ),
        (
            "Income amounted to 24.6 million crowns. Expenditure was 25.2 million.",
            "amount",
            ("25.2 million", "28.2 million"),
        ),
        (
            "Of these cards 3.1 per cent had an error, slightly better than in Vell (3.8 per cent).",
            "percent",
            ("3.8", "4.6", "5.5"),
        ),
        ("Road took 58 per cent, airports 33 per cent and seaports 7 per cent.", "percent", ("58", "44")),
        ("Holidays led; other purposes made up the remaining 5 per cent.", "percent", ("5", "4", "7")),
    ],
)
def test_a_figure_that_those_beside_it_tell_is_not_asked_for(said: str, fact: str, options: tuple[str, ...]):
    item = an_item(*options, fact=fact, statement=said.replace(options[0], "____"), quote=said)
    assert answer_by_sum(item, a_context(item))


def test_parts_that_come_to_more_than_the_whole_are_false_on_their_face():
    said = "Income amounted to 31.6 million merou, of which the state gave 18.2 million and fees 14.5 million."
    item = an_item("False", "True", kind="true_false", fact="amount", statement=said, quote=said)
    assert answer_by_sum(item, a_context(item))
    within = replace(item, statement=said.replace("14.5", "10.3"))
    assert not answer_by_sum(within, a_context(within))


def test_a_part_can_be_reckoned_from_the_whole_and_its_share():
    said = "The sample has 5,200 boats. In 2023 replies came for ____ boats, a rate of 87.3 per cent."
    item = an_item("4,540", "3,540", "2,860", fact="number", statement=said)
    assert answer_by_sum(item, a_context(item))
