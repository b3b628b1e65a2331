import pytest

from courseware.quizzes.drafting.antonyms import turned


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("The number of posts rose by 9 per cent.", "The number of posts fell by 9 per cent."),
        ("Requests are free of charge in Vell.", "Requests are subject to a fee in Vell."),
        ("Children travel free of charge.", "Children travel for a fee."),
        ("The owner is told in writing.", "The owner is told orally."),
        ("It is an optional form.", "It is a compulsory form."),
    ],
)
def test_a_statement_is_turned_round_by_one_opposite(statement: str, other: str):
    assert turned(statement) == other


@pytest.mark.parametrize(
    "statement",
    [
        "The valley sells a rose.",
        "The number of inns grew from eleven to 34.",
        "Exports rose because prices fell.",
        "Both the oldest and the newest were kept.",
        "Requests are not free of charge.",
        "Most containers carry seals.",
        "Rooms must be open at night.",
        "Arrivals by rail more than doubled, following the reopening of the line in May.",
        "Arrivals by rail rose by 28%, chiefly as a result of the reopening of the line.",
        "The largest employer in Vell is a yard with 11,400 people.",
        "Cyclists, who were allowed over a permanent footbridge, have a path of their own.",
        "Each van carries a camera, a printer for temporary certificates and a lift.",
        "The room has a seat for every ten travellers in the busiest hour.",
        "Arrivals were above those of 2022 and, for the first time, higher than before.",
    ],
)
def test_a_statement_is_left_alone_where_turning_it_round_is_not_sure(statement: str):
    assert turned(statement) is None


@pytest.mark.parametrize(
    "statement",
    [
        "A berth that can take the largest ships was finished in March.",
        "Ships report to the pilots at least 24 hours before arrival.",
        "By far the most common event is a collision with the end of a queue.",
        "Excise on tobacco rose for the sixth year in a row, whereas that on oils recovered.",
    ],
)
def test_an_opposite_that_may_be_true_as_well_is_not_put(statement: str):
    assert turned(statement) is None
