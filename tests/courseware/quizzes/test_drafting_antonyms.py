import pytest

from courseware.quizzes.drafting.antonyms import allowed, released, turned


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("The number of posts rose by 9 per cent.", "The number of posts fell by 9 per cent."),
        ("Requests are free of charge in Vell.", "Requests are subject to a fee in Vell."),
        ("Children travel free of charge.", "Children travel for a fee."),
        ("Most containers carry seals.", "Few containers carry seals."),
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
        "Most of this growth came from abroad.",
        "Arrivals by rail more than doubled, following the reopening of the line in May.",
        "Vehicles made up 46 per cent, and fuel most of the remainder.",
        "The largest employer in Vell is a yard with 11,400 people.",
        "Cyclists, who were allowed over a permanent footbridge, have a path of their own.",
        "Each van carries a camera, a printer for temporary certificates and a lift.",
        "Just more than half of visitors (51 per cent) came by road.",
        "The room has a seat for every ten travellers in the busiest hour.",
        "Arrivals were above those of 2022 and, for the first time, higher than before.",
    ],
)
def test_a_statement_is_left_alone_where_turning_it_round_is_not_sure(statement: str):
    assert turned(statement) is None


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("Such a record cannot be relied on in court.", "Such a record can be relied on in court."),
        ("The Act does not apply to mail.", "The Act applies to mail."),
        ("The Acts do not apply to mail.", "The Acts apply to mail."),
        ("Daily workers are not included in the count.", "Daily workers are included in the count."),
    ],
)
def test_a_denial_is_taken_out(statement: str, other: str):
    assert allowed(statement, states_rules=False) == other


def test_a_ban_becomes_a_permission_only_where_a_text_states_rules():
    ban = "Relatives must not interpret at the counter."
    assert allowed(ban, states_rules=True) == "Relatives may interpret at the counter."
    assert allowed(ban, states_rules=False) is None


@pytest.mark.parametrize(
    "statement",
    [
        "Where a rule is not met, the officer decides.",
        "Owners who cannot pay may ask for time.",
        "The Act does not cover farms, mines or ships.",
        "The answers had not led to anything.",
        "It did not rain, although clouds were not absent.",
        "A gauge will not mend a weak bridge, and it may tempt an owner to wait.",
    ],
)
def test_a_denial_in_a_clause_or_of_a_part_stays(statement: str):
    assert allowed(statement, states_rules=True) is None


def test_a_duty_and_a_right_are_taken_away():
    assert released("Rooms must be open at night.") == "Rooms need not be open at night."
    assert released("Travellers are entitled to a reply.") == "Travellers are not entitled to a reply."


@pytest.mark.parametrize(
    "statement",
    [
        "There must be sixty of them.",
        "It must be said that ships were late.",
        "A person who must wait is told why.",
        "Rooms must be open and lamps must burn.",
        "Guides must pass a test, sign a code and attend a course.",
        "A clerk had to do with words what a camera does.",
        "Engineers had to sink eighteen piles.",
        "Under the Names Act, every form must be shown.",
        "Names must be shown, in order of the number of speakers.",
    ],
)
def test_what_is_no_plain_duty_stays(statement: str):
    assert released(statement) is None


@pytest.mark.parametrize(
    "statement",
    [
        "A berth that can take the largest ships was finished in March.",
        "Excise on tobacco rose for the sixth year in a row, whereas that on oils recovered.",
    ],
)
def test_an_opposite_that_may_be_true_as_well_is_not_put(statement: str):
    assert turned(statement) is None


def test_a_denied_duty_is_affirmed_in_grammar():
    assert allowed("The word does not have to be used.", states_rules=False) == "The word has to be used."
