"""Rules on figures that the words beside them tell, or for which any other would do."""

from dataclasses import replace

import pytest

from courseware.quizzes.drafting.lint import RULES
from tests.courseware.quizzes.test_drafting_lint import a_context, an_item


@pytest.mark.parametrize(
    "said", ["____ (66%) of pupils of Vell walked.", "In Vell 66 per cent (____) of pupils walked."]
)
def test_a_share_beside_its_percentage_is_told(said: str):
    item = an_item("two thirds", "one half", "three quarters", fact="share", statement=said)
    assert RULES["share_is_told"](item, a_context(item))
    whole = replace(item, statement="____ of pupils of Vell (aged 9) walked.")
    assert not RULES["share_is_told"](whole, a_context(whole))


@pytest.mark.parametrize(
    "said",
    [
        "Much of what farmers will be able to grow in ____ depends on rooms of this kind.",
        "A wheat that nobody has sown for ____ may be the only one that resists.",
    ],
)
def test_a_length_of_time_that_stands_for_any_is_not_asked_for(said: str):
    item = an_item("fifty years", "ten years", "twenty years", fact="duration", statement=said)
    assert RULES["merely_supposed"](item, a_context(item))
    told = replace(item, statement="Seeds of onions will be kept in ____ of drying in the store of Vell.")
    assert not RULES["merely_supposed"](told, a_context(told))


def test_how_many_there_are_in_all_is_not_asked_where_a_part_is_told_of():
    item = an_item("400", "300", "500", fact="number", statement="Of ____ seals that were sent, 21 are missing.")
    assert RULES["total_of_a_part"](item, a_context(item))


@pytest.mark.parametrize(
    "said",
    [
        "In Vell, of ____ samples three exceeded the limit.",
        "Cash was found on 4 of ____ passengers in Vell.",
        "In Vell there were 0.9 incidents per ____ residents.",
    ],
)
def test_nor_where_the_part_stands_beside_it(said: str):
    item = an_item("640", "480", "770", fact="number", statement=said)
    assert RULES["total_of_a_part"](item, a_context(item))


@pytest.mark.parametrize(
    "said",
    [
        "In Vell inspectors compared ____ cars, chosen at random, with the register.",
        "The Court of Vell examined ____ invoices from 2022 and interviewed 40 interpreters.",
    ],
)
def test_how_many_were_looked_at_for_a_study_is_not_asked(said: str):
    item = an_item("3,000", "2,000", "4,000", fact="number", statement=said)
    assert RULES["size_of_a_sample"](item, a_context(item))


@pytest.mark.parametrize(
    "said",
    [
        "A random sample of ____ parcels was drawn in Vell.",
        "The software of Vell was tried on ____ pictures.",
        "Forms went to 6,000 officers in Vell, of whom ____ replied.",
    ],
)
def test_the_size_of_a_sample_is_not_asked_for(said: str):
    item = an_item("640", "480", "770", fact="number", statement=said)
    assert RULES["size_of_a_sample"](item, a_context(item))


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        (
            "10 million",
            "amount",
            "The station cost 38.4 million, of which each side paid 14.2 million and a bank ____.",
        ),
        ("505,000", "number", "With ____ passports, the difference of 7 florins amounts to 3.5 million florins."),
        ("3.5 million", "amount", "With 505,000 passports, the difference of 7 florins amounts to ____ florins."),
        ("6,570", "number", "Before the loan, a post burned 18 litres of diesel a day, or ____ litres a year."),
        ("18", "number", "Before the loan, a post burned ____ litres of diesel a day, or 6,570 litres a year."),
        ("70", "percent", "Ostmar received 33,700 commuters, or ____ per cent, and Pellin 14,500."),
    ],
)
def test_what_can_be_reckoned_is_not_asked_for(key: str, kind: str, said: str):
    item = an_item(key, "5 million" if kind == "amount" else "24", fact=kind, statement=said)
    assert RULES["answer_by_sum"](item, a_context(item))


@pytest.mark.parametrize(
    "said",
    [
        "Historians in Vell have entered ____ passes into a database.",
        "A bulletin of ____ pages is printed in Vell.",
    ],
)
def test_what_is_kept_somewhere_is_not_counted(said: str):
    item = an_item("640", "480", "770", fact="number", statement=said)
    assert RULES["look_of_a_paper"](item, a_context(item))
